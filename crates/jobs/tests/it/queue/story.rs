//! The story of one case, from the release to the answer, with the queue at work.

use actions::{
    ActionError, cases,
    consents::{ask_for_release, record_release},
    inquiries::{RecordReply, record_reply, send},
    letters::{DraftLetter, QueueLetter, Receiver, Words, draft, queue},
};
use domain::{
    cases::{EntryKind, NextAct, NextWord, Outcome, Told, ToldBy},
    clocks::Turn,
    inquiries::{InquiryState, Learned, ReplyKind},
    people::Way,
};
use jiff::ToSpan;
use testkit::{
    agency::{a_drafted_inquiry, a_spoken_release, the_inquiry, to_liaison},
    both_engines,
    builders::the_case,
};

use super::{a_queued_inquiry, a_safe_case, held, memory, passed, the_letter};

both_engines! {
    async fn from_the_release_to_the_answer(test) {
        let outbox = memory();
        let (house, caseworker) = (&test.house, test.caseworker());
        let case = a_safe_case(&test).await;

        // The rule says that permission is needed; trying to send is refused with its words.
        let inquiry = a_drafted_inquiry(&test, &caseworker, &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        send(house, &caseworker, &case, order.clone()).await.unwrap_err();

        // She is asked, in her language.
        let letter_id = ask_for_release(house, &caseworker, &case, Way::Email).await.unwrap();
        let version = the_letter(&test, &case, letter_id).await.version;
        queue(house, &caseworker, &case, QueueLetter { letter_id, version, confirm: None }).await.unwrap();
        passed(&test, &outbox).await;
        assert_eq!(the_case(&test, &case).await.turn, Turn::Person);

        // She says yes on the telephone, and the inquiry goes.
        test.days_pass(2);
        record_release(house, &caseworker, &case, a_spoken_release(&test, "ssa")).await.unwrap();
        send(house, &caseworker, &case, order).await.unwrap();
        passed(&test, &outbox).await;
        assert_eq!(the_inquiry(&test, &case, inquiry).await.sent_on, Some(test.today()));
        assert_eq!(the_case(&test, &case).await.turn, Turn::Agency);

        // They ask for time, and she is told.
        test.days_pass(5);
        let interim = RecordReply {
            inquiry_id: inquiry,
            kind: ReplyKind::Interim,
            learned: Learned::Received,
            acted_on: None,
            known_on: test.today(),
            text: "We are looking into it.".into(),
            comment: None,
            expected_on: Some(test.today().saturating_add(60.days())),
            reason: Some("The file is elsewhere".into()),
            open_questions: vec![],
            referred_to: None,
            document: None,
            agency_ref: Some("SSA-1".into()),
        };
        let told = record_reply(house, &caseworker, &case, interim.clone()).await.unwrap();
        tell(&test, &case, told).await;
        passed(&test, &outbox).await;
        assert_ne!(the_case(&test, &case).await.next_act, NextAct::Named(NextWord::TellPerson));

        // They answer, and she is told.
        test.days_pass(20);
        let answer = RecordReply {
            kind: ReplyKind::Substantive,
            known_on: test.today(),
            text: "The back pay was sent on Monday.".into(),
            expected_on: None,
            reason: None,
            ..interim
        };
        let told = record_reply(house, &caseworker, &case, answer).await.unwrap();
        assert_eq!(the_inquiry(&test, &case, inquiry).await.state, InquiryState::Answered);
        tell(&test, &case, told).await;
        passed(&test, &outbox).await;

        let seen = the_case(&test, &case).await;
        let mut look = test.desk().look(&caseworker).await.unwrap();
        let replies = store::inquiries::replies(&mut look, &seen).await.unwrap();
        assert!(replies.iter().all(|reply| !reply.is_untold()), "nothing is kept from her");
        let lines = store::cases::entries(&mut look, &seen, None, 100).await.unwrap();
        let count = |kind: EntryKind| lines.iter().filter(|line| line.kind == kind).count();
        assert_eq!(
            (count(EntryKind::Release), count(EntryKind::Inquiry), count(EntryKind::Reply), count(EntryKind::LetterOut)),
            (1, 1, 2, 3)
        );
        drop(look);
        let texts = held(&outbox);
        assert_eq!(texts.len(), 4);
        let to_her = texts.iter().filter(|text| text.contains("rosa@home.example"));
        assert!(to_her.clone().count() == 3 && to_her.into_iter().all(|text| !text.contains("back pay")), "no answer in an e-mail");

        // It is settled: closed with its three answers, and asked about four weeks later.
        close(&test, &case).await.unwrap();
        test.days_pass(27);
        assert_eq!(passed(&test, &outbox).await.n_claimed(), 0);
        test.days_pass(2);
        assert_eq!(passed(&test, &outbox).await.n_done, 2, "the question, and its letter");
        assert_eq!(held(&outbox).len(), 5);
        let closed = the_case(&test, &case).await;
        assert!(!closed.is_open());
        let mut look = test.desk().look(&caseworker).await.unwrap();
        let clocks = store::cases::clocks(&mut look, &closed).await.unwrap();
        assert!(clocks.iter().all(|clock| !clock.is_open()), "a letter starts no clock on a closed case");
        let asked = store::cases::follow_ups(&mut look, &closed).await.unwrap();
        assert_eq!(asked[0].asked_at, Some(test.now()));
        drop(look);
        test.verify().await;
    }

    async fn a_case_does_not_close_while_its_inquiry_is_in_the_post(test) {
        let (case, inquiry, _) = a_queued_inquiry(&test).await;
        let refused = close(&test, &case).await;
        assert!(
            matches!(&refused, Err(ActionError::Refused(why)) if why.iter().any(|why| why.key == "guard-open-inquiry" || why.key == "case-refused-unmet")),
            "{refused:?}"
        );
        // The twin: withdrawn, it does.
        actions::inquiries::withdraw(&test.house, &test.caseworker(), &case, inquiry, "Settled by itself").await.unwrap();
        close(&test, &case).await.unwrap();
        assert_eq!(passed(&test, &memory()).await.n_dead, 0);
        test.verify().await;
    }
}

/// Closes a case with its three answers and the list confirmed.
async fn close(test: &testkit::house::TestHouse, case: &str) -> Result<(), ActionError> {
    let actor = test.caseworker();
    let (_, hanging) = cases::before_closing(&test.house, &actor, case).await.unwrap();
    let closing = cases::CloseCase {
        outcome: Some(Outcome::ObtainedInFull),
        told: Some(Told::Yes {
            by: ToldBy::Phone,
            on: test.today(),
            words: "It was sent on Monday.".into(),
        }),
        watch: String::new(),
        confirmed: hanging.list().into_iter().collect(),
        ask_on: None,
    };
    cases::close(&test.house, &actor, case, closing).await
}

async fn tell(test: &testkit::house::TestHouse, case: &str, reply: domain::ids::ReplyId) {
    let what = DraftLetter {
        to: Receiver::Person,
        way: Way::Email,
        to_address: None,
        words: Words::Template {
            id: "interim-news".into(),
            fields: std::collections::BTreeMap::new(),
        },
        in_reply_to: None,
        tells_of: vec![reply],
    };
    let letter_id = draft(&test.house, &test.caseworker(), case, what).await.unwrap();
    let version = the_letter(test, case, letter_id).await.version;
    let order = QueueLetter {
        letter_id,
        version,
        confirm: None,
    };
    queue(&test.house, &test.caseworker(), case, order).await.unwrap();
}
