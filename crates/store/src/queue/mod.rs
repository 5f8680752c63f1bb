//! The queue: jobs are written with the change they follow, claimed under a lease, and kept where they fail.

use domain::{
    ids::{JobId, OfficeId},
    queue::Job,
};
use jiff::Timestamp;

use crate::{
    Act, Desk, StoreError,
    engine::{Deadline, Statement, Value},
    params, statements,
};

statements! {
    ENQUEUE = "insert into jobs (office_id, id, kind, payload, run_at, attempts, dedupe_key, state)
        values ($1, $2, $3, $4, $5, 0, $6, 'waiting') on conflict (office_id, dedupe_key) do update
        set run_at = $5, attempts = 0, state = 'waiting', lease_until = null, lease_by = null, last_error = null";
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
    /// only for the one who still holds it: a job that was asked for again meanwhile is run again
    DONE = "update jobs set state = 'done', lease_until = null, last_error = null
        where office_id = $1 and id = $2 and lease_by = $3 and lease_until = $4";
    LATER = "update jobs set run_at = $5, lease_until = null, last_error = $6
        where office_id = $1 and id = $2 and lease_by = $3 and lease_until = $4";
    DEAD = "update jobs set state = 'dead', lease_until = null, last_error = $5
        where office_id = $1 and id = $2 and lease_by = $3 and lease_until = $4";
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
    /// By whom and until when it is held.
    pub lease: Lease,
}

/// Who holds a job, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    pub by: String,
    pub until: Timestamp,
}

impl Act<'_> {
    /// Adds a job to this act: it exists only if the act does. A job with the same key is not added twice; it is run
    /// (again) at the new time, even if it is done, failed for good, or under way.
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
            let lease = Lease {
                by: by.to_owned(),
                until: lease_until,
            };
            Ok(Claimed {
                office,
                id,
                job,
                attempts,
                lease,
            })
        })
        .collect()
}

pub async fn done(desk: &Desk, claimed: &Claimed) -> Result<(), StoreError> {
    settle(desk, claimed, DONE, params![]).await
}

/// The job will be tried again at `run_at`.
pub async fn later(desk: &Desk, claimed: &Claimed, run_at: Timestamp, why: &str) -> Result<(), StoreError> {
    settle(desk, claimed, LATER, params![run_at, why.to_owned()]).await
}

/// The job is given up; a person is told elsewhere.
pub async fn dead(desk: &Desk, claimed: &Claimed, why: &str) -> Result<(), StoreError> {
    settle(desk, claimed, DEAD, params![why.to_owned()]).await
}

async fn settle(
    desk: &Desk,
    claimed: &Claimed,
    statement: Statement,
    more: &[Value],
) -> Result<(), StoreError> {
    let mut tx = desk.database().write(None, Deadline::PAGE).await?;
    let lease = &claimed.lease;
    let mut values = params![claimed.office, claimed.id, lease.by.clone(), lease.until].to_vec();
    values.extend_from_slice(more);
    tx.execute(statement, &values).await?;
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
