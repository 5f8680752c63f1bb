//! Founding an office.

use std::os::unix::fs::MetadataExt as _;

use testkit::postgres::{Cluster, Wishes, is_skipped};

use crate::harness::{Folder, INIT};

#[test]
fn an_office_is_founded_in_an_empty_folder_and_its_ledger_fits() {
    let folder = Folder::new();
    let founded = folder.init();
    assert_eq!(founded["office"], "vale");
    assert!(founded["first_password"].as_str().is_some_and(|p| p.len() > 20));
    let mode = |name: &str| std::fs::metadata(folder.path().join(name)).expect(name).mode() & 0o777;
    assert_eq!(mode("casework.key"), 0o400);
    assert_eq!(mode("casework-data"), 0o700);
    assert_eq!(mode("casework-outbox"), 0o700);
    assert_eq!(mode("casework.db"), 0o600);
    let verified = folder.done(&["verify"]);
    assert_eq!((&verified["ok"], &verified["entries"]), (&true.into(), &2.into()));
    let staff = folder.done(&["staff", "list"]);
    assert_eq!(staff["staff"][0]["login"], "imogen@vale.example");
    assert_eq!(staff["staff"][0]["role"], "administrator");
}

#[test]
fn a_second_office_in_one_file_is_refused_and_the_first_is_untouched() {
    let folder = Folder::new();
    folder.init();
    let key = std::fs::read(folder.path().join("casework.key")).expect("the key");
    let again = folder.run(&["init", "--office", "Another", "--admin", "other@vale.example"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("one file is one office"), "{}", again.err);
    assert_eq!(
        std::fs::read(folder.path().join("casework.key")).expect("the key"),
        key
    );
    assert_eq!(folder.done(&["verify"])["entries"], 2);
    // The twin: in another file there is room.
    folder.done(&[
        "--database",
        "sqlite:other.db",
        "init",
        "--office",
        "Another",
        "--admin",
        "other@vale.example",
    ]);
}

#[test]
fn a_chosen_password_is_judged_and_never_shown() {
    let folder = Folder::new();
    folder.write("weak", "short\n");
    folder.write("strong", "otters in a winter stream\n");
    let with = |file: &'static str| {
        INIT.iter()
            .copied()
            .chain(["--password-file", file])
            .collect::<Vec<_>>()
    };
    let weak = folder.run(&with("weak"));
    assert_eq!(weak.code, 1, "{weak:?}");
    assert!(weak.err.contains("8 characters or more"), "{}", weak.err);
    assert!(!folder.path().join("casework.db").exists(), "nothing was made");
    let strong = folder.run(&with("strong"));
    assert_eq!(strong.code, 0, "{strong:?}");
    assert!(!strong.out.contains("otters") && !strong.err.contains("otters"));
}

#[test]
fn what_cannot_be_is_said_with_what_to_write() {
    let folder = Folder::new();
    for (more, said) in [
        (["--zone", "Mars/Olympus"], "America/Chicago"),
        (["--calendar", "mars"], "us-federal"),
        (["--programme", "Constituents"], "TITLE=MODEL"),
        (["--slug", "Not A Slug"], "small letters"),
    ] {
        let words: Vec<&str> = INIT
            .iter()
            .copied()
            .filter(|w| !matches!(*w, "--slug" | "vale"))
            .chain(more)
            .collect();
        let refused = folder.run(&words);
        assert_eq!(refused.code, 1, "{more:?}");
        assert!(refused.err.contains(said), "{more:?}: {}", refused.err);
    }
    assert_eq!(folder.run(&["init"]).code, 2, "no office is named");
    assert_eq!(folder.run(&["verify"]).code, 1, "there is no office yet");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgresql_there_are_many_offices_and_two_roles() {
    if is_skipped() {
        println!("skipped: PostgreSQL by wish");
        return;
    }
    let made = Cluster::shared().empty_database().await.expect("a database");
    let folder = Folder::new();
    folder.write(
        "casework.toml",
        &format!(
            "database = \"{}\"\ndatabase_owner = \"{}\"\n",
            made.app_url, made.owner_url
        ),
    );
    folder.init();
    let again = folder.run(&INIT);
    assert_eq!(again.code, 1, "{again:?}");
    assert!(again.err.contains("another short name"), "{}", again.err);
    folder.done(&["init", "--office", "Another", "--admin", "other@vale.example"]);
    let verified = folder.done(&["verify"]);
    assert_eq!(verified["offices"].as_array().map(Vec::len), Some(2));
    let unnamed = folder.run(&["staff", "list"]);
    assert_eq!(unnamed.code, 1);
    assert!(unnamed.err.contains("another, vale"), "{}", unnamed.err);
    let listed = folder.done(&["staff", "list", "--office", "another"]);
    assert_eq!(listed["staff"][0]["login"], "other@vale.example");
    // Passwords of databases are in no output.
    let shown = folder.run(&["settings"]);
    assert!(shown.out.contains("postgres://…@"), "{}", shown.out);
    assert!(!shown.out.contains(&made.app_url) && !shown.out.contains(&made.owner_url));
}

#[tokio::test(flavor = "multi_thread")]
async fn postgresql_that_can_lose_work_is_refused_by_the_name_of_the_setting() {
    if is_skipped() {
        println!("skipped: PostgreSQL by wish");
        return;
    }
    let wishes = Wishes {
        settings: &["fsync=off"],
        ..Wishes::default()
    };
    let cluster = Cluster::start(&wishes).expect("a cluster");
    let made = cluster.empty_database().await.expect("a database");
    let folder = Folder::new();
    let words: Vec<&str> = ["--database", &made.owner_url].into_iter().chain(INIT).collect();
    let refused = folder.run(&words);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("`fsync` is off"), "{}", refused.err);
}
