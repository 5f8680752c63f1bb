//! Closing, and what comes after.

use std::collections::BTreeSet;

use actions::{
    ActionError,
    cases::{self, CloseCase},
    drafts,
};
use domain::{
    cases::{FollowUp, Hang, NextAct, NextWord, Outcome, Solved, Told, ToldBy},
    consents::DataClass,
    drafts::DraftFields,
    ids::InquiryId,
    inquiries::{AgencyChannel, Inquiry, InquiryPurpose, InquiryState},
};
use jiff::civil::date;
use testkit::{
    both_engines,
    builders::{a_case, a_person, the_case},
    house::TestHouse,
};

/// The three answers, with the list of what hangs confirmed as the page shows it.
pub(crate) async fn answers(test: &TestHouse, reference: &str) -> CloseCase {
    let before = cases::before_closing(&test.house, &test.caseworker(), reference).await;
    let (_, hanging) = before.expect("the owner sees the case");
    CloseCase {
        outcome: Some(Outcome::ObtainedInFull),
        told: Some(Told::Yes {
            by: ToldBy::Phone,
            on: test.today(),
            words: "Her payments start again in April.".into(),
        }),
        watch: String::new(),
        confirmed: hanging.list().into_iter().collect(),
        ask_on: None,
    }
}

/// An inquiry as it stands after it was sent; sending it is another room's story.
async fn sent_inquiry(test: &TestHouse, reference: &str) -> Inquiry {
    let case = the_case(test, reference).await;
    let mut act = test.desk().act(&test.machinery()).await.expect("an act");
    let inquiry = Inquiry {
        id: InquiryId(act.new_id()),
        case_id: case.id,
        agency: "ssa".into(),
        liaison: None,
        purpose: InquiryPurpose::AskStatus,
        question: "Why did the payments end?".into(),
        data_classes: vec![DataClass::ALL[0]],
        channel: AgencyChannel::Email,
        state: InquiryState::Sent,
        drafted_at: act.now(),
        drafted_by: test.caseworker().staff_id(),
        sent_on: Some(test.today()),
        agency_ref: None,
        due_on: None,
        chase_on: None,
        chases: vec![],
        disclosure_id: None,
        letter_id: None,
        closed_on: None,
        version: 0,
    };
    act.insert(&inquiry).await.expect("an inquiry");
    let deed = store::ledger::Deed {
        action: "test.inquiry",
        object: "inquiries",
        object_id: inquiry.id.0,
        case_id: Some(case.id),
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await.expect("a commit");
    inquiry
}

async fn follow_up_of(test: &TestHouse, reference: &str) -> FollowUp {
    let case = the_case(test, reference).await;
    let actor = test.machinery();
    let mut look = test.desk().look(&actor).await.expect("a look");
    let mut all = store::cases::follow_ups(&mut look, &case)
        .await
        .expect("follow-ups");
    assert_eq!(all.len(), 1);
    all.remove(0)
}

both_engines! {
    async fn closing_is_refused_while_an_inquiry_is_open(test) {
        let reference = a_case().open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        let mut inquiry = sent_inquiry(&test, &reference).await;
        let refused = cases::close(house, &worker, &reference, answers(&test, &reference).await).await;
        let Err(ActionError::Refused(why)) = refused else { panic!("{refused:?}") };
        assert_eq!(why.iter().map(|r| r.key.as_str()).collect::<Vec<_>>(), ["guard-open-inquiry"]);

        // The twin: withdrawn, it holds nothing up.
        inquiry.state = InquiryState::Withdrawn;
        let mut act = test.desk().act(&test.machinery()).await.expect("an act");
        act.update(&mut inquiry).await.expect("withdrawn");
        let deed = store::ledger::Deed { action: "test.withdraw", object: "inquiries", object_id: inquiry.id.0,
            case_id: None, outcome: "done", reason: None };
        act.commit(deed).await.expect("a commit");
        cases::close(house, &worker, &reference, answers(&test, &reference).await).await.expect("closed");
        assert!(!the_case(&test, &reference).await.is_open());
    }

    async fn closing_asks_three_things_and_one_confirmation(test) {
        let reference = a_case().of(a_person("Rosa Delgado").open(&test).await).open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        let case = the_case(&test, &reference).await;
        cases::promise(house, &worker, &reference, "Call on Friday", date(2026, 3, 6), "mobile").await.expect("a promise");
        let fields = DraftFields([("text".to_owned(), "half a".to_owned())].into());
        drafts::save(house, &test.colleague(), case.id.0, "note", &fields).await.expect("a colleague's draft");
        drafts::save(house, &worker, case.id.0, "closing", &fields).await.expect("the closing itself");

        let mut unsaid = answers(&test, &reference).await;
        (unsaid.outcome, unsaid.told) = (None, None);
        let refused = cases::close(house, &worker, &reference, unsaid).await;
        let Err(ActionError::Refused(why)) = refused else { panic!("{refused:?}") };
        assert_eq!(why.iter().map(|r| r.key.as_str()).collect::<Vec<_>>(), ["guard-outcome", "guard-person-told"]);

        let mut unseen = answers(&test, &reference).await;
        assert!(unseen.confirmed.iter().any(|h| matches!(h, Hang::Draft(_))), "the colleague's draft is on the list");
        assert_eq!(unseen.confirmed.iter().filter(|h| matches!(h, Hang::Draft(_))).count(), 1, "the closing's own is not");
        unseen.confirmed = BTreeSet::new();
        let refused = cases::close(house, &worker, &reference, unseen).await;
        let Err(ActionError::Refused(why)) = refused else { panic!("{refused:?}") };
        assert_eq!(why[0].key, "case-refused-unconfirmed");

        assert!(matches!(cases::close(house, &test.intake(), &reference, answers(&test, &reference).await).await,
            Err(ActionError::NotAllowed(_))));
        cases::close(house, &worker, &reference, answers(&test, &reference).await).await.expect("closed");
        let (case, hanging) = cases::before_closing(house, &worker, &reference).await.expect("still seen");
        assert!(hanging.list().is_empty(), "{:?}", hanging.list());
        assert_eq!(case.next_act, NextAct::Named(NextWord::FollowUp));
        let counts = store::queue::counts(test.desk(), test.office).await.expect("the queue");
        assert_eq!(counts, [("waiting".to_owned(), 1)], "the question is in the queue");
        test.verify().await;
    }

    async fn four_weeks_later_the_person_is_asked_and_their_answer_stands_beside_ours(test) {
        let reference = a_case().open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        cases::close(house, &worker, &reference, answers(&test, &reference).await).await.expect("closed");
        let follow_up = follow_up_of(&test, &reference).await;
        assert_eq!(follow_up.ask_on, date(2026, 3, 30));
        let due = store::queue::next_at(test.desk()).await.expect("the queue").expect("a job");
        assert_eq!(due.to_string(), "2026-03-30T14:00:00Z", "nine in the morning, where the office is");

        let early = cases::answer_follow_up(house, &worker, &reference, follow_up.id, (Solved::Yes, "")).await;
        assert!(early.is_err(), "nobody asked yet");
        test.days_pass(28);
        cases::ask_follow_up(house, &worker, &reference, follow_up.id).await.expect("asked");
        let said = (Solved::Partly, "The back pay is missing.");
        cases::answer_follow_up(house, &worker, &reference, follow_up.id, said).await.expect("answered");
        let case = the_case(&test, &reference).await;
        assert_eq!(case.outcome, Some(Outcome::ObtainedInFull), "our outcome is not changed by it");
        assert_eq!(follow_up_of(&test, &reference).await.answer, Some(Solved::Partly));
    }

    async fn a_closed_case_takes_a_note_and_is_reopened_with_a_reason(test) {
        let reference = a_case().of(a_person("Rosa Delgado").open(&test).await).open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        cases::close(house, &worker, &reference, answers(&test, &reference).await).await.expect("closed");
        cases::write_note(house, &worker, &reference, &crate::working::a_note("She rang."), None).await.expect("a note");
        let call = crate::working::a_call(domain::cases::Reached::Spoke);
        cases::log_call(house, &worker, &reference, call).await.expect("a call");
        assert!(!the_case(&test, &reference).await.is_open());
        assert!(cases::set_next(house, &worker, &reference, NextAct::Named(NextWord::Chase), date(2026, 4, 1)).await.is_err());
        assert!(cases::reopen(house, &worker, &reference, " ", None).await.is_err());
        cases::reopen(house, &worker, &reference, "The payments stopped again", None).await.expect("reopened");
        let case = the_case(&test, &reference).await;
        assert!(case.is_open() && !domain::cases::is_in_limbo(&case));
        assert_eq!(case.owner_id, Some(worker.staff_id()));
        test.verify().await;
    }
}
