//! A message that kills whoever reads it is tried three times, and then shown unread.

use actions::arrivals::{MOST_TRIES, take_in_trying};
use domain::arrivals::Verdict;
use sha2::{Digest, Sha256};
use testkit::{both_engines, house::TestHouse};

use super::letters::{filed, mail, says};

fn killer() -> Vec<u8> {
    mail("x@example.org", "Read me", "", "and die")
}

/// What is on record after a process was killed while it read: the try, and nothing else.
async fn a_process_dies_reading(test: &TestHouse) {
    let digest = Sha256::digest(killer());
    store::arrivals::record_attempt(test.desk(), test.office, &digest)
        .await
        .expect("a try is counted");
}

both_engines! {
    async fn a_message_that_killed_three_readers_is_filed_unread(test) {
        for _ in 0..MOST_TRIES {
            a_process_dies_reading(&test).await;
        }
        let arrival = filed(&test, killer()).await;
        assert_eq!(arrival.verdict, Verdict::Unreadable);
        assert_eq!(arrival.attempts, 3);
        assert!(says(&arrival, "unreadable-tried-often"), "{:?}", arrival.because);
        assert!(arrival.new_text.is_empty() && arrival.raw_object.is_some());
        let kept = actions::arrivals::raw(&test.house, &test.intake(), arrival.id).await.expect("its bytes");
        assert_eq!(kept.bytes, killer());
        // The others are read as ever.
        let next = filed(&test, mail("y@example.org", "Hello", "", "there")).await;
        assert_eq!(next.verdict, Verdict::ToRead);
    }

    async fn a_message_that_killed_two_readers_is_tried_once_more(test) {
        for _ in 0..MOST_TRIES - 1 {
            a_process_dies_reading(&test).await;
        }
        let arrival = filed(&test, killer()).await;
        assert_eq!((arrival.verdict, arrival.attempts), (Verdict::ToRead, 3));
    }

    /// The twin: where tries are not bounded, the killer is read a fourth time, and a fifth.
    async fn without_the_bound_a_killer_is_read_for_ever(test) {
        for _ in 0..10 {
            a_process_dies_reading(&test).await;
        }
        take_in_trying(&test.house, test.office, killer(), None, i64::MAX).await.expect("it is taken in");
        let counts = {
            let mut look = test.desk().look(&test.machinery()).await.expect("a look");
            store::arrivals::counts(&mut look).await.expect("counts")
        };
        assert_eq!(counts, [(Verdict::ToRead, 1)], "it was read");
    }
}

both_engines! {
    /// Two doors carry the same message at the same moment.
    async fn the_same_message_at_the_same_moment_is_one_arrival(test) {
        let mut doors = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (house, office) = (test.house.clone(), test.office);
            doors.spawn(async move { actions::arrivals::take_in(&house, office, killer(), None).await });
        }
        let taken = doors.join_all().await;
        let (new, again): (Vec<_>, Vec<_>) = taken
            .into_iter()
            .map(|taken| taken.expect("each is answered"))
            .partition(|taken| matches!(taken, actions::arrivals::TakenIn::New { .. }));
        assert_eq!((new.len(), again.len()), (1, 7));
        test.verify().await;
    }
}
