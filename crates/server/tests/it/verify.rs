//! One changed value is found, in the database and in an export.

use store::engine::{Database, DatabaseUrl, Deadline};

use crate::harness::Folder;

/// Changes something behind the house's back, as somebody with the file and a tool can.
async fn tamper(folder: &Folder, sql: &str) {
    let url = DatabaseUrl::in_folder(folder.path());
    let database = Database::open(&url).await.expect("the file opens");
    let mut tx = database.write(None, Deadline::NONE).await.expect("a transaction");
    tx.batch(sql).await.expect("the change is made");
    tx.commit().await.expect("it is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changed_value_is_found_and_its_place_is_named() {
    for (sql, place) in [
        ("update staff set role = 'director'", "staff "),
        ("update offices set cadence_days = 90", "offices "),
        ("update staff set password_hash = null", "staff "),
        ("delete from programmes", "programmes "),
    ] {
        let folder = Folder::new();
        folder.init();
        assert_eq!(folder.run(&["verify"]).code, 0, "before, all fits");
        tamper(&folder, sql).await;
        let found = folder.run(&["verify", "--json"]);
        assert_eq!(found.code, 1, "{sql}: {found:?}");
        let object = found.object();
        assert_eq!(object["ok"], false);
        assert!(
            object["why"].as_str().is_some_and(|why| why.starts_with(place)),
            "{sql}: {object}"
        );
        assert!(
            object["first_bad"]
                .as_i64()
                .is_some_and(|seq| (1..=2).contains(&seq)),
            "{object}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_line_of_the_ledger_is_found() {
    let folder = Folder::new();
    folder.init();
    tamper(
        &folder,
        "drop trigger if exists ledger_no_update; update ledger set action = 'cases.open' where seq = 2",
    )
    .await;
    let found = folder.run(&["verify", "--json"]);
    assert_eq!(found.code, 1, "{found:?}");
    assert_eq!(found.object()["first_bad"], 2);
}

#[test]
fn an_export_is_checked_without_the_database_and_a_changed_one_is_found() {
    let folder = Folder::new();
    folder.init();
    folder.done(&["verify", "--export-to", "ledger.jsonl"]);
    std::fs::remove_file(folder.path().join("casework.db")).expect("the database goes");
    assert_eq!(folder.done(&["verify", "--export", "ledger.jsonl"])["entries"], 2);
    let text = std::fs::read_to_string(folder.path().join("ledger.jsonl")).expect("the export");
    let changed = text.replacen("office.found", "office.funny", 1);
    assert_ne!(changed, text);
    folder.write("changed.jsonl", &changed);
    let found = folder.run(&["verify", "--export", "changed.jsonl", "--json"]);
    assert_eq!(found.code, 1, "{found:?}");
    assert_eq!(found.object()["first_bad"], 1);
    let shorter: Vec<&str> = text.lines().take(2).collect();
    folder.write("shorter.jsonl", &shorter.join("\n"));
    assert_eq!(folder.run(&["verify", "--export", "shorter.jsonl"]).code, 1);
    assert_eq!(folder.run(&["verify", "--export", "gone.jsonl"]).code, 1);
}

#[test]
fn a_case_model_is_checked_with_its_places() {
    let folder = Folder::new();
    let good = include_str!("../../../../models/constituent-casework.yaml");
    folder.write("good.yaml", good);
    assert_eq!(
        folder.done(&["model", "check", "good.yaml"])["id"],
        "constituent-casework"
    );
    let bad =
        good.replacen("first_contact", "no_such_predicate", 1)
            .replacen("outcome", "no_such_outcome_word", 1);
    assert_ne!(bad, good);
    folder.write("bad.yaml", &bad);
    let refused = folder.run(&["model", "check", "bad.yaml"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    let place = refused.out.lines().next().expect("a line");
    let numbers: Vec<&str> = place
        .strip_prefix("bad.yaml:")
        .expect("the file")
        .splitn(3, ':')
        .collect();
    assert!(
        numbers[0].parse::<u64>().is_ok() && numbers[1].parse::<u64>().is_ok(),
        "{place}"
    );
}
