//! From the release to the reply: what leaves the office, on whose word, and what comes back.

mod gate;
mod letters;
mod overriding;
mod releases;
mod replies;
mod revoking;

use actions::{
    ActionError, Refused,
    letters::{Begun, Sending, begin_sending, delivered},
};
use domain::ids::LetterId;
use testkit::house::TestHouse;

/// The keys of the rules that said no.
pub fn keys<T: std::fmt::Debug>(answer: Result<T, ActionError>) -> Vec<String> {
    match answer {
        Err(ActionError::Refused(why)) => why.into_iter().map(|Refused { key, .. }| key).collect(),
        other => panic!("it was not refused: {other:?}"),
    }
}

/// The post takes a letter out of the queue.
pub async fn begun(test: &TestHouse, letter: LetterId) -> Begun {
    begin_sending(&test.house, test.office, letter)
        .await
        .expect("the post asks")
}

/// The post takes a letter that may leave, and the mail server has taken it.
pub async fn posted(test: &TestHouse, letter: LetterId) -> Box<Sending> {
    let Begun::Send(sending) = begun(test, letter).await else {
        panic!("the letter may not leave");
    };
    assert!(delivered(&test.house, &sending).await.expect("it is noted"));
    sending
}
