//! The demo and the door: what it prints, that it answers, that it ends, and what its log holds.

use std::{cell::RefCell, collections::BTreeSet};

use domain::staff::Role;

use crate::harness::{Folder, Running};

/// Says of the line with which every role has a login that it is the last to wait for.
fn every_role() -> impl Fn(&str) -> bool {
    let seen = RefCell::new(BTreeSet::new());
    move |line| {
        let role = line.split("  ").nth(2).and_then(|word| word.parse::<Role>().ok());
        seen.borrow_mut().extend(role);
        seen.borrow().len() == Role::ALL.len()
    }
}

#[test]
fn a_demo_prints_its_address_and_logins_answers_and_ends() {
    let folder = Folder::new();
    let command = folder.command(&["demo", "--listen", "127.0.0.1:0", "--dir", "office"]);
    let demo = Running::start(command, every_role());
    let rows: Vec<Vec<&str>> = demo
        .lines
        .iter()
        .map(|line| line.split("  ").collect::<Vec<_>>())
        .filter(|row| row.len() == 4)
        .collect();
    let roles: Vec<&str> = rows.iter().map(|row| row[2]).collect();
    for role in Role::ALL {
        assert!(roles.contains(&role.as_str()), "{role}: {:?}", demo.lines);
    }
    assert!(demo.get("/login").starts_with("HTTP/1.1 200"));
    assert!(demo.get("/nothing-is-here").starts_with("HTTP/1.1 404"));
    // The command it prints takes mail in while it runs.
    folder.write(
        "letter.eml",
        "From: Rosa <rosa@example.net>\r\nSubject: My claim\r\n\r\nIt stopped in January.\r\n",
    );
    let taken = folder.done(&["--config", "office/casework.toml", "intake", "letter.eml"]);
    assert_eq!(taken["new"], 1, "{taken}");
    let (code, _) = demo.end();
    assert_eq!(code, Some(0));
    let verified = folder.run(&["--database", "sqlite:office/casework.db", "verify"]);
    assert_eq!(verified.code, 0, "{verified:?}");
    let again = folder.run(&["demo", "--listen", "127.0.0.1:0", "--dir", "office"]);
    assert_eq!(again.code, 1, "a demo is not laid over another office");
}

#[test]
fn a_temporary_demo_leaves_nothing_behind() {
    let folder = Folder::new();
    let n_files = || std::fs::read_dir(folder.path()).expect("the folder").count();
    let demo = Running::start(folder.command(&["demo", "--listen", "127.0.0.1:0"]), every_role());
    assert_eq!(n_files(), 1);
    demo.end();
    assert_eq!(n_files(), 0);
}

#[test]
fn the_log_holds_templates_and_nothing_that_was_asked_or_typed() {
    let folder = Folder::new();
    folder.init();
    folder.write("casework.toml", "[log]\nformat = \"json\"\n");
    let command = folder.command(&["serve", "--listen", "127.0.0.1:0"]);
    let served = Running::start(command, |line| line.starts_with("Address: "));
    served.get("/login?next=/people/zebra-crossing");
    served.get("/cases/ZEB-RA1?q=zebra");
    let form = "email=zebra@vale.example&password=zebra-zebra-zebra";
    let address = served.address().to_owned();
    served.ask(&format!(
        "POST /login HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{form}",
        form.len()
    ));
    let (code, log) = served.end();
    assert_eq!(code, Some(0));
    let lines = log
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let answered: Vec<_> = lines
        .filter(|line| line["fields"]["message"] == "answered")
        .collect();
    let first = &answered[0];
    assert_eq!(first["fields"]["route"], "/login");
    assert_eq!(first["fields"]["status"], 200);
    assert_eq!(answered.len(), 3, "{log}");
    assert!(!log.to_lowercase().contains("zeb"), "{log}");
}

/// The value of a cookie an answer sets.
fn cookie(answer: &str, name: &str) -> String {
    let start = format!("set-cookie: {name}=");
    let line = answer
        .lines()
        .find(|line| line.to_lowercase().starts_with(&start));
    let value = line.expect("the cookie is set")[start.len()..].split(';').next();
    value.expect("a value").to_owned()
}

