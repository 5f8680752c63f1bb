//! A worker is killed at the worst moments. A letter goes at least once, always under one Message-ID.

use std::sync::Arc;

use actions::letters::{Begun, begin_sending};
use domain::letters::LetterState;
use jobs::outbox::Outbox;
use testkit::both_engines;

use super::{a_queued_inquiry, a_queued_letter, a_safe_case, by_smtp, held, memory, passed, the_letter};
use crate::{
    scratch::Scratch,
    sink::{Cover, Manner, Sink},
};

fn message_ids(texts: &[String]) -> Vec<String> {
    let lines = texts.iter().flat_map(|text| text.lines());
    lines
        .filter(|line| line.starts_with("Message-ID:"))
        .map(str::to_owned)
        .collect()
}

both_engines! {
    /// Killed after the mark and before the post: the letter has not left.
    async fn a_letter_marked_as_leaving_is_sent_by_the_next_worker(test) {
        let outbox = memory();
        let case = a_safe_case(&test).await;
        let letter = a_queued_letter(&test, &case).await;
        let begun = begin_sending(&test.house, test.office, letter).await.unwrap();
        assert!(matches!(begun, Begun::Send(_)));
        drop(begun);
        let leaving = the_letter(&test, &case, letter).await;
        assert_eq!(leaving.state, LetterState::Sending);
        passed(&test, &outbox).await;
        let sent = the_letter(&test, &case, letter).await;
        assert_eq!((sent.state, sent.attempts), (LetterState::Sent, 2));
        assert_eq!(message_ids(&held(&outbox)), [format!("Message-ID: {}", leaving.message_id.unwrap())]);
        test.verify().await;
    }

    /// Killed after the post took it and before that was noted: it may go twice, and is seen to be one.
    async fn a_letter_that_was_cut_off_goes_again_under_the_same_id(test) {
        let sink = Sink::start(&[Manner::CutAfterData, Manner::Take], Cover::None).await;
        let outbox = by_smtp(sink.port);
        let (case, _, letter) = a_queued_inquiry(&test).await;
        assert_eq!(passed(&test, &outbox).await.n_later, 1);
        test.days_pass(1);
        assert_eq!(passed(&test, &outbox).await.n_done, 1);
        let texts: Vec<String> = sink.taken().iter().map(crate::sink::Taken::text).collect();
        assert_eq!(texts.len(), 2, "at least once");
        let ids = message_ids(&texts);
        assert_eq!(ids[0], ids[1], "one letter");
        assert_eq!(texts[0], texts[1], "word for word");
        assert_eq!(the_letter(&test, &case, letter).await.state, LetterState::Sent);
    }

    /// The folder holds one file a letter, however often it is sent.
    async fn a_folder_holds_one_file_a_letter(test) {
        let scratch = Scratch::new();
        let outbox = Arc::new(Outbox::folder(scratch.path()).unwrap());
        let case = a_safe_case(&test).await;
        let letter = a_queued_letter(&test, &case).await;
        let Begun::Send(sending) = begin_sending(&test.house, test.office, letter).await.unwrap() else {
            panic!("it may leave");
        };
        let id = sending.letter.message_id.clone().unwrap();
        std::fs::write(scratch.path().join(format!("{}.eml", id.trim_matches(['<', '>']))), "as it was").unwrap();
        drop(sending);
        passed(&test, &outbox).await;
        let n_files = std::fs::read_dir(scratch.path()).unwrap().count();
        assert_eq!(n_files, 1);
        assert_eq!(the_letter(&test, &case, letter).await.state, LetterState::Sent);
    }
}
