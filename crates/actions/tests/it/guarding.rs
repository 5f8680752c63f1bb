//! Who may see a case.

use actions::{
    ActionError,
    cases::{self, CloseCase},
    documents,
};
use domain::{access::Actor, cases::Visibility, ids::DocumentId};
use store::cases::{CaseFilter, CaseSight};
use testkit::{
    both_engines,
    builders::{a_case, a_person, the_case},
    house::TestHouse,
};

async fn sight(test: &TestHouse, actor: &Actor, reference: &str) -> &'static str {
    let mut look = test.desk().look(actor).await.expect("a look");
    match look.case(reference).await.expect("an answer") {
        CaseSight::Full(_) => "full",
        CaseSight::Exists(_) => "exists",
        CaseSight::Nothing => "nothing",
    }
}

both_engines! {
    async fn a_wall_hides_a_case_from_every_act_list_and_search(test) {
        let rosa = a_person("Rosa Delgado").open(&test).await;
        let reference = a_case().of(rosa).titled("Protected trouble zanzibar").open(&test).await;
        let (house, worker, colleague, supervisor) = (&test.house, test.caseworker(), test.colleague(), test.supervisor());
        assert_eq!(sight(&test, &colleague, &reference).await, "full", "the twin: before the wall");
        assert!(matches!(cases::guard(house, &worker, &reference, Visibility::Walled, "her safety").await,
            Err(ActionError::NotAllowed(_))), "who guards cases is a supervisor");
        cases::guard(house, &supervisor, &reference, Visibility::Walled, "her safety").await.expect("walled");

        for outside in [colleague, supervisor, test.director()] {
            assert_eq!(sight(&test, &outside, &reference).await, "nothing");
            let unknown = cases::write_note(house, &outside, "000-000", &crate::working::a_note("x"), None).await;
            let walled = cases::write_note(house, &outside, &reference, &crate::working::a_note("x"), None).await;
            assert!(matches!((&unknown, &walled), (Err(ActionError::NotFound), Err(ActionError::NotFound))), "one answer");
            assert!(matches!(documents::read(house, &outside, &reference, DocumentId(rosa.0)).await, Err(ActionError::NotFound)));
            let mut look = test.desk().look(&outside).await.expect("a look");
            let found = store::search::search(&mut look, "zanzibar", 10).await.expect("a search");
            assert!(found.cases.is_empty());
            assert!(look.person(rosa).await.expect("an answer").is_none(), "nor the person behind it");
            let listed = store::cases::page(&mut look, &CaseFilter::OpenAll, None, 50).await.expect("a list");
            assert!(listed.iter().all(|line| line.reference != reference));
        }
        assert!(matches!(cases::close(house, &colleague, &reference, CloseCase::default()).await, Err(ActionError::NotFound)));
        assert_eq!(sight(&test, &worker, &reference).await, "full", "its owner works on");
    }

    async fn a_wall_never_stands_with_nobody_behind_it(test) {
        let (house, worker, supervisor) = (&test.house, test.caseworker(), test.supervisor());
        let reference = a_case().open(&test).await;
        cases::to_queue(house, &worker, &reference).await.expect("in the queue");
        assert!(cases::guard(house, &supervisor, &reference, Visibility::Walled, "safety").await.is_err());
        cases::allow(house, &supervisor, &reference, supervisor.staff_id(), "I keep it").await.expect("let in");
        cases::guard(house, &supervisor, &reference, Visibility::Walled, "safety").await.expect("walled");
        assert!(cases::lift_exception(house, &supervisor, &reference, supervisor.staff_id()).await.is_err());
        let mut unseen = a_case().walled();
        unseen.0.owner_id = None;
        let refused = cases::open(house, &worker, unseen.0).await;
        assert!(matches!(refused, Err(ActionError::Refused(_))), "{refused:?}");
    }

    async fn a_conflict_of_interest_takes_the_case_away_and_keeps_it_away(test) {
        let (house, worker, supervisor) = (&test.house, test.caseworker(), test.supervisor());
        let reference = a_case().open(&test).await;
        assert!(cases::deny(house, &supervisor, &reference, worker.staff_id(), " ").await.is_err(), "with a reason");
        cases::deny(house, &supervisor, &reference, worker.staff_id(), "her brother-in-law").await.expect("kept out");
        assert_eq!(the_case(&test, &reference).await.owner_id, None, "it is in the queue, and in nobody's limbo");
        assert_eq!(sight(&test, &worker, &reference).await, "nothing");
        let refused = cases::assign(house, &supervisor, &reference, worker.staff_id()).await;
        assert!(matches!(refused, Err(ActionError::Refused(_))), "{refused:?}");
        cases::lift_exception(house, &supervisor, &reference, worker.staff_id()).await.expect("lifted");
        assert_eq!(sight(&test, &worker, &reference).await, "full");
        test.verify().await;
    }

    async fn a_restriction_shows_that_there_is_something(test) {
        let (house, supervisor) = (&test.house, test.supervisor());
        let reference = a_case().open(&test).await;
        cases::guard(house, &supervisor, &reference, Visibility::Restricted, "a well-known name").await.expect("restricted");
        assert_eq!(sight(&test, &test.colleague(), &reference).await, "exists");
        assert!(matches!(cases::take(house, &test.colleague(), &reference).await, Err(ActionError::NotFound)));
        cases::allow(house, &supervisor, &reference, test.colleague().staff_id(), "helps with it").await.expect("let in");
        assert_eq!(sight(&test, &test.colleague(), &reference).await, "full");
        cases::guard(house, &supervisor, &reference, Visibility::Open, "no longer needed").await.expect("open");
        assert_eq!(sight(&test, &test.intake(), &reference).await, "full");
    }
}
