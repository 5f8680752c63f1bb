//! Killed without warning while eight people write: what was answered is there afterwards, whole and once.
//!
//! A write counts as acknowledged when its answer has come through the door. The client keeps the journal of those, in
//! a folder of its own. Who got no answer sends the same form again, with the key it carried. `CASEWORK_KILLS=100` kills
//! more often than the check does.

mod journal;
mod look;
mod office;
mod power;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use store::{Chance, engine::DatabaseUrl};
use testkit::postgres::{Cluster, Wishes, is_skipped};

use crate::harness::Folder;
use journal::{Counts, Journal};
use look::{Found, look_into, promise};
use office::{Office, serve};

/// Somewhere between a twentieth of a second and a second and a half.
fn a_moment() -> Duration {
    let [a, b] = Chance::System.bytes::<2>();
    Duration::from_millis(50 + u64::from(u16::from_be_bytes([a, b])) % 1_451)
}

fn kills(in_the_check: u64) -> u64 {
    let said = std::env::var_os("CASEWORK_KILLS");
    said.and_then(|n| n.to_str()?.parse().ok())
        .unwrap_or(in_the_check)
}

/// Kills the program `n` times while eight people write.
async fn kill_the_program(n: u64, journal: &Arc<Journal>) -> Found {
    let folder = Folder::new();
    let url = DatabaseUrl::in_folder(folder.path());
    let (office, mut serving) = Office::open(folder, url);
    for _ in 0..n {
        let writers = office.write(&serving, journal, &Arc::default());
        std::thread::sleep(a_moment());
        serving.kill_hard();
        for writer in writers {
            writer.join().expect("a writer ends");
        }
        serving = serve(&office.folder);
    }
    let (code, log) = serving.end();
    assert_eq!(code, Some(0), "it ends as it should: {log}");
    assert_eq!(office.folder.done(&["verify"])["ok"], true);
    look_into(&office.url, journal).await
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_keeps_what_was_answered_when_the_program_is_killed() {
    let journal = Arc::new(Journal::new(Counts::WhenAnswered));
    let found = kill_the_program(kills(12), &journal).await;
    promise("D1", &found, &journal);
}

/// The twin: acknowledged before it is committed, some of it is lost, and this harness notices.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_acknowledged_when_it_is_sent_is_lost_and_that_is_noticed() {
    let journal = Arc::new(Journal::new(Counts::WhenSent));
    let found = kill_the_program(2, &journal).await;
    assert!(found.lost > 0, "{found:?}");
    assert_eq!((found.doubled, found.halves), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn postgresql_keeps_what_was_answered_when_its_server_is_killed() {
    if is_skipped() {
        println!("skipped: PostgreSQL by wish");
        return;
    }
    let cluster = Cluster::start(&Wishes::default()).expect("a cluster");
    let made = cluster.empty_database().await.expect("a database");
    let folder = Folder::new();
    folder.write(
        "casework.toml",
        &format!(
            "database = \"{}\"\ndatabase_owner = \"{}\"\n",
            made.app_url, made.owner_url
        ),
    );
    let journal = Arc::new(Journal::new(Counts::WhenAnswered));
    let (office, serving) = Office::open(folder, DatabaseUrl::Postgres(made.app_url));
    let end = Arc::new(AtomicBool::new(false));
    let writers = office.write(&serving, &journal, &end);
    for _ in 0..kills(3) {
        let before = journal.read().len();
        std::thread::sleep(a_moment());
        cluster.kill_and_restart().expect("it comes back");
        // The program lives on, and finds its way to the new server by itself.
        let back = (0..3_000).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            journal.read().len() > before
        });
        assert!(
            back,
            "nothing is acknowledged half a minute after the server is back"
        );
    }
    end.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.join().expect("a writer ends");
    }
    assert_eq!(serving.end().0, Some(0));
    assert_eq!(office.folder.done(&["verify"])["ok"], true);
    let found = look_into(&office.url, &journal).await;
    promise("D3", &found, &journal);
}
