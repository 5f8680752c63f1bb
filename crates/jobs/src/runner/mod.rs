//! The queue runner: claims jobs under a lease, runs each in a task of its own, tries again later what failed, and
//! stops only between jobs.

mod again;
mod follow_up;
mod late_message;
mod letter;
mod pass;

use std::{sync::Arc, time::Duration};

use actions::House;
use store::queue;
use tokio::{sync::watch, task::JoinHandle};

use crate::outbox::Outbox;

pub use again::MAX_TRIES;
pub use pass::{Ended, Pass, run_due};

/// How the runner paces itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The longest it sleeps before it looks again, for work another process enqueued.
    pub look_every: Duration,
    /// How many jobs run at once.
    pub at_once: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            look_every: Duration::from_secs(3),
            at_once: 4,
        }
    }
}

/// A runner at work.
#[derive(Debug)]
pub struct Running {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Running {
    /// Lets what is under way finish, claims nothing more, and returns when all is still.
    pub async fn stop(self) {
        // Nobody to hear it means that it has ended already.
        let _ = self.stop.send(true);
        if let Err(fault) = self.task.await {
            tracing::error!(%fault, "the queue runner ended badly");
        }
    }
}

/// Starts a runner. It lives until it is stopped.
pub fn start(house: House, outbox: Arc<Outbox>, pace: Pace) -> Running {
    let (stop, stopped) = watch::channel(false);
    let task = tokio::spawn(work(house, outbox, pace, stopped));
    Running { stop, task }
}

async fn work(house: House, outbox: Arc<Outbox>, pace: Pace, mut stopped: watch::Receiver<bool>) {
    let name = format!("runner-{}", house.desk().new_id());
    while !*stopped.borrow() {
        match pass::one_batch(&house, &outbox, &name, pace.at_once).await {
            Ok(pass) if pass.n_claimed() > 0 => continue,
            Ok(_) => {}
            Err(fault) => tracing::warn!(%fault, "the queue could not be read"),
        }
        let nap = nap(&house, pace).await;
        tokio::select! {
            () = house.desk().work().notified() => {}
            () = tokio::time::sleep(nap) => {}
            _ = stopped.changed() => {}
        }
    }
}

/// Until the next job is due, within the pace.
async fn nap(house: &House, pace: Pace) -> Duration {
    let shortest = Duration::from_millis(200).min(pace.look_every);
    let until_next = match queue::next_at(house.desk()).await {
        Ok(Some(at)) => Duration::try_from(at.duration_since(house.desk().now())).unwrap_or(shortest),
        Ok(None) => pace.look_every,
        Err(fault) => {
            tracing::warn!(%fault, "the queue could not be read");
            pace.look_every
        }
    };
    until_next.clamp(shortest, pace.look_every)
}
