//! Every message of the shared collection is taken in: none is lost, none stops the house, and each can be given back
//! bit for bit.

use std::{collections::BTreeMap, path::PathBuf};

use actions::arrivals::{TakenIn, export, raw, take_in};
use testkit::house::TestHouse;

/// The folder of shared data, or none with the line that says so.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: no shared data");
    None
}

fn messages() -> Vec<(String, Vec<u8>)> {
    let Some(data) = shared("") else {
        return Vec::new();
    };
    let index = std::fs::read_to_string(data.join("emails/INDEX.csv")).expect("the index");
    let listed = index.lines().skip(1).filter_map(|line| line.split(',').next());
    listed
        .filter(|file| !file.is_empty())
        .map(|file| {
            (
                file.to_owned(),
                std::fs::read(data.join(file)).expect("a listed file"),
            )
        })
        .collect()
}

async fn every_message_is_kept(test: TestHouse, every: usize) {
    let messages: Vec<_> = messages().into_iter().step_by(every).collect();
    let mut verdicts: BTreeMap<String, usize> = BTreeMap::new();
    let mut ids = BTreeMap::new();
    let began = std::time::Instant::now();
    for (file, bytes) in &messages {
        let taken = take_in(&test.house, test.office, bytes.clone(), None).await;
        match taken.unwrap_or_else(|fault| panic!("{file}: {fault:?}")) {
            TakenIn::New { id, verdict, .. } => {
                *verdicts.entry(verdict.to_string()).or_default() += 1;
                ids.insert(id, file);
            }
            TakenIn::Again { id } => assert!(ids.contains_key(&id), "{file}: a stranger's arrival"),
        }
    }
    println!(
        "{} messages in {:?}: {verdicts:?}",
        messages.len(),
        began.elapsed()
    );
    for (file, bytes) in &messages {
        let again = take_in(&test.house, test.office, bytes.clone(), None).await;
        let Ok(TakenIn::Again { id }) = again else {
            panic!("{file}: the same bytes twice are not one arrival: {again:?}");
        };
        let kept = raw(&test.house, &test.intake(), id).await;
        let kept = kept.unwrap_or_else(|fault| panic!("{file}: {fault:?}"));
        assert!(kept.bytes == *bytes, "{file}: its bytes came back changed");
    }
    let folder = test.keeper().folder().join("exported");
    let exported = export(&test.house, test.office, &folder, |_| {})
        .await
        .expect("an export");
    assert_eq!(exported.messages, ids.len() as u64);
    let on_disk = std::fs::read_dir(folder).map_or(0, Iterator::count);
    assert!(
        messages.is_empty() || on_disk == ids.len(),
        "{on_disk} files of {}",
        ids.len()
    );
    test.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_message_of_the_collection_is_kept_on_sqlite() {
    every_message_is_kept(TestHouse::on_sqlite().await, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_seventh_message_of_the_collection_is_kept_on_postgres() {
    if testkit::postgres::is_skipped() {
        println!("skipped: PostgreSQL by wish");
        return;
    }
    every_message_is_kept(TestHouse::on_postgres().await, 7).await;
}
