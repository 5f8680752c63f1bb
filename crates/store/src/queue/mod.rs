//! The queue: jobs are written with the change they follow, claimed under a lease, and kept where they fail.

use domain::{
    ids::{JobId, OfficeId},
    queue::Job,
};
use jiff::Timestamp;

use crate::{Act, Desk, StoreError, engine::Deadline, params, statements};

statements! {
    ENQUEUE = "insert into jobs (office_id, id, kind, payload, run_at, attempts, dedupe_key, state)
        values ($1, $2, $3, $4, $5, 0, $6, 'waiting') on conflict (office_id, dedupe_key) do nothing";
    /// jobs whose time has come and whom nobody holds, of every office: the one list without an office
    CLAIM = {
        postgres: "update jobs set lease_until = $2, lease_by = $3, attempts = attempts + 1 where (office_id, id) in
            (select office_id, id from jobs where state = 'waiting' and run_at <= $1
             and (lease_until is null or lease_until < $1) order by run_at, id limit $4 for update skip locked)
            returning office_id, id, payload, attempts",
        sqlite: "update jobs set lease_until = $2, lease_by = $3, attempts = attempts + 1 where (office_id, id) in
            (select office_id, id from jobs where state = 'waiting' and run_at <= $1
             and (lease_until is null or lease_until < $1) order by run_at, id limit $4)
            returning office_id, id, payload, attempts",
    };
    DONE = "update jobs set state = 'done', lease_until = null, last_error = null where office_id = $1 and id = $2";
    LATER = "update jobs set run_at = $3, lease_until = null, last_error = $4 where office_id = $1 and id = $2";
    DEAD = "update jobs set state = 'dead', lease_until = null, last_error = $3 where office_id = $1 and id = $2";
    AGAIN = "update jobs set state = 'waiting', run_at = $3, attempts = 0, lease_until = null
        where office_id = $1 and dedupe_key = $2";
    COUNTS = "select state, count(*) from jobs where office_id = $1 group by state order by state";
    NEXT_AT = "select min(run_at) from jobs where state = 'waiting'";
}

/// A job somebody holds until their lease ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    pub office: OfficeId,
    pub id: JobId,
    pub job: Job,
    /// This try included.
    pub attempts: i64,
}

impl Act<'_> {
    /// Adds a job to this act: it exists only if the act does. A job with the same key is not added twice.
    pub async fn enqueue(&mut self, job: Job, run_at: Timestamp) -> Result<(), StoreError> {
        let office = self.office_id();
        let id = JobId(self.new_id());
        let payload = serde_json::to_value(job).map_err(StoreError::broken)?;
        let params = params![
            office,
            id,
            job.kind().to_owned(),
            payload,
            run_at,
            job.dedupe_key()
        ];
        self.tx().execute(ENQUEUE, params).await?;
        self.has_enqueued();
        Ok(())
    }

    /// Puts a job that failed for good back in the queue.
    pub async fn enqueue_again(&mut self, job: Job) -> Result<bool, StoreError> {
        let office = self.office_id();
        let now = self.now();
        let n = self
            .tx()
            .execute(AGAIN, params![office, job.dedupe_key(), now])
            .await?;
        self.has_enqueued();
        Ok(n == 1)
    }
}

/// Claims up to `most` jobs until `lease_until`.
pub async fn claim(
    desk: &Desk,
    by: &str,
    lease_until: Timestamp,
    most: i64,
) -> Result<Vec<Claimed>, StoreError> {
    let now = desk.now();
    let mut tx = desk.database().write(None, Deadline::PAGE).await?;
    let rows: Vec<(OfficeId, JobId, serde_json::Value, i64)> = tx
        .all(CLAIM, params![now, lease_until, by.to_owned(), most])
        .await?;
    tx.commit().await?;
    rows.into_iter()
        .map(|(office, id, payload, attempts)| {
            let job = serde_json::from_value(payload).map_err(StoreError::broken)?;
            Ok(Claimed {
                office,
                id,
                job,
                attempts,
            })
        })
        .collect()
}

pub async fn done(desk: &Desk, claimed: &Claimed) -> Result<(), StoreError> {
    let mut tx = desk.database().write(None, Deadline::PAGE).await?;
    tx.execute(DONE, params![claimed.office, claimed.id]).await?;
    tx.commit().await
}

/// The job will be tried again at `run_at`.
pub async fn later(desk: &Desk, claimed: &Claimed, run_at: Timestamp, why: &str) -> Result<(), StoreError> {
    let mut tx = desk.database().write(None, Deadline::PAGE).await?;
    tx.execute(LATER, params![claimed.office, claimed.id, run_at, why.to_owned()])
        .await?;
    tx.commit().await
}

/// The job is given up; a person is told elsewhere.
pub async fn dead(desk: &Desk, claimed: &Claimed, why: &str) -> Result<(), StoreError> {
    let mut tx = desk.database().write(None, Deadline::PAGE).await?;
    tx.execute(DEAD, params![claimed.office, claimed.id, why.to_owned()])
        .await?;
    tx.commit().await
}

/// How many jobs of an office stand in each state.
pub async fn counts(desk: &Desk, office: OfficeId) -> Result<Vec<(String, i64)>, StoreError> {
    let mut tx = desk.database().read(Some(office), Deadline::PAGE).await?;
    tx.all(COUNTS, params![office]).await
}

/// When the next job is due, of any office.
pub async fn next_at(desk: &Desk) -> Result<Option<Timestamp>, StoreError> {
    let mut tx = desk.database().read(None, Deadline::PAGE).await?;
    Ok(tx
        .one::<(Option<Timestamp>,)>(NEXT_AT, &[])
        .await?
        .and_then(|(at,)| at))
}
