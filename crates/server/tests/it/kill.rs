//! Killed without warning while eight people write: what was answered is there afterwards, whole and once.
//!
//! A write counts as acknowledged when its answer has come through the door. The client keeps the journal of those, in
//! a folder of its own. `CASEWORK_KILLS=100` kills more often than the check does.

use std::{
    collections::BTreeMap,
    io::Write as _,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use domain::ids::OfficeId;
use store::{
    Chance, Desk, TimeSource,
    engine::{Database, DatabaseUrl, Deadline, Kind, Value},
};
use testkit::{
    caller::Caller,
    postgres::{Cluster, Wishes, is_skipped},
};

use crate::harness::{Folder, Running};

const WRITERS: u64 = 8;
const LOGIN: &str = "noor@vale.example";
const PASSWORD: &str = "nine quiet herons by the kettle";

/// When a write counts as acknowledged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    WhenAnswered,
    /// The twin: as a server would that answers before it commits.
    WhenSent,
}

/// What the client was told is safe.
struct Journal {
    folder: Folder,
    counts: Counts,
    file: Mutex<std::fs::File>,
    next: AtomicU64,
}

impl Journal {
    fn new(counts: Counts) -> Self {
        let folder = Folder::new();
        let file = std::fs::File::create(folder.path().join("acknowledged")).expect("a journal");
        Self {
            folder,
            counts,
            file: Mutex::new(file),
            next: AtomicU64::new(1),
        }
    }

    /// Words that stand in one write and in no other.
    fn mark(&self) -> String {
        format!("story {} ends", self.next.fetch_add(1, Ordering::Relaxed))
    }

    fn acknowledged(&self, mark: &str) {
        let mut file = self.file.lock().expect("no writer panics with it");
        writeln!(file, "{mark}").expect("the journal is written");
    }

    fn read(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.folder.path().join("acknowledged"));
        text.expect("the journal").lines().map(str::to_owned).collect()
    }
}

/// An office, and somebody who is logged in there through its door.
struct Office {
    folder: Folder,
    url: DatabaseUrl,
    caller: Caller,
}

impl Office {
    fn open(folder: Folder, url: DatabaseUrl) -> (Self, Running) {
        folder.write("password", "an administrator of long standing");
        let mut words: Vec<&str> = crate::harness::INIT.to_vec();
        words.extend(["--password-file", "password", "--without-codes"]);
        folder.done(&words);
        let added = folder.done(&[
            "staff",
            "add",
            "--name",
            "Noor Haddad",
            "--login",
            LOGIN,
            "--role",
            "caseworker",
        ]);
        let first = added["first_password"]
            .as_str()
            .expect("a first password")
            .to_owned();
        let serving = serve(&folder);
        let mut caller = Caller::at(serving.address());
        caller.log_in(LOGIN, &first).expect("the first password opens");
        let chosen = caller
            .post("/login/password", &[("password", PASSWORD)])
            .expect("an answer");
        assert_eq!(chosen.code, 303, "{}", chosen.body);
        caller.log_in(LOGIN, PASSWORD).expect("the chosen password opens");
        (Self { folder, url, caller }, serving)
    }

    /// Eight people write until the connection breaks, or until `end`.
    fn write(
        &self,
        serving: &Running,
        journal: &Arc<Journal>,
        end: &Arc<AtomicBool>,
    ) -> Vec<std::thread::JoinHandle<()>> {
        let writer = |_| {
            let (mut caller, journal, end) = (
                self.caller.moved_to(serving.address()),
                Arc::clone(journal),
                Arc::clone(end),
            );
            std::thread::spawn(
                move || while !end.load(Ordering::Relaxed) && write_one(&mut caller, &journal) {},
            )
        };
        (0..WRITERS).map(writer).collect()
    }
}

/// One call taken down, and its case opened. Says whether the door is still there.
fn write_one(caller: &mut Caller, journal: &Journal) -> bool {
    let mark = journal.mark();
    if journal.counts == Counts::WhenSent {
        journal.acknowledged(&mark);
    }
    let form = [
        ("act", "open"),
        ("story", mark.as_str()),
        ("known", "not-known"),
        ("hand_to", "me"),
    ];
    match caller.post("/intake/new", &form) {
        Ok(answer) if answer.code == 303 && answer.location.starts_with("/cases/") => {
            if journal.counts == Counts::WhenAnswered {
                journal.acknowledged(&mark);
            }
            true
        }
        // Refused for a while, as where the database is away: nothing was promised.
        Ok(answer) => answer.code >= 500,
        Err(_) => false,
    }
}

fn serve(folder: &Folder) -> Running {
    let mut command = folder.command(&["serve", "--listen", "127.0.0.1:0"]);
    command.env("CASEWORK_LOG_LEVEL", "error");
    Running::start(command, |line| line.starts_with("Address:"))
}

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

/// What became of the writes.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    lost: usize,
    doubled: usize,
    halves: usize,
}

/// Looks into the database with nobody else at it, and walks its ledger.
async fn look_into(url: &DatabaseUrl, journal: &Journal) -> Found {
    let database = Database::open(url).await.expect("it opens");
    let desk = Desk::new(database.clone(), TimeSource::Machine, Chance::System);
    let office = desk.offices().await.expect("its offices")[0].id;
    if !database.is_postgres() {
        let said = texts(&database, office, "pragma integrity_check").await;
        assert_eq!(said, ["ok"]);
        let orphans = texts(
            &database,
            office,
            "select \"table\" from pragma_foreign_key_check",
        )
        .await;
        assert!(orphans.is_empty(), "{orphans:?}");
    }
    let walked = store::ledger::verify(&database, office)
        .await
        .expect("the ledger is walked");
    walked.expect("the ledger and its rows fit");
    let cases = counted(texts(&database, office, "select summary from cases").await);
    let arrivals = counted(texts(&database, office, "select new_text from arrivals").await);
    let acknowledged = journal.read();
    Found {
        lost: acknowledged
            .iter()
            .filter(|mark| !cases.contains_key(*mark))
            .count(),
        doubled: cases
            .values()
            .chain(arrivals.values())
            .filter(|n| **n > 1)
            .count(),
        halves: cases.keys().filter(|mark| !arrivals.contains_key(*mark)).count()
            + arrivals.keys().filter(|mark| !cases.contains_key(*mark)).count(),
    }
}

fn counted(texts: Vec<String>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for text in texts {
        *counted.entry(text).or_default() += 1;
    }
    counted
}

async fn texts(database: &Database, office: OfficeId, sql: &str) -> Vec<String> {
    let mut tx = database
        .read(Some(office), Deadline::NONE)
        .await
        .expect("a snapshot");
    let rows = tx.values_made(sql, &[], &[Kind::Text]).await.expect("an answer");
    tx.rollback().await.expect("it ends");
    let text = |row: Vec<Value>| match row.into_iter().next() {
        Some(Value::Text(text)) => text,
        other => panic!("a text, not {other:?}"),
    };
    rows.into_iter().map(text).collect()
}

#[expect(clippy::print_stdout, reason = "a promise is told with its figure")]
fn promise(id: &str, found: &Found, journal: &Journal) {
    let fits = if found.lost == 0 { "PASS" } else { "FAIL" };
    println!("PROMISE {id} acked-lost {} 0 {fits}", found.lost);
    println!("{id}: {} writes were acknowledged", journal.read().len());
    assert_eq!(
        *found,
        Found {
            lost: 0,
            doubled: 0,
            halves: 0
        }
    );
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
