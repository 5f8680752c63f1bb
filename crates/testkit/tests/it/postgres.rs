//! A cluster is real, durable, apart from every other, and leaves nothing behind.

use std::error::Error;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use testkit::postgres::{Cluster, PostgresError, Template, TestDatabase, Wishes, is_skipped};
use tokio_postgres::{Client, NoTls};

type Outcome = Result<(), Box<dyn Error>>;

async fn connect(url: &str) -> Result<Client, tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

async fn fill(database: TestDatabase) -> Result<(), tokio_postgres::Error> {
    let owner = connect(&database.owner_url).await?;
    owner
        .batch_execute("create table notes (text text); insert into notes values ('first'); grant select on notes to casework_app")
        .await
}

async fn notes() -> Result<Template<'static>, PostgresError> {
    Cluster::shared().template("notes", fill).await
}

async fn setting(client: &Client, name: &str) -> Result<String, tokio_postgres::Error> {
    Ok(client
        .query_one("select current_setting($1)", &[&name])
        .await?
        .get(0))
}

#[tokio::test]
async fn what_was_answered_is_on_the_disk() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let database = Cluster::shared().empty_database().await?;
    let client = connect(&database.app_url).await?;
    for name in ["fsync", "full_page_writes", "synchronous_commit"] {
        assert_eq!(setting(&client, name).await?, "on", "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn a_wish_beats_our_setting() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let cluster = Cluster::start(&Wishes {
        settings: &["fsync=off"],
        ..Wishes::default()
    })?;
    let client = connect(&cluster.superuser_url("postgres")).await?;
    assert_eq!(setting(&client, "fsync").await?, "off");
    Ok(())
}

#[tokio::test]
async fn two_copies_of_a_template_do_not_see_each_other() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let (one, other) = (notes().await?.database().await?, notes().await?.database().await?);
    let owner = connect(&one.owner_url).await?;
    owner.batch_execute("insert into notes values ('second')").await?;
    let count = "select count(*) from notes";
    assert_eq!(owner.query_one(count, &[]).await?.get::<_, i64>(0), 2);
    let app = connect(&other.app_url).await?;
    assert_eq!(app.query_one(count, &[]).await?.get::<_, i64>(0), 1);
    Ok(())
}

#[tokio::test]
async fn the_application_may_do_only_what_it_was_granted() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let database = notes().await?.database().await?;
    let app = connect(&database.app_url).await?;
    for forbidden in [
        "create table mine (n int)",
        "insert into notes values ('x')",
        "drop table notes",
        "set role casework_search",
    ] {
        let why = app.batch_execute(forbidden).await.unwrap_err();
        let code = why.as_db_error().map(|server| server.code().code().to_owned());
        assert_eq!(code.as_deref(), Some("42501"), "{forbidden}");
    }
    let may_bypass = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";
    for url in [&database.app_url, &database.owner_url] {
        assert!(
            !connect(url)
                .await?
                .query_one(may_bypass, &[])
                .await?
                .get::<_, bool>(0),
            "{url}"
        );
    }
    // The twin: the owner may, so it is the grant that refuses and not the statement.
    connect(&database.owner_url)
        .await?
        .batch_execute("create table mine (n int); drop table notes")
        .await?;
    Ok(())
}

/// A holder in a process of its own, so that it can be ended as rudely as needed.
fn hold() -> Result<(Child, PathBuf), Box<dyn Error>> {
    let mut holder = Command::new(env!("CARGO_BIN_EXE_cluster"));
    let mut holder = holder.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let lines = BufReader::new(holder.stdout.take().ok_or("no output")?).lines();
    // All it says up to the empty line: it would stop at a word that nobody reads.
    let said: Vec<String> = lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let folder = said
        .iter()
        .find_map(|line| line.strip_prefix("Folder: ").map(PathBuf::from));
    Ok((holder, folder.ok_or("the holder prints no folder")?))
}

fn is_gone_within(folder: &Path, limit: Duration) -> bool {
    let start = Instant::now();
    while folder.exists() {
        if start.elapsed() > limit {
            return false;
        }
        std::thread::yield_now();
    }
    true
}

#[test]
fn a_killed_test_leaves_no_server_and_no_folder() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let (mut holder, folder) = hold()?;
    let server = std::fs::read_to_string(folder.join("data/postmaster.pid")).unwrap();
    let server = Path::new("/proc").join(server.lines().next().unwrap());
    assert!(server.exists(), "the server runs while its holder does");
    holder.kill().unwrap();
    holder.wait().unwrap();
    assert!(is_gone_within(&folder, Duration::from_secs(20)));
    assert!(!server.exists());
    Ok(())
}

#[test]
fn the_same_folder_is_there_as_long_as_its_holder_lives() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let (mut holder, folder) = hold()?;
    assert!(!is_gone_within(&folder, Duration::from_millis(300)));
    drop(holder.stdin.take());
    assert!(holder.wait().unwrap().success());
    assert!(is_gone_within(&folder, Duration::from_secs(20)));
    Ok(())
}
