//! A look into the database afterwards, with nobody else at it.

use std::collections::BTreeMap;

use domain::ids::OfficeId;
use store::{
    Chance, Desk, TimeSource,
    engine::{Database, DatabaseUrl, Deadline, Kind, Value},
};

use super::journal::Journal;

/// What became of the writes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) lost: usize,
    pub(crate) doubled: usize,
    pub(crate) halves: usize,
}

/// Looks into the database with nobody else at it, and walks its ledger.
pub(crate) async fn look_into(url: &DatabaseUrl, journal: &Journal) -> Found {
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
    let notes = counted(
        texts(
            &database,
            office,
            "select body from entries where kind = 'note' and body like 'note %'",
        )
        .await,
    );
    let is_there = |mark: &String| cases.contains_key(mark) || notes.contains_key(mark);
    Found {
        lost: journal.read().iter().filter(|mark| !is_there(mark)).count(),
        doubled: [&cases, &arrivals, &notes]
            .into_iter()
            .flat_map(BTreeMap::values)
            .filter(|n| **n > 1)
            .count(),
        halves: cases.keys().filter(|mark| !arrivals.contains_key(*mark)).count()
            + arrivals.keys().filter(|mark| !cases.contains_key(*mark)).count(),
    }
}

pub(crate) fn counted(texts: Vec<String>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for text in texts {
        *counted.entry(text).or_default() += 1;
    }
    counted
}

pub(crate) async fn texts(database: &Database, office: OfficeId, sql: &str) -> Vec<String> {
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
pub(crate) fn promise(id: &str, found: &Found, journal: &Journal) {
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
