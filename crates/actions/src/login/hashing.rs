//! Password work in line: as many at once as there are cores, a short queue behind them, and the rest told to come
//! again. A storm of logins leaves the pages of those who are in as quick as before.

use std::sync::atomic::{AtomicUsize, Ordering};

use auth::{
    PasswordFault,
    passwords::{Checked, Typed},
};
use store::StoreError;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::{ActionError, House};

/// How many may wait before the next is sent away.
const QUEUE: usize = 32;

/// The line.
pub(crate) struct Hashing {
    free: Semaphore,
    n_waiting: AtomicUsize,
}

/// A turn at the front of the line; it ends when dropped.
pub(crate) struct Turn<'h> {
    house: &'h House,
    _permit: SemaphorePermit<'h>,
}

/// Counts one who waits, and stops counting however the waiting ends.
struct Waiting<'h>(&'h AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Hashing {
    pub(crate) fn on_this_machine() -> Self {
        Self::at_once(std::thread::available_parallelism().map_or(1, std::num::NonZero::get))
    }

    fn at_once(n: usize) -> Self {
        Self {
            free: Semaphore::new(n),
            n_waiting: AtomicUsize::new(0),
        }
    }

    async fn turn(&self) -> Result<SemaphorePermit<'_>, ActionError> {
        if let Ok(permit) = self.free.try_acquire() {
            return Ok(permit);
        }
        if self.n_waiting.fetch_add(1, Ordering::Relaxed) >= QUEUE {
            self.n_waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(ActionError::Failed(StoreError::Busy));
        }
        let _waiting = Waiting(&self.n_waiting);
        self.free
            .acquire()
            .await
            .map_err(|closed| ActionError::Failed(StoreError::broken(closed)))
    }
}

/// Waits for a turn.
pub(crate) async fn turn(house: &House) -> Result<Turn<'_>, ActionError> {
    Ok(Turn {
        house,
        _permit: house.hashing().turn().await?,
    })
}

impl Turn<'_> {
    /// Checks a password against somebody's hash, or does the same work against nobody's. Where the stored hash was
    /// made otherwise than it would be now, a new one comes with the answer.
    pub(crate) async fn check(
        &self,
        typed: &str,
        stored: Option<String>,
    ) -> Result<(Checked, Option<String>), ActionError> {
        let typed = Typed::new(typed);
        self.work(move |house| {
            let checked = house.passwords().check(&typed, stored.as_deref())?;
            let again = match checked {
                Checked::Right { again: true } => Some(house.passwords().hash(&typed)?),
                Checked::Right { again: false } | Checked::Wrong => None,
            };
            Ok((checked, again))
        })
        .await
    }

    /// Makes a hash to keep.
    pub(crate) async fn hash(&self, typed: Typed) -> Result<String, ActionError> {
        self.work(move |house| house.passwords().hash(&typed)).await
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&House) -> Result<T, PasswordFault> + Send + 'static,
    ) -> Result<T, ActionError> {
        let house = self.house.clone();
        tokio::task::spawn_blocking(move || work(&house))
            .await
            .map_err(|fault| ActionError::Failed(StoreError::broken(fault)))?
            .map_err(|fault| ActionError::Files(Box::new(fault)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn beyond_the_queue_one_is_sent_away_and_room_comes_back() {
        let line = std::sync::Arc::new(Hashing::at_once(1));
        let first = line.turn().await.expect("the line is empty");
        let waiting: Vec<_> = (0..QUEUE)
            .map(|_| {
                let line = line.clone();
                tokio::spawn(async move { line.turn().await.map(drop).is_ok() })
            })
            .collect();
        while line.n_waiting.load(Ordering::Relaxed) < QUEUE {
            tokio::task::yield_now().await;
        }
        let sent_away = line.turn().await.map(drop);
        assert!(matches!(sent_away, Err(ActionError::Failed(StoreError::Busy))));
        drop(first);
        for one in waiting {
            assert!(one.await.expect("it ends"), "those in the queue get their turn");
        }
        assert_eq!(line.n_waiting.load(Ordering::Relaxed), 0);
        assert!(line.turn().await.is_ok());
    }
}
