//! One pass over the queue: what is due is claimed, run and settled.

use std::{sync::Arc, time::Duration};

use actions::{ActionError, House};
use domain::queue::Job;
use store::{
    StoreError,
    queue::{self, Claimed},
};
use tokio::task::JoinSet;

use super::{
    again::{MAX_TRIES, next_try},
    follow_up, late_message, letter,
};
use crate::outbox::Outbox;

/// Longer than any mail server may take over one letter.
const LEASE: Duration = Duration::from_secs(10 * 60);

/// How one run of a job ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    Done,
    /// It is tried again later. A word for the reason, naming nobody.
    Later(String),
    /// It is given up, and a person knows.
    Dead(String),
}

/// What a pass came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pass {
    pub n_done: usize,
    pub n_later: usize,
    pub n_dead: usize,
}

impl Pass {
    pub const fn n_claimed(&self) -> usize {
        self.n_done + self.n_later + self.n_dead
    }

    fn add(&mut self, other: Self) {
        self.n_done += other.n_done;
        self.n_later += other.n_later;
        self.n_dead += other.n_dead;
    }
}

/// Runs everything that is due now, and what that makes due. For the command line and for tests.
pub async fn run_due(house: &House, outbox: &Arc<Outbox>) -> Result<Pass, StoreError> {
    let name = format!("pass-{}", house.desk().new_id());
    let mut all = Pass::default();
    loop {
        let batch = one_batch(house, outbox, &name, 4).await?;
        if batch.n_claimed() == 0 {
            return Ok(all);
        }
        all.add(batch);
    }
}

/// Claims up to `most` jobs and runs them side by side.
pub(super) async fn one_batch(
    house: &House,
    outbox: &Arc<Outbox>,
    name: &str,
    most: usize,
) -> Result<Pass, StoreError> {
    let desk = house.desk();
    let most = i64::try_from(most.max(1)).unwrap_or(1);
    let claimed = queue::claim(desk, name, desk.now() + LEASE, most).await?;
    let mut running = JoinSet::new();
    for job in claimed {
        running.spawn(run_and_settle(house.clone(), Arc::clone(outbox), job));
    }
    let mut pass = Pass::default();
    while let Some(ended) = running.join_next().await {
        match ended {
            Ok(Ended::Done) => pass.n_done += 1,
            Ok(Ended::Dead(_)) => pass.n_dead += 1,
            Ok(Ended::Later(_)) => pass.n_later += 1,
            // Its lease ends by itself, and it is tried again.
            Err(fault) => {
                tracing::error!(%fault, "a job stopped before it was settled");
                pass.n_later += 1;
            }
        }
    }
    Ok(pass)
}

async fn run_and_settle(house: House, outbox: Arc<Outbox>, claimed: Claimed) -> Ended {
    let kind = claimed.job.kind();
    let running = {
        let (house, claimed) = (house.clone(), claimed.clone());
        // In a task of its own: a job that panics is a job that failed.
        tokio::spawn(async move { run(&house, &outbox, &claimed).await })
    };
    let ended = match running.await {
        Ok(Ok(ended)) => ended,
        Ok(Err(fault)) => {
            tracing::warn!(kind, office = %claimed.office, job = %claimed.id, %fault, "a job failed");
            failed(&house, &claimed, "job-failed").await
        }
        Err(fault) => {
            tracing::error!(kind, office = %claimed.office, job = %claimed.id, %fault, "a job panicked");
            failed(&house, &claimed, "job-panicked").await
        }
    };
    let desk = house.desk();
    let settled = match &ended {
        Ended::Done => queue::done(desk, &claimed).await,
        Ended::Later(why) => queue::later(desk, &claimed, next_try(desk, claimed.attempts), why).await,
        Ended::Dead(why) => queue::dead(desk, &claimed, why).await,
    };
    if let Err(fault) = settled {
        tracing::warn!(kind, job = %claimed.id, %fault, "a job could not be settled; its lease ends by itself");
    }
    ended
}

async fn run(house: &House, outbox: &Outbox, claimed: &Claimed) -> Result<Ended, ActionError> {
    match claimed.job {
        Job::SendLetter(id) => letter::send(house, outbox, claimed, id).await,
        Job::AskFollowUp(id) => follow_up::ask(house, claimed.office, id).await,
        Job::LateMessage(id) => late_message::tell(house, claimed.office, id).await,
    }
}

/// What failed is tried again, until it was tried often enough; then a person is asked.
async fn failed(house: &House, claimed: &Claimed, why: &str) -> Ended {
    if claimed.attempts < MAX_TRIES {
        return Ended::Later(why.to_owned());
    }
    let told = match claimed.job {
        Job::SendLetter(id) => letter::give_up(house, claimed.office, id, why).await,
        Job::AskFollowUp(_) | Job::LateMessage(_) => Ok(()),
    };
    if let Err(fault) = told {
        tracing::error!(job = %claimed.id, %fault, "nobody could be told of a job that was given up");
        return Ended::Later(why.to_owned());
    }
    Ended::Dead(why.to_owned())
}
