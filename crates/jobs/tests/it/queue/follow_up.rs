//! Four weeks after closing the person is asked whether it was solved: once, where it is safe, else by a person.

use domain::{
    cases::{Case, FollowUp},
    ids::FollowUpId,
    queue::Job,
};
use jiff::ToSpan;
use store::ledger::Deed;
use testkit::{
    agency::{Mail, a_benefits_case, a_person, the_tasks},
    both_engines,
    builders::the_case,
    house::TestHouse,
};

use super::{held, memory, passed};

/// Closes a case as the closing act does, with its question four weeks on.
async fn closed(test: &TestHouse, case: &str) -> FollowUpId {
    let seen = the_case(test, case).await;
    let house = test.machinery();
    let mut act = test.desk().act(&house).await.unwrap();
    let ask_on = test.today().saturating_add(28.days());
    let follow_up = FollowUp {
        id: FollowUpId(act.new_id()),
        case_id: seen.id,
        ask_on,
        asked_at: None,
        answer: None,
        answer_note: None,
        answered_at: None,
        version: 0,
    };
    let mut after = Case {
        closed_on: Some(test.today()),
        closed_at: Some(test.now()),
        closed_by: Some(test.caseworker().staff_id()),
        ..seen.into_inner()
    };
    act.update(&mut after).await.unwrap();
    act.insert(&follow_up).await.unwrap();
    let at = act.now() + (28 * 24).hours();
    act.enqueue(Job::AskFollowUp(follow_up.id), at).await.unwrap();
    act.commit(did(&after)).await.unwrap();
    follow_up.id
}

fn did(case: &Case) -> Deed {
    Deed {
        action: "cases.close",
        object: "cases",
        object_id: case.id.0,
        case_id: Some(case.id),
        outcome: "done",
        reason: None,
    }
}

/// The queue is told to ask once more.
async fn asked_again(test: &TestHouse, case: &str, id: FollowUpId) {
    let seen = the_case(test, case).await;
    let house = test.machinery();
    let mut act = test.desk().act(&house).await.unwrap();
    act.enqueue(Job::AskFollowUp(id), act.now()).await.unwrap();
    act.commit(did(&seen)).await.unwrap();
}

async fn the_follow_up(test: &TestHouse, case: &str) -> FollowUp {
    let seen = the_case(test, case).await;
    let mut look = test.desk().look(&test.caseworker()).await.unwrap();
    store::cases::follow_ups(&mut look, &seen)
        .await
        .unwrap()
        .remove(0)
}

both_engines! {
    async fn asking_a_follow_up_twice_asks_once(test) {
        let outbox = memory();
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let id = closed(&test, &case).await;
        test.days_pass(27);
        assert_eq!(passed(&test, &outbox).await.n_claimed(), 0, "not before four weeks");
        test.days_pass(1);
        assert_eq!(passed(&test, &outbox).await.n_done, 2, "the question, and its letter");
        let text = held(&outbox).remove(0);
        assert!(text.contains("Auto-Submitted: auto-generated"), "{text}");
        assert_eq!(the_follow_up(&test, &case).await.asked_at, Some(test.now()));
        asked_again(&test, &case, id).await;
        assert_eq!(passed(&test, &outbox).await.n_done, 1);
        assert_eq!(held(&outbox).len(), 1);
        test.verify().await;
    }

    async fn where_it_is_not_safe_a_person_is_asked_to_ask_and_only_once(test) {
        let outbox = memory();
        let person = a_person(&test, Mail::Unknown).await;
        let case = a_benefits_case(&test, person).await;
        let id = closed(&test, &case).await;
        test.days_pass(28);
        passed(&test, &outbox).await;
        assert!(held(&outbox).is_empty());
        assert_eq!(the_follow_up(&test, &case).await.asked_at, None, "nobody has asked yet");
        let tasks = the_tasks(&test, &case).await;
        let asks: Vec<_> = tasks.iter().filter(|task| task.what == "ask-follow-up").collect();
        assert_eq!(asks.len(), 1);
        assert_eq!(asks[0].assigned_to, Some(test.caseworker().staff_id()));
        asked_again(&test, &case, id).await;
        passed(&test, &outbox).await;
        assert_eq!(the_tasks(&test, &case).await.len(), tasks.len());
        test.verify().await;
    }
}
