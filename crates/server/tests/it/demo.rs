//! The demo and the door: what it prints, that it answers, that it ends, and what its log holds.

use crate::harness::{Folder, Running};

#[test]
fn a_demo_prints_its_address_and_logins_answers_and_ends() {
    let folder = Folder::new();
    let command = folder.command(&["demo", "--listen", "127.0.0.1:0", "--dir", "office"]);
    let demo = Running::start(command, |line| line.contains("  administrator  "));
    let rows: Vec<Vec<&str>> = demo
        .lines
        .iter()
        .map(|line| line.split("  ").collect::<Vec<_>>())
        .filter(|row| row.len() == 4)
        .collect();
    let roles: Vec<&str> = rows.iter().map(|row| row[2]).collect();
    for role in domain::staff::Role::ALL {
        assert!(roles.contains(&role.as_str()), "{role}: {:?}", demo.lines);
    }
    assert!(demo.get("/login").starts_with("HTTP/1.1 200"));
    assert!(demo.get("/nothing-is-here").starts_with("HTTP/1.1 404"));
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
    let demo = Running::start(folder.command(&["demo", "--listen", "127.0.0.1:0"]), |l| {
        l.contains("  administrator  ")
    });
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
