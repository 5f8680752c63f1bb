//! The queue at work: letters leave once, at the right moment, or a person is asked.

mod follow_up;
mod kill;
mod late_message;
mod mail;
mod race;
mod running;
mod story;

use std::{sync::Arc, time::Duration};

use actions::{
    inquiries::{Sent, send},
    letters::{DraftLetter, QueueLetter, Receiver, Words, draft, queue},
};
use domain::{
    ids::{InquiryId, LetterId},
    letters::Letter,
    people::Way,
};
use jobs::{
    Pass,
    outbox::{Encryption, Outbox, SmtpSettings},
    run_due,
};
use testkit::{
    agency::{Mail, a_benefits_case, a_drafted_inquiry, a_person, given_release, the_letters, to_liaison},
    house::TestHouse,
};

/// An outbox that keeps letters in memory.
pub fn memory() -> Arc<Outbox> {
    Arc::new(Outbox::memory())
}

/// An outbox that speaks to a server on this machine.
pub fn by_smtp(port: u16) -> Arc<Outbox> {
    let settings = SmtpSettings {
        port: Some(port),
        encryption: Encryption::None,
        patience: Duration::from_secs(10),
        ..SmtpSettings::new("127.0.0.1")
    };
    Arc::new(Outbox::smtp(&settings).unwrap())
}

/// The letters a memory outbox holds, as text.
pub fn held(outbox: &Outbox) -> Vec<String> {
    match outbox {
        Outbox::Memory(memory) => {
            let letters = memory.letters();
            letters
                .iter()
                .map(|letter| String::from_utf8_lossy(&letter.bytes).into_owned())
                .collect()
        }
        Outbox::Smtp(_) | Outbox::Folder(_) => panic!("only memory shows what it holds"),
    }
}

/// Everything due is run.
pub async fn passed(test: &TestHouse, outbox: &Arc<Outbox>) -> Pass {
    run_due(&test.house, outbox).await.unwrap()
}

/// A "no news yet" to the person of a case, in the post.
pub async fn a_queued_letter(test: &TestHouse, case: &str) -> LetterId {
    let what = DraftLetter {
        to: Receiver::Person,
        way: Way::Email,
        to_address: None,
        words: Words::Template {
            id: "no-news-yet".into(),
            fields: std::collections::BTreeMap::new(),
        },
        in_reply_to: None,
        tells_of: vec![],
    };
    let letter_id = draft(&test.house, &test.caseworker(), case, what).await.unwrap();
    let version = the_letter(test, case, letter_id).await.version;
    let order = QueueLetter {
        letter_id,
        version,
        confirm: None,
    };
    queue(&test.house, &test.caseworker(), case, order).await.unwrap();
    letter_id
}

/// A case whose person may be written to.
pub async fn a_safe_case(test: &TestHouse) -> String {
    let person = a_person(test, Mail::Safe).await;
    a_benefits_case(test, person).await
}

/// A case with a release and an inquiry in the post.
pub async fn a_queued_inquiry(test: &TestHouse) -> (String, InquiryId, LetterId) {
    let case = a_safe_case(test).await;
    given_release(test, &case, "ssa").await;
    let inquiry = a_drafted_inquiry(test, &test.caseworker(), &case).await;
    let order = to_liaison(test, &case, inquiry).await;
    match send(&test.house, &test.caseworker(), &case, order).await.unwrap() {
        Sent::Queued(letter) => (case, inquiry, letter),
        Sent::Recorded => panic!("an e-mail goes by the post"),
    }
}

pub async fn the_letter(test: &TestHouse, case: &str, letter: LetterId) -> Letter {
    let letters = the_letters(test, case).await;
    letters.into_iter().find(|found| found.id == letter).unwrap()
}
