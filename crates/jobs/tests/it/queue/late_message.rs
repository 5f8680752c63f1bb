//! A late message on a closed case is seen to by a person, once.

use domain::{cases::Case, queue::Job};
use store::ledger::Deed;
use testkit::{
    agency::{Mail, a_benefits_case, a_person, the_tasks},
    both_engines,
    builders::the_case,
    house::TestHouse,
};

use super::{memory, passed};

async fn came(test: &TestHouse, case: &str, close: bool) {
    let seen = the_case(test, case).await;
    let house = test.machinery();
    let mut act = test.desk().act(&house).await.unwrap();
    let mut after = Case {
        closed_on: close.then(|| test.today()),
        closed_by: close.then(|| test.caseworker().staff_id()),
        ..seen.into_inner()
    };
    act.update(&mut after).await.unwrap();
    act.enqueue(Job::LateMessage(after.id), act.now()).await.unwrap();
    let deed = Deed {
        action: "arrivals.take-in",
        object: "cases",
        object_id: after.id.0,
        case_id: Some(after.id),
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await.unwrap();
}

async fn n_late(test: &TestHouse, case: &str) -> usize {
    the_tasks(test, case)
        .await
        .iter()
        .filter(|task| task.what == "late-message")
        .count()
}

both_engines! {
    async fn telling_of_a_late_message_twice_is_one_task(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        came(&test, &case, true).await;
        assert_eq!(passed(&test, &memory()).await.n_done, 1);
        assert_eq!(n_late(&test, &case).await, 1);
        let task = the_tasks(&test, &case).await.into_iter().find(|task| task.what == "late-message").unwrap();
        assert_eq!(task.assigned_to, Some(test.caseworker().staff_id()));
        came(&test, &case, true).await;
        assert_eq!(passed(&test, &memory()).await.n_done, 1);
        assert_eq!(n_late(&test, &case).await, 1);
        test.verify().await;
    }

    async fn an_open_case_needs_no_such_task(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        came(&test, &case, false).await;
        assert_eq!(passed(&test, &memory()).await.n_done, 1);
        assert_eq!(n_late(&test, &case).await, 0);
    }
}