#[test]
fn somebody_logs_in_over_the_wire_and_nobody_does_without() {
    let folder = Folder::new();
    let command = folder.command(&["demo", "--listen", "127.0.0.1:0"]);
    let demo = Running::start(command, every_role());
    let row = demo.lines.iter().find(|line| line.contains("  caseworker  "));
    let row: Vec<&str> = row.expect("a caseworker").split("  ").collect();
    let outside = demo.get("/work");
    assert!(outside.starts_with("HTTP/1.1 303"), "{outside}");
    let door = cookie(&demo.get("/login"), "cw-door");
    let log_in = |password: &str, site: &str| {
        let form = format!(
            "csrf={door}&next=&email={}&password={}",
            row[0].replace('@', "%40"),
            password.replace(' ', "+")
        );
        demo.ask(&format!(
            "POST /login HTTP/1.1\r\nHost: {}\r\nCookie: cw-door={door}\r\nSec-Fetch-Site: {site}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
            demo.address(),
            form.len()
        ))
    };
    assert!(log_in("wrong-wrong-wrong", "same-origin").starts_with("HTTP/1.1 422"));
    assert!(
        log_in(row[1], "cross-site").starts_with("HTTP/1.1 403"),
        "a page of another site sends nothing in"
    );
    let inside = log_in(row[1], "same-origin");
    assert!(inside.starts_with("HTTP/1.1 303"), "{inside}");
    let session = cookie(&inside, "cw");
    let work = demo.ask(&format!(
        "GET /work HTTP/1.1\r\nHost: {}\r\nCookie: cw={session}\r\nConnection: close\r\n\r\n",
        demo.address()
    ));
    assert!(work.starts_with("HTTP/1.1 200"), "{work}");
}

/// Nothing reads the log of this one: a pipe holds 64 KiB, and more than that is logged.
#[test]
fn a_log_that_nobody_reads_stops_nobody() {
    let folder = Folder::new();
    folder.init();
    let command = folder.command(&["serve", "--listen", "127.0.0.1:0"]);
    let served = Running::start_unread(command, |line| line.starts_with("Address: "));
    let began = std::time::Instant::now();
    for _ in 0..1_200 {
        assert!(served.get("/nothing-is-here").starts_with("HTTP/1.1 404"));
    }
    println!("1,200 answers in {:?}", began.elapsed());
    let (code, log) = served.end();
    assert_eq!(code, Some(0));
    assert!(log.len() > 60_000, "the pipe was full: {} bytes", log.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_lives_on_postgresql_too() {
    if testkit::postgres::is_skipped() {
        println!("skipped: PostgreSQL by wish");
        return;
    }
    let made = testkit::postgres::Cluster::shared()
        .empty_database()
        .await
        .expect("a database");
    let folder = Folder::new();
    let words = [
        "demo",
        "--listen",
        "127.0.0.1:0",
        "--dir",
        "office",
        "--database",
        &made.owner_url,
    ];
    let command = folder.command(&[&words[..], &["--app-database", &made.app_url]].concat());
    let demo = Running::start(command, every_role());
    assert!(demo.get("/login").starts_with("HTTP/1.1 200"));
    assert_eq!(demo.end().0, Some(0));
    let verified = folder.done(&["--config", "office/casework.toml", "verify"]);
    assert!(verified["entries"].as_i64().is_some_and(|n| n > 50), "{verified}");
}

/// As `casework demo | head -1`: the reader goes away, and the office stays.
#[test]
fn a_demo_goes_on_when_nobody_reads_its_logins() {
    use std::{io::Read as _, process::Stdio};
    let folder = Folder::new();
    let mut command = folder.command(&["demo", "--listen", "127.0.0.1:0"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut out = child.stdout.take().expect("a pipe");
    let mut line = String::new();
    let mut sign = [0; 1];
    while !line.ends_with('\n') {
        out.read_exact(&mut sign).expect("one more sign");
        line.push(char::from(sign[0]));
    }
    drop(out);
    let address = line.trim().strip_prefix("Address: http://").expect("the address");
    std::net::TcpStream::connect(address).expect("it still listens");
    let killed = std::process::Command::new("kill")
        .arg(child.id().to_string())
        .status()
        .expect("kill runs");
    assert!(killed.success());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}
