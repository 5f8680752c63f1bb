//! The runner itself: it wakes for new work, and stops between jobs.

use std::{sync::Arc, time::Duration};

use domain::letters::LetterState;
use jobs::{Pace, start};
use testkit::both_engines;

use super::{a_queued_letter, a_safe_case, held, memory, the_letter};

both_engines! {
    async fn a_runner_sends_what_is_queued_while_it_runs_and_then_stops(test) {
        let outbox = memory();
        // It would look by itself only after an hour: the act wakes it.
        let pace = Pace { look_every: Duration::from_secs(3600), at_once: 2 };
        let running = start(test.house.clone(), Arc::clone(&outbox), pace);
        let case = a_safe_case(&test).await;
        let letter = a_queued_letter(&test, &case).await;
        let sent = async {
            while the_letter(&test, &case, letter).await.state != LetterState::Sent {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), sent).await.expect("it was woken");
        tokio::time::timeout(Duration::from_secs(20), running.stop()).await.expect("it stops");
        assert_eq!(held(&outbox).len(), 1);
        let after = a_queued_letter(&test, &case).await;
        assert_eq!(the_letter(&test, &case, after).await.state, LetterState::Queued, "nobody runs it any more");
    }
}
