//! Working a case: notes, calls, promises, phases, tasks and clocks.

use actions::{
    ActionError,
    cases::{self, LogCall},
    clocks, tasks,
    tasks::SetTask,
};
use domain::{
    access::Actor,
    cases::{
        CalledWith, Calling, Direction, EntryKind, Level, NextAct, NextWord, Noting, Outcome, Reached,
        guards::{ConsentKind, RiskLevel},
        is_in_limbo,
    },
    clocks::{Clock, ClockKind},
    ids::PersonId,
};
use jiff::{ToSpan, civil::date};
use store::Reader;
use testkit::{
    both_engines,
    builders::{a_case, a_person, the_case},
    house::TestHouse,
};

/// A note without anything special.
pub(crate) fn a_note(body: &str) -> Noting {
    Noting {
        body: body.into(),
        private: false,
        at: None,
    }
}

/// A call to the person that came to this.
pub(crate) fn a_call(reached: Reached) -> LogCall {
    LogCall {
        calling: Calling {
            with: CalledWith::Person,
            direction: Direction::Out,
            reached,
            minutes: Some(6),
            at: None,
            body: "Told her where it stands.".into(),
            no_news: false,
        },
        tells_of: vec![],
        keeps: vec![],
        follow_up: None,
    }
}

async fn clocks_of(test: &TestHouse, reference: &str) -> Vec<Clock> {
    let case = the_case(test, reference).await;
    let actor = test.machinery();
    let mut look = test.desk().look(&actor).await.expect("a look");
    store::cases::clocks(&mut look, &case).await.expect("clocks")
}

async fn running(test: &TestHouse, reference: &str, kind: ClockKind) -> Vec<Clock> {
    let clocks = clocks_of(test, reference).await;
    clocks
        .into_iter()
        .filter(|c| c.kind == kind && c.is_open())
        .collect()
}

async fn entries_for(test: &TestHouse, actor: &Actor, reference: &str) -> Vec<domain::cases::Entry> {
    let case = the_case(test, reference).await;
    let mut look = test.desk().look(actor).await.expect("a look");
    assert_eq!(look.reader().office_id, test.office);
    store::cases::entries(&mut look, &case, None, 100)
        .await
        .expect("entries")
}

async fn rosa(test: &TestHouse) -> PersonId {
    a_person("Rosa Delgado")
        .at("rosa@delgado.example")
        .open(test)
        .await
}

