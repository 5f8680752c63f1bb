//! A message for a closed case reaches the one who had it within the working day, and opens nothing by itself.

use actions::{
    arrivals::{JoinCase, JoinedFrom, join_case, set_aside},
    thread_mark,
};
use domain::{arrivals::Arrival, tasks::Task};
use jiff::civil::date;
use store::cases::SeenCase;
use testkit::{
    both_engines,
    builders::{a_case, the_case},
    house::TestHouse,
};

use super::letters::{ROSA, add_rosa, did, filed, mail};

/// A case that was closed; how is told elsewhere.
async fn closed_case(test: &TestHouse) -> SeenCase {
    let person = add_rosa(test).await;
    let reference = a_case().of(person).open(test).await;
    let case = the_case(test, &reference).await;
    let worker = test.caseworker();
    let mut act = test.desk().act(&worker).await.expect("an act");
    let mut closed = case.into_inner();
    closed.closed_on = Some(test.today());
    closed.closed_at = Some(test.now());
    closed.closed_by = Some(worker.staff_id());
    act.update(&mut closed).await.expect("it is closed");
    act.commit(did("cases.close", "cases", closed.id.0))
        .await
        .expect("a commit");
    the_case(test, &reference).await
}

async fn late_message(test: &TestHouse, case: &SeenCase, text: &str) -> Arrival {
    let mark = thread_mark(&test.house.keys(test.office), case);
    filed(test, mail(ROSA, &format!("Re: {mark}"), "", text)).await
}

async fn tasks(test: &TestHouse, case: &SeenCase) -> Vec<Task> {
    let mut look = test.desk().look(&test.machinery()).await.expect("a look");
    let all = store::cases::tasks(&mut look, case).await.expect("tasks");
    all.into_iter().filter(Task::is_late_message).collect()
}

both_engines! {
    async fn a_late_message_is_a_task_for_whoever_had_the_case(test) {
        let case = closed_case(&test).await;
        // A Saturday: the next working day is Monday.
        test.at("2026-03-07T15:00:00Z".parse().expect("an instant"));
        let arrival = late_message(&test, &case, "It began again.").await;
        assert_eq!(arrival.reply_to_case, Some(case.id));
        assert!(!the_case(&test, &case.reference).await.is_open(), "nothing opens by itself");
        let tasks = tasks(&test, &case).await;
        assert_eq!(tasks.len(), 1);
        assert_eq!((tasks[0].due_on, tasks[0].assigned_to), (date(2026, 3, 9), Some(test.caseworker().staff_id())));
        let worker = test.caseworker();
        let mut look = test.desk().look(&worker).await.expect("a look");
        let due = store::work::due(&mut look, worker.staff_id(), date(2026, 3, 9), 50).await.expect("the work");
        assert!(due.tasks.iter().any(|task| task.id == tasks[0].id), "{due:?}");
        assert!(due.replies.iter().any(|reply| reply.arrival_id == arrival.id), "{due:?}");
    }

    async fn two_late_messages_are_one_task_done_when_both_are_read(test) {
        let case = closed_case(&test).await;
        let first = late_message(&test, &case, "One.").await;
        let second = late_message(&test, &case, "Two.").await;
        assert_eq!(tasks(&test, &case).await.len(), 1);
        let worker = test.caseworker();
        set_aside(&test.house, &worker, first.id, "thanks only".into()).await.expect("set aside");
        assert_eq!(tasks(&test, &case).await.len(), 1, "one still waits");
        let join = JoinCase { reference: case.reference.clone(), from: JoinedFrom::ThePerson, files: vec![] };
        join_case(&test.house, &worker, second.id, &join).await.expect("joined");
        assert_eq!(tasks(&test, &case).await, []);
        assert!(!the_case(&test, &case.reference).await.is_open());
    }

    /// Somebody at intake who files it away does not read it for the one who knows the matter.
    async fn joined_by_somebody_else_it_still_waits_for_whoever_had_the_case(test) {
        let case = closed_case(&test).await;
        let arrival = late_message(&test, &case, "It began again.").await;
        let join = JoinCase { reference: case.reference.clone(), from: JoinedFrom::ThePerson, files: vec![] };
        join_case(&test.house, &test.intake(), arrival.id, &join).await.expect("joined");
        assert_eq!(tasks(&test, &case).await.len(), 1);
        // The same where nothing tied it to the case but the one who joined it.
        let other = filed(&test, mail("new@example.org", "My old matter", "", "It is I.")).await;
        join_case(&test.house, &test.intake(), other.id, &join).await.expect("joined");
        assert_eq!(tasks(&test, &case).await.len(), 1);
    }
}
