//! Each kind of reply does what its kind does: to the clock, the turn, the next act and the person.

use actions::{
    inquiries::{
        ChaseInquiry, NoReply, RecordReply, Sent, chase, declare_no_reply, record_reply, send, withdraw,
    },
    letters::{DraftLetter, QueueLetter, Receiver, Words, draft, queue},
};
use domain::{
    cases::{NextAct, NextWord},
    clocks::{Clock, ClockKind, Turn},
    ids::{InquiryId, ReplyId},
    inquiries::{AgencyChannel, InquiryState, Learned, Reply, ReplyKind},
    people::Way,
    tasks::HouseTask,
};
use jiff::ToSpan;
use testkit::{
    agency::{
        Mail, a_benefits_case, a_drafted_inquiry, a_person, given_release, the_inquiry, the_letters,
        the_tasks, to_liaison,
    },
    both_engines,
    builders::the_case,
    house::TestHouse,
};

use super::{keys, posted};

/// A case with an inquiry that left today.
async fn asked(test: &TestHouse) -> (String, InquiryId) {
    let person = a_person(test, Mail::Safe).await;
    let case = a_benefits_case(test, person).await;
    given_release(test, &case, "ssa").await;
    let inquiry = a_drafted_inquiry(test, &test.caseworker(), &case).await;
    let order = to_liaison(test, &case, inquiry).await;
    let Sent::Queued(letter) = send(&test.house, &test.caseworker(), &case, order)
        .await
        .expect("it goes")
    else {
        panic!("an e-mail goes by the post");
    };
    posted(test, letter).await;
    (case, inquiry)
}

fn a_reply(test: &TestHouse, inquiry: InquiryId, kind: ReplyKind) -> RecordReply {
    RecordReply {
        inquiry_id: inquiry,
        kind,
        learned: Learned::Received,
        acted_on: None,
        known_on: test.today(),
        text: "The claim is with the payment centre.".into(),
        comment: Some("They sound hopeful".into()),
        expected_on: None,
        reason: None,
        open_questions: vec![],
        referred_to: None,
        document: None,
        agency_ref: None,
    }
}

async fn recorded(test: &TestHouse, case: &str, what: RecordReply) -> ReplyId {
    record_reply(&test.house, &test.caseworker(), case, what)
        .await
        .expect("recorded")
}

async fn agency_clock(test: &TestHouse, case: &str) -> Clock {
    let seen = the_case(test, case).await;
    let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
    let clocks = store::cases::clocks(&mut look, &seen).await.expect("clocks");
    clocks
        .into_iter()
        .find(|clock| clock.kind == ClockKind::AgencyReply)
        .expect("the agency's clock")
}

async fn the_replies(test: &TestHouse, case: &str) -> Vec<Reply> {
    let seen = the_case(test, case).await;
    let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
    store::inquiries::replies(&mut look, &seen)
        .await
        .expect("replies")
}

