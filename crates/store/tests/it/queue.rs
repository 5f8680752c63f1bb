//! Jobs: written with their change, held by one at a time.

use domain::{ids::LetterId, queue::Job};
use jiff::ToSpan;
use store::queue;

use crate::{
    both_engines,
    harness::{did, found_town},
};

both_engines! {
    async fn a_job_exists_only_if_its_change_does(room) {
        let town = found_town(&room.desk, "jobs").await;
        let job = Job::SendLetter(LetterId(room.desk.new_id()));
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        act.enqueue(job, act.now()).await.expect("enqueued");
        act.abandon().await.expect("abandoned");
        let lease = room.desk.now() + 1.minute();
        assert!(queue::claim(&room.desk, "a", lease, 10).await.expect("claimed").is_empty());
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        act.enqueue(job, act.now()).await.expect("enqueued");
        act.enqueue(job, act.now()).await.expect("enqueued twice");
        act.commit(did("letters.queue", "letters", town.office.0)).await.expect("a commit");
        let claimed = queue::claim(&room.desk, "a", lease, 10).await.expect("claimed");
        assert_eq!(claimed.iter().map(|c| c.job).collect::<Vec<_>>(), [job], "one key is one job");
        assert!(queue::claim(&room.desk, "b", lease, 10).await.expect("claimed").is_empty(), "it is held");
        queue::done(&room.desk, &claimed[0]).await.expect("done");
        assert_eq!(queue::counts(&room.desk, town.office).await.expect("counts"), [("done".into(), 1)]);
    }

    async fn a_lease_that_ended_frees_the_job(room) {
        let town = found_town(&room.desk, "lease").await;
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        act.enqueue(Job::SendLetter(LetterId(act.new_id())), act.now()).await.expect("enqueued");
        act.commit(did("letters.queue", "letters", town.office.0)).await.expect("a commit");
        let lease = room.desk.now() + 1.minute();
        assert_eq!(queue::claim(&room.desk, "a", lease, 10).await.expect("claimed").len(), 1);
        room.desk.time().set(lease + 1.second());
        let again = queue::claim(&room.desk, "b", lease + 1.minute(), 10).await.expect("claimed");
        assert_eq!(again[0].attempts, 2);
    }
}
