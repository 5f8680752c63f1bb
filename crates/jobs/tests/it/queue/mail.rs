//! Letters by a mail server that is busy, unwilling or kind.

use domain::{inquiries::InquiryState, letters::LetterState, queue::Job};
use jiff::ToSpan;
use jobs::MAX_TRIES;
use store::ledger::Deed;
use testkit::{
    agency::{the_inquiry, the_tasks},
    both_engines,
    builders::the_case,
};

use super::{a_queued_inquiry, a_queued_letter, a_safe_case, by_smtp, held, memory, passed, the_letter};
use crate::sink::{Cover, Manner, Sink};

both_engines! {
    async fn a_server_that_asks_for_time_gets_the_letter_once(test) {
        let sink = Sink::start(&[Manner::BusyAtRecipient, Manner::Take], Cover::None).await;
        let outbox = by_smtp(sink.port);
        let case = a_safe_case(&test).await;
        let letter = a_queued_letter(&test, &case).await;
        assert_eq!(passed(&test, &outbox).await.n_later, 1);
        let waiting = the_letter(&test, &case, letter).await;
        assert_eq!((waiting.state, waiting.last_error.as_deref()), (LetterState::Queued, Some("send-fault-busy")));
        assert_eq!(passed(&test, &outbox).await.n_claimed(), 0, "not before its time");
        test.at(test.now() + 1.minute());
        assert_eq!(passed(&test, &outbox).await.n_done, 1);
        assert_eq!(sink.taken().len(), 1);
        let sent = the_letter(&test, &case, letter).await;
        assert_eq!((sent.state, sent.attempts, sent.last_error), (LetterState::Sent, 2, None));
        assert_eq!(the_case(&test, &case).await.heard_on, Some(test.today()), "the promise is renewed");
        test.verify().await;
    }

    async fn a_refusal_for_good_becomes_a_task_and_can_be_sent_again(test) {
        let sink = Sink::start(&[Manner::RefuseRecipient, Manner::Take], Cover::None).await;
        let outbox = by_smtp(sink.port);
        let (case, inquiry, letter) = a_queued_inquiry(&test).await;
        assert_eq!(passed(&test, &outbox).await.n_dead, 1);
        let failed = the_letter(&test, &case, letter).await;
        assert_eq!((failed.state, failed.last_error.as_deref()), (LetterState::Failed, Some("send-fault-refused")));
        assert!(the_tasks(&test, &case).await.iter().any(|task| task.what == "letter-failed"));
        assert_eq!(the_inquiry(&test, &case, inquiry).await.sent_on, None, "it was not sent");
        let seen = the_case(&test, &case).await;
        let mut look = test.desk().look(&test.caseworker()).await.unwrap();
        assert!(store::consents::disclosures(&mut look, &seen).await.unwrap().is_empty(), "nobody was told");
        drop(look);
        test.days_pass(1);
        assert_eq!(passed(&test, &outbox).await.n_claimed(), 0, "the house does not try again by itself");

        actions::letters::send_again(&test.house, &test.caseworker(), &case, letter, None).await.unwrap();
        assert_eq!(passed(&test, &outbox).await.n_done, 1);
        let sent = the_inquiry(&test, &case, inquiry).await;
        assert_eq!((sent.state, sent.sent_on), (InquiryState::Sent, Some(test.today())));
        test.verify().await;
    }

    async fn a_server_that_is_always_busy_is_given_up_and_a_person_asked(test) {
        let sink = Sink::start(&[Manner::BusyAtEnd], Cover::None).await;
        let outbox = by_smtp(sink.port);
        let case = a_safe_case(&test).await;
        let letter = a_queued_letter(&test, &case).await;
        for n in 1..MAX_TRIES {
            assert_eq!(passed(&test, &outbox).await.n_later, 1, "try {n}");
            test.at(test.now() + 3.hours());
        }
        assert_eq!(passed(&test, &outbox).await.n_dead, 1);
        assert_eq!(the_letter(&test, &case, letter).await.state, LetterState::Failed);
        assert!(the_tasks(&test, &case).await.iter().any(|task| task.what == "letter-failed"));
        assert!(sink.taken().is_empty());
        test.verify().await;
    }

    async fn the_mark_and_the_message_id_travel_with_the_letter(test) {
        let outbox = memory();
        let (case, _, letter) = a_queued_inquiry(&test).await;
        passed(&test, &outbox).await;
        let text = held(&outbox).remove(0);
        let sent = the_letter(&test, &case, letter).await;
        let (mark, id) = (sent.thread_token.unwrap(), sent.message_id.unwrap());
        assert!(text.contains(&format!("Message-ID: {id}\r\n")), "{text}");
        let message = mail_parser::MessageParser::default().parse(text.as_bytes()).unwrap();
        assert!(message.subject().unwrap().ends_with(&mark));
        let body = message.body_text(0).unwrap();
        assert!(body.trim_end().ends_with(&mark), "{body}");
        assert!(body.contains("Where does the claim of January stand?") && body.contains("Rosa Delgado"));
        assert!(!message.subject().unwrap().contains("Rosa"), "nobody's name stands in a subject");
        assert!(!text.contains("Auto-Submitted"), "a person wrote it");
    }

    /// Running a job twice: done is done.
    async fn sending_a_letter_twice_sends_it_once(test) {
        let sink = Sink::start(&[Manner::Take], Cover::None).await;
        let outbox = by_smtp(sink.port);
        let case = a_safe_case(&test).await;
        let letter = a_queued_letter(&test, &case).await;
        passed(&test, &outbox).await;
        let house = test.machinery();
        let mut act = test.desk().act(&house).await.unwrap();
        act.enqueue(Job::SendLetter(letter), act.now()).await.unwrap();
        let deed = Deed {
            action: "letters.queue",
            object: "letters",
            object_id: letter.0,
            case_id: None,
            outcome: "done",
            reason: None,
        };
        act.commit(deed).await.unwrap();
        assert_eq!(passed(&test, &outbox).await.n_done, 1, "it is run again");
        assert_eq!(sink.taken().len(), 1, "and sends nothing");
    }
}