both_engines! {
    async fn a_client_hears_from_us_every_fourteen_days(test) {
        let reference = a_case().of(rosa(&test).await).open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        test.days_pass(10);
        cases::write_note(house, &worker, &reference, &a_note("Thought about it."), None).await.expect("a note");
        cases::log_call(house, &worker, &reference, a_call(Reached::NoAnswer)).await.expect("a try");
        cases::log_call(house, &worker, &reference, a_call(Reached::LeftMessage)).await.expect("a message");
        let case = the_case(&test, &reference).await;
        assert_eq!(case.heard_on, None, "neither a note nor a try nor a message left keeps the promise");
        assert_eq!(case.next_act, NextAct::Named(NextWord::FirstResponse));
        let first = running(&test, &reference, ClockKind::HeardFromUs).await;

        cases::log_call(house, &worker, &reference, a_call(Reached::Spoke)).await.expect("a call");
        let case = the_case(&test, &reference).await;
        assert_eq!(case.heard_on, Some(date(2026, 3, 12)));
        assert_eq!((case.next_act.clone(), case.next_on), (NextAct::Named(NextWord::FollowUp), date(2026, 3, 26)));
        let renewed = running(&test, &reference, ClockKind::HeardFromUs).await;
        assert_eq!(renewed.len(), 1, "one standing promise runs");
        assert_ne!(renewed[0].id, first[0].id);
        assert_eq!(renewed[0].started_on, date(2026, 3, 12));
        assert!(running(&test, &reference, ClockKind::FirstResponse).await.is_empty());

        test.days_pass(14);
        cases::no_news_yet(house, &worker, &reference).await.expect("one key");
        assert_eq!(the_case(&test, &reference).await.heard_on, Some(date(2026, 3, 26)));
        test.verify().await;
    }

    async fn a_call_to_the_agency_is_no_word_to_the_person(test) {
        let reference = a_case().of(rosa(&test).await).open(&test).await;
        let mut log = a_call(Reached::Spoke);
        log.calling.with = CalledWith::Other("The liaison".into());
        cases::log_call(&test.house, &test.caseworker(), &reference, log).await.expect("a call");
        assert_eq!(the_case(&test, &reference).await.heard_on, None);
    }

    async fn a_note_is_never_refused_for_what_the_case_lacks_and_needs_a_word(test) {
        let reference = a_case().open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        let blank = cases::write_note(house, &worker, &reference, &a_note("  "), None).await;
        assert!(matches!(blank, Err(ActionError::Refused(_))), "{blank:?}");
        let mut ahead = a_note("Tomorrow's news");
        ahead.at = Some(test.now() + 1.hour());
        assert!(cases::write_note(house, &worker, &reference, &ahead, None).await.is_err());
        cases::write_note(house, &worker, &reference, &a_note("No person, no agency."), None).await.expect("a note");
        assert!(cases::no_news_yet(house, &worker, &reference).await.is_err(), "there is nobody who heard it");
    }

    async fn a_private_note_is_for_its_author_alone_and_others_find_it_nowhere(test) {
        let reference = a_case().open(&test).await;
        let mine = Noting { private: true, ..a_note("I doubt the landlord's word, marmalade.") };
        let open = a_note("The landlord wrote, marmalade.");
        let (house, worker, colleague) = (&test.house, test.caseworker(), test.colleague());
        cases::write_note(house, &worker, &reference, &mine, None).await.expect("a private note");
        cases::write_note(house, &worker, &reference, &open, None).await.expect("a note");
        for (actor, sees) in [(worker, 2), (colleague, 1)] {
            let notes = entries_for(&test, &actor, &reference).await;
            let notes = notes.iter().filter(|e| e.kind == EntryKind::Note);
            assert_eq!(notes.count(), sees);
            let mut look = test.desk().look(&actor).await.expect("a look");
            let found = store::search::search(&mut look, "marmalade", 20).await.expect("a search");
            assert_eq!(found.notes.len(), sees);
        }
    }

    async fn words_of_a_sensitive_case_stay_out_of_the_index(test) {
        for (sensitivity, found) in [(2, 0), (0, 1)] {
            let mut case = a_case().titled("Trouble with quicksilver");
            case.0.sensitivity = sensitivity;
            let reference = case.open(&test).await;
            cases::write_note(&test.house, &test.caseworker(), &reference, &a_note("It is about saltpetre."), None)
                .await.expect("a note");
            let actor = test.caseworker();
            let mut look = test.desk().look(&actor).await.expect("a look");
            for word in ["quicksilver", "saltpetre"] {
                let hits = store::search::search(&mut look, word, 20).await.expect("a search");
                assert_eq!(hits.cases.len() + hits.notes.len(), found, "{word} at {sensitivity}");
            }
        }
    }

    async fn a_promise_is_kept_by_what_the_person_heard(test) {
        let reference = a_case().of(rosa(&test).await).open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        let promise = |what: &'static str| {
            let reference = reference.clone();
            async move {
                cases::promise(house, &worker, &reference, what, date(2026, 3, 9), "her daughter's phone").await.expect("a promise")
            }
        };
        let (form, news) = (promise("Send the form").await, promise("Call with news").await);
        let note = cases::write_note(house, &worker, &reference, &a_note("Sent it, I think."), None).await.expect("a note");
        assert!(cases::keep_promise(house, &worker, &reference, form, note).await.is_err(), "a note keeps nothing");
        let mut log = a_call(Reached::Spoke);
        log.keeps = vec![news];
        let call = cases::log_call(house, &worker, &reference, log).await.expect("a call");
        cases::keep_promise(house, &worker, &reference, form, call).await.expect("it is kept");
        let case = the_case(&test, &reference).await;
        let mut look = test.desk().look(&worker).await.expect("a look");
        let promises = store::cases::promises(&mut look, &case).await.expect("promises");
        assert!(promises.iter().all(|p| p.kept_by_entry == Some(call)), "{promises:?}");
    }

    async fn a_phase_needs_what_the_model_asks_and_a_return_needs_a_reason(test) {
        let reference = a_case().open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        let refused = cases::enter_phase(house, &worker, &reference, "intervention", "").await;
        let Err(ActionError::Refused(why)) = refused else { panic!("{refused:?}") };
        let keys: Vec<&str> = why.iter().map(|r| r.key.as_str()).collect();
        assert_eq!(keys, ["guard-person-known", "guard-agency-chosen", "guard-level-known"], "each is said by itself");

        let reference = a_case().of(rosa(&test).await).to_agency("ssa", Level::Federal).open(&test).await;
        cases::enter_phase(house, &worker, &reference, "assessment", "").await.expect("assessment");
        cases::enter_phase(house, &worker, &reference, "intervention", "").await.expect("intervention");
        assert!(cases::enter_phase(house, &worker, &reference, "assessment", " ").await.is_err());
        cases::enter_phase(house, &worker, &reference, "assessment", "She has moved again").await.expect("a return");
        let case = the_case(&test, &reference).await;
        let mut look = test.desk().look(&worker).await.expect("a look");
        let visits = store::cases::visits(&mut look, &case).await.expect("visits");
        assert_eq!(visits.len(), 4);
        assert_eq!(visits.iter().filter(|v| v.left_at.is_none()).count(), 1);
        let open = store::cases::tasks(&mut look, &case).await.expect("tasks");
        assert_eq!(open.iter().filter(|t| t.what == "choose-agency").count(), 1, "an open task is not made twice");
    }

    async fn a_finished_task_can_be_taken_back_and_leaves_no_limbo(test) {
        let reference = a_case().open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        let task = SetTask { what: "Look at the lease".into(), due_on: test.today(), assigned_to: None };
        let id = tasks::set_task(house, &worker, &reference, task).await.expect("a task");
        tasks::finish_task(house, &worker, &reference, id).await.expect("it is done");
        assert!(tasks::finish_task(house, &worker, &reference, id).await.is_err(), "once");
        tasks::undo_finish_task(house, &worker, &reference, id).await.expect("a slip");
        tasks::drop_task(house, &worker, &reference, id, "The lease was found").await.expect("dropped");
        let offered = tasks::take_up_task(house, &worker, &reference, "check-residence").await.expect("an offer");
        tasks::finish_task(house, &worker, &reference, offered).await.expect("it is done");
        cases::done_next(house, &worker, &reference).await.expect("the next act is done");
        let case = the_case(&test, &reference).await;
        assert!(!is_in_limbo(&case));
        assert_eq!(case.next_act, NextAct::Named(NextWord::FollowUp));
        let supervisor = test.supervisor();
        let auditor = SetTask { what: "Read it".into(), due_on: test.today(), assigned_to: Some(test.auditor().staff_id()) };
        assert!(tasks::set_task(house, &supervisor, &reference, auditor).await.is_err(), "not for somebody who sees no case");
        test.verify().await;
    }

    async fn a_clock_keeps_the_day_it_had(test) {
        let reference = a_case().open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        let clock = running(&test, &reference, ClockKind::FirstResponse).await.remove(0);
        clocks::extend_clock(house, &worker, &reference, clock.id, date(2026, 3, 6), "She is in hospital").await.expect("more time");
        assert!(clocks::extend_clock(house, &worker, &reference, clock.id, date(2026, 3, 5), "less").await.is_err());
        assert!(clocks::extend_clock(house, &worker, &reference, clock.id, date(2026, 3, 9), " ").await.is_err());
        clocks::pause_clock(house, &worker, &reference, clock.id, "Waiting for the ward").await.expect("a pause");
        test.days_pass(2);
        clocks::resume_clock(house, &worker, &reference, clock.id).await.expect("it runs again");
        let clock = running(&test, &reference, ClockKind::FirstResponse).await.remove(0);
        assert_eq!(clock.extensions[0].original_due, date(2026, 3, 4));
        assert_eq!(clock.extensions[0].by, worker.staff_id());
        assert_eq!(clock.pauses[0].until, Some(date(2026, 3, 4)));
    }

    async fn a_case_is_taken_given_and_given_back(test) {
        let (house, worker, colleague, supervisor) = (&test.house, test.caseworker(), test.colleague(), test.supervisor());
        let reference = a_case().open(&test).await;
        assert!(cases::take(house, &colleague, &reference).await.is_err(), "a colleague has it");
        assert!(matches!(cases::to_queue(house, &colleague, &reference).await, Err(ActionError::NotAllowed(_))));
        cases::to_queue(house, &worker, &reference).await.expect("the owner gives it back");
        cases::take(house, &colleague, &reference).await.expect("from the queue");
        assert!(matches!(cases::assign(house, &worker, &reference, worker.staff_id()).await, Err(ActionError::NotAllowed(_))));
        cases::assign(house, &supervisor, &reference, worker.staff_id()).await.expect("assigned");
        assert!(cases::assign(house, &supervisor, &reference, test.auditor().staff_id()).await.is_err());
        assert_eq!(the_case(&test, &reference).await.owner_id, Some(worker.staff_id()));
        cases::snooze(house, &worker, &reference, date(2026, 3, 20)).await.expect("later");
        assert!(cases::snooze(house, &worker, &reference, date(2026, 2, 20)).await.is_err(), "not into the past");
        cases::set_next(house, &worker, &reference, NextAct::Words("Ring the clinic".into()), date(2026, 3, 11)).await.expect("next");
        assert_eq!(the_case(&test, &reference).await.next_on, date(2026, 3, 11));
    }
}