both_engines! {
    async fn an_acknowledgement_keeps_the_number_and_the_clock_runs_on(test) {
        let (case, inquiry) = asked(&test).await;
        test.days_pass(1);
        let what = RecordReply { agency_ref: Some("SSA-77-10".into()), ..a_reply(&test, inquiry, ReplyKind::Acknowledgement) };
        recorded(&test, &case, what).await;
        let after = the_inquiry(&test, &case, inquiry).await;
        assert_eq!((after.state, after.agency_ref.as_deref()), (InquiryState::Sent, Some("SSA-77-10")));
        assert!(agency_clock(&test, &case).await.is_open());
        assert_eq!(the_case(&test, &case).await.turn, Turn::Agency);
    }

    async fn an_interim_reply_moves_the_day_and_keeps_the_old_one(test) {
        let (case, inquiry) = asked(&test).await;
        let due = the_inquiry(&test, &case, inquiry).await.due_on.expect("a day");
        test.days_pass(2);
        let later = due.saturating_add(21.days());
        let what = RecordReply {
            expected_on: Some(later),
            reason: Some("The file is at another office".into()),
            ..a_reply(&test, inquiry, ReplyKind::Interim)
        };
        recorded(&test, &case, what).await;
        let clock = agency_clock(&test, &case).await;
        assert_eq!(clock.extensions.len(), 1);
        assert_eq!((clock.extensions[0].original_due, clock.extensions[0].new_due), (due, later));
        assert!(clock.is_open());
        let after = the_inquiry(&test, &case, inquiry).await;
        assert_eq!((after.due_on, after.state), (Some(later), InquiryState::Sent));
        let seen = the_case(&test, &case).await;
        assert_eq!((seen.turn, &seen.next_act), (Turn::Ours, &NextAct::Named(NextWord::TellPerson)));
        test.verify().await;
    }

    async fn a_substantive_reply_stops_the_clock_and_the_person_is_told(test) {
        let (case, inquiry) = asked(&test).await;
        test.days_pass(5);
        let acted = test.today().yesterday().expect("a day");
        let what = RecordReply { acted_on: Some(acted), ..a_reply(&test, inquiry, ReplyKind::Substantive) };
        let reply = recorded(&test, &case, what).await;
        let clock = agency_clock(&test, &case).await;
        assert_eq!((clock.stopped_on, clock.stopped_by_event.as_deref()), (Some(acted), Some("reply_substantive")));
        let after = the_inquiry(&test, &case, inquiry).await;
        assert_eq!((after.state, after.closed_on), (InquiryState::Answered, Some(test.today())));
        let untold = the_replies(&test, &case).await.remove(0);
        assert!(untold.is_untold());
        assert_eq!(untold.text, "The claim is with the payment centre.", "their words");
        assert_eq!(untold.comment.as_deref(), Some("They sound hopeful"), "ours, apart");

        let letter = DraftLetter {
            to: Receiver::Person,
            way: Way::Email,
            to_address: None,
            words: Words::Template { id: "interim-news".into(), fields: std::collections::BTreeMap::new() },
            in_reply_to: None,
            tells_of: vec![reply],
        };
        let letter = draft(&test.house, &test.caseworker(), &case, letter).await.expect("drafted");
        let version = the_letters(&test, &case).await.iter().find(|l| l.id == letter).expect("it").version;
        let order = QueueLetter { letter_id: letter, version, confirm: None };
        queue(&test.house, &test.caseworker(), &case, order).await.expect("queued");
        assert!(the_replies(&test, &case).await[0].is_untold(), "in the post is not told");
        posted(&test, letter).await;
        assert!(!the_replies(&test, &case).await[0].is_untold());
        let seen = the_case(&test, &case).await;
        assert_ne!(seen.next_act, NextAct::Named(NextWord::TellPerson));
        assert_eq!(seen.heard_on, Some(test.today()), "the promise is renewed");
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        let clocks = store::cases::clocks(&mut look, &seen).await.expect("clocks");
        assert!(!clocks.iter().any(|clock| clock.kind == ClockKind::TellPerson && clock.is_open()));
        drop(look);
        test.verify().await;
    }

    async fn what_the_person_told_us_needs_no_telling(test) {
        let (case, inquiry) = asked(&test).await;
        test.days_pass(2);
        let what = RecordReply { learned: Learned::ReportedByPerson, ..a_reply(&test, inquiry, ReplyKind::Substantive) };
        recorded(&test, &case, what).await;
        assert!(!the_replies(&test, &case).await[0].is_untold());
        assert_eq!(the_case(&test, &case).await.next_act, NextAct::Named(NextWord::Review));
    }

    async fn partial_referral_and_refusal_each_leave_their_work(test) {
        let (case, inquiry) = asked(&test).await;
        test.days_pass(2);
        let partial = a_reply(&test, inquiry, ReplyKind::Partial);
        let none_open = record_reply(&test.house, &test.caseworker(), &case, partial.clone()).await;
        assert_eq!(keys(none_open), ["inquiry-no-open-question"]);
        let partial = RecordReply { open_questions: vec!["When is the back pay sent?".into()], ..partial };
        recorded(&test, &case, partial).await;
        assert!(agency_clock(&test, &case).await.is_open());
        let referral = RecordReply { referred_to: Some("Hearing office".into()), ..a_reply(&test, inquiry, ReplyKind::Referral) };
        recorded(&test, &case, referral).await;
        assert!(!agency_clock(&test, &case).await.is_open());
        let (other, inquiry) = asked(&test).await;
        let refusal = RecordReply { reason: Some("Not our form".into()), ..a_reply(&test, inquiry, ReplyKind::RefusalOfRelease) };
        recorded(&test, &other, refusal).await;
        let has = |tasks: &[domain::tasks::Task], what: HouseTask| tasks.iter().any(|task| task.what == what.as_str());
        assert!(has(&the_tasks(&test, &case).await, HouseTask::AskOtherBody));
        assert!(has(&the_tasks(&test, &other).await, HouseTask::NewRelease));
        test.verify().await;
    }

    async fn no_reply_is_declared_only_after_asking_again(test) {
        let (case, inquiry) = asked(&test).await;
        test.days_pass(30);
        let caseworker = test.caseworker();
        let give_up = || NoReply { inquiry_id: inquiry, on: test.today(), comment: None };
        assert_eq!(keys(declare_no_reply(&test.house, &caseworker, &case, give_up()).await), ["inquiry-not-chased"]);
        let next_on = test.today().saturating_add(10.days());
        let asked_again = ChaseInquiry {
            inquiry_id: inquiry,
            on: test.today(),
            channel: AgencyChannel::Phone,
            note: Some("Left word with the liaison".into()),
            next_on: Some(next_on),
        };
        chase(&test.house, &caseworker, &case, asked_again).await.expect("chased");
        let seen = the_case(&test, &case).await;
        assert_eq!((&seen.next_act, seen.turn), (&NextAct::Named(NextWord::Chase), Turn::Agency));
        assert!(seen.next_on >= next_on);
        test.days_pass(11);
        declare_no_reply(&test.house, &caseworker, &case, give_up()).await.expect("declared");
        let after = the_inquiry(&test, &case, inquiry).await;
        assert_eq!(after.state, InquiryState::NoReply);
        assert_eq!(agency_clock(&test, &case).await.stopped_by_event.as_deref(), Some("no_reply_declared"));
        assert!(the_replies(&test, &case).await[0].is_untold(), "that nothing came is news too");
        test.verify().await;
    }

    async fn a_withdrawn_inquiry_is_taken_out_of_the_post(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        given_release(&test, &case, "ssa").await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        send(&test.house, &test.caseworker(), &case, order).await.expect("it goes");
        withdraw(&test.house, &test.caseworker(), &case, inquiry, "Settled by itself").await.expect("withdrawn");
        assert_eq!(the_inquiry(&test, &case, inquiry).await.state, InquiryState::Withdrawn);
        assert!(the_letters(&test, &case).await.is_empty());
        test.verify().await;
    }
}
