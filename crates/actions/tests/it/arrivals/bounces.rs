//! A letter that came back was not delivered, whatever was believed; only a bounce that proves itself says so.

use actions::arrivals::OTHER_SENDER;
use domain::{
    arrivals::Verdict,
    cases::{NextAct, NextWord, Promise, RETURNED_ON, promises::DELIVERED_ON},
    ids::{LetterId, PromiseId},
    letters::{Letter, LetterState},
};
use store::cases::SeenCase;
use testkit::{
    both_engines,
    builders::{a_case, the_case},
    house::TestHouse,
};

use super::letters::{ROSA, add_rosa, did, filed, says, sent_letter};

/// A delivery report about our letter, for this address.
fn report(to: &str, action: &str, code: &str) -> Vec<u8> {
    format!(
        "From: MAILER-DAEMON@mx.example.net\r\nReturn-Path: <>\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n\
         Final-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {code}\r\n\r\n\
         --b\r\nContent-Type: message/rfc822\r\n\r\nFrom: help@vale.example\r\nTo: {to}\r\n\
         Subject: We have your message\r\nMessage-ID: <letter-1@vale.example>\r\n\r\nHello\r\n--b--\r\n"
    )
    .into_bytes()
}

/// A case whose person heard from us by a letter, which also kept a promise.
async fn told_by_letter(test: &TestHouse) -> (SeenCase, LetterId, PromiseId) {
    let person = add_rosa(test).await;
    let reference = a_case().of(person).open(test).await;
    let case = the_case(test, &reference).await;
    let letter = sent_letter(test, &case, ROSA, "letter-1@vale.example").await;
    let actor = test.machinery();
    let mut act = test.desk().act(&actor).await.expect("an act");
    let lines = store::cases::entries_about(&mut act, &case, letter.0)
        .await
        .expect("its line");
    let promise = Promise {
        id: PromiseId(act.new_id()),
        case_id: case.id,
        what: "say that we have it".into(),
        due_on: test.today(),
        safe_way: "e-mail".into(),
        made_at: act.now(),
        made_by: test.caseworker().staff_id(),
        kept_at: Some(act.now()),
        kept_by_entry: Some(lines[0].id),
        dropped_reason: None,
        version: 0,
    };
    act.insert(&promise).await.expect("a promise");
    let mut heard = case.clone().into_inner();
    heard.heard_on = Some(test.today());
    act.update(&mut heard).await.expect("the person heard");
    act.commit(did("letters.send", "letters", letter.0))
        .await
        .expect("a commit");
    (case, letter, promise.id)
}

async fn state(test: &TestHouse, letter: LetterId) -> Letter {
    let actor = test.machinery();
    let mut act = test.desk().act(&actor).await.expect("an act");
    let found = act.letter(letter).await.expect("an answer").expect("a letter");
    act.abandon().await.expect("nothing was done");
    found
}

both_engines! {
    async fn a_letter_that_came_back_opens_what_it_kept_and_asks_for_another_way(test) {
        let (before, letter, promise) = told_by_letter(&test).await;
        let arrival = filed(&test, report(ROSA, "failed", "5.1.1")).await;
        assert_eq!((arrival.verdict, arrival.reply_to_case), (Verdict::Bounce, Some(before.id)));
        let letter = state(&test, letter).await;
        assert_eq!((letter.state, letter.last_error.as_deref()), (LetterState::Returned, Some("5.1.1")));
        let case = the_case(&test, &before.reference).await;
        assert_eq!(case.heard_on, None, "the person has heard nothing");
        assert_eq!((&case.next_act, case.next_on), (&NextAct::Named(NextWord::TellPerson), test.today()));
        let worker = test.caseworker();
        let mut look = test.desk().look(&worker).await.expect("a look");
        let promises = store::cases::promises(&mut look, &case).await.expect("promises");
        let promise = promises.iter().find(|kept| kept.id == promise).expect("the promise");
        assert!(promise.is_open(), "{promise:?}");
        let lines = store::cases::entries_about(&mut look, &case, letter.id.0).await.expect("its lines");
        assert!(lines.iter().any(|line| line.detail.contains_key(RETURNED_ON)));
        assert!(!lines.iter().any(|line| line.detail.contains_key(DELIVERED_ON)));
        assert!(lines.iter().any(|line| line.detail.get("event").is_some_and(|event| event == "letter_returned")));
        let due = store::work::due(&mut look, worker.staff_id(), test.today(), 50).await.expect("the work");
        assert!(due.replies.iter().any(|reply| reply.arrival_id == arrival.id), "{due:?}");
        assert!(due.cases.iter().any(|due| due.id == case.id), "{due:?}");
        drop(look);
        test.verify().await;
    }

    async fn a_delay_changes_nothing(test) {
        let (before, letter, _) = told_by_letter(&test).await;
        let arrival = filed(&test, report(ROSA, "delayed", "4.4.1")).await;
        assert_eq!((arrival.verdict, arrival.reply_to_case), (Verdict::Bounce, Some(before.id)));
        assert_eq!(state(&test, letter).await.state, LetterState::Sent);
        assert!(the_case(&test, &before.reference).await.heard_on.is_some());
    }

    /// Somebody who knows the letter's Message-ID and not whom it was sent to cannot unsend it.
    async fn a_bounce_for_another_address_leaves_the_letter_as_it_is(test) {
        let (before, letter, _) = told_by_letter(&test).await;
        let arrival = filed(&test, report("nobody@example.net", "failed", "5.1.1")).await;
        assert_eq!(arrival.verdict, Verdict::Bounce);
        assert!(!says(&arrival, OTHER_SENDER), "a mail system writes from anywhere");
        assert_eq!(state(&test, letter).await.state, LetterState::Sent);
        assert!(the_case(&test, &before.reference).await.heard_on.is_some());
    }
}