both_engines! {
    async fn a_client_of_the_social_model_goes_from_intake_to_an_approved_ending(test) {
        let mut case = a_case().of(rosa(&test).await);
        case.0.programme_id = Some(test.social);
        let reference = case.open(&test).await;
        let (house, worker, supervisor) = (&test.house, test.caseworker(), test.supervisor());
        assert!(cases::enter_phase(house, &worker, &reference, "assessment", "").await.is_err(), "no consent yet");
        cases::give_consent(house, &worker, &reference, ConsentKind::Services, "Limits explained; she agreed").await.expect("consent");
        cases::enter_phase(house, &worker, &reference, "assessment", "").await.expect("assessment");

        assert!(cases::enter_phase(house, &worker, &reference, "crisis", "").await.is_err(), "nothing calls for it");
        cases::raise_risk(house, &worker, &reference, RiskLevel::High, "He has a key to the flat").await.expect("a danger");
        assert_eq!(running(&test, &reference, ClockKind::SafetyReview).await.len(), 1, "it is looked at within a day");
        cases::enter_phase(house, &worker, &reference, "crisis", "").await.expect("crisis");
        assert!(cases::close(house, &worker, &reference, crate::closing::answers(&test, &reference).await).await.is_err());
        cases::end_risk(house, &worker, &reference, "The locks were changed").await.expect("over");
        cases::enter_phase(house, &worker, &reference, "assessment", "Back to it").await.expect("back");
        assert!(running(&test, &reference, ClockKind::SafetyReview).await.is_empty());

        let answers = |outcome| {
            let (test, reference) = (test.clone(), reference.clone());
            async move {
                let answers = crate::closing::answers(&test, &reference).await;
                cases::CloseCase { outcome: Some(outcome), ..answers }
            }
        };
        let refused = cases::close(house, &worker, &reference, answers(Outcome::GoalsMet).await).await;
        let Err(ActionError::Refused(why)) = refused else { panic!("{refused:?}") };
        assert_eq!(why.iter().map(|r| r.key.as_str()).collect::<Vec<_>>(), ["guard-approval"]);
        assert!(matches!(cases::approve_closing(house, &worker, &reference, "fine").await, Err(ActionError::NotAllowed(_))));
        cases::approve_closing(house, &supervisor, &reference, "Read with her").await.expect("approved");
        let own = cases::close(house, &supervisor, &reference, answers(Outcome::GoalsMet).await).await;
        assert!(own.is_err(), "nobody approves their own closing");
        cases::close(house, &worker, &reference, answers(Outcome::GoalsMet).await).await.expect("closed");
        cases::reopen(house, &worker, &reference, "He is back", None).await.expect("reopened");
        let again = cases::close(house, &worker, &reference, answers(Outcome::GoalsMet).await).await;
        assert!(again.is_err(), "the approval was of the closing of then");
        test.verify().await;
    }
}
