//! An intake run: files, folders, an mbox and a stream; what cannot be read from the disk stops nothing else.

use std::path::PathBuf;

use actions::arrivals::{NotCarried, Source, run};
use domain::arrivals::Verdict;
use testkit::house::TestHouse;

use super::{
    corpus::shared,
    letters::{ROSA, mail},
};

fn write(test: &TestHouse, name: &str, bytes: &[u8]) -> PathBuf {
    let path = test.keeper().folder().join("mail").join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(&path, bytes).expect("a file");
    path
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_bad_file_never_stops_the_others() {
    let test = TestHouse::on_sqlite().await;
    let one = mail(ROSA, "One", "", "1");
    let path = write(&test, "a.eml", &one);
    write(&test, "deep/er/b.anything", &mail(ROSA, "Two", "", "2"));
    write(&test, "empty.eml", b"");
    let envelope = "From rosa@example.org Thu Jan  1 00:00:00 2026\n";
    let mbox = format!("{envelope}Subject: x\n\nThree\n\n{envelope}Subject: y\n\nFour\n");
    write(&test, "old.mbox", mbox.as_bytes());
    std::os::unix::fs::symlink(test.keeper().folder(), test.keeper().folder().join("mail/loop"))
        .expect("a link");
    std::os::unix::fs::symlink("nowhere", test.keeper().folder().join("mail/gone")).expect("a link");
    let mut seen = 0;
    let sources = vec![
        Source::Path(test.keeper().folder().join("missing.eml")),
        Source::Path(test.keeper().folder().join("mail")),
        Source::Path(path),
        Source::Stream(
            "-".into(),
            Box::new(std::io::Cursor::new(mail(ROSA, "Five", "", "5"))),
        ),
    ];
    let carried = run(&test.house, test.office, sources, |so_far| {
        seen = so_far.new + so_far.again;
    })
    .await;
    assert_eq!(
        (carried.messages, carried.new, carried.again),
        (7, 6, 1),
        "{carried:?}"
    );
    assert_eq!(seen, 7, "progress was told to the end");
    assert_eq!(carried.by_verdict.get(&Verdict::ToRead), Some(&5));
    assert_eq!(carried.unreadable(), 1, "the empty file is shown to a person");
    let mut failed: Vec<(String, NotCarried)> = carried
        .failed
        .iter()
        .map(|failed| {
            (
                failed.path.rsplit('/').next().unwrap_or_default().to_owned(),
                failed.why.clone(),
            )
        })
        .collect();
    failed.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = ["gone", "missing.eml"].map(|name| (name.to_owned(), NotCarried::NotThere));
    assert_eq!(failed, expected);
    assert_eq!(carried.exit_code(), 1);
    test.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_over_the_whole_collection_files_everything() {
    let Some(folder) = shared("emails") else { return };
    let test = TestHouse::on_sqlite().await;
    let began = std::time::Instant::now();
    let carried = run(
        &test.house,
        test.office,
        vec![Source::Path(folder.clone())],
        |_| {},
    )
    .await;
    let took = began.elapsed();
    println!(
        "{} messages from the folder in {took:?} ({:.0} a second): {} new, {} again, {} automatic, {:?}",
        carried.messages,
        carried.messages as f64 / took.as_secs_f64(),
        carried.new,
        carried.again,
        carried.automatic(),
        carried.by_verdict
    );
    assert_eq!((carried.failed.as_slice(), carried.exit_code()), (&[][..], 0));
    assert_eq!(carried.new + carried.again, carried.messages);
    assert!(carried.messages >= 400, "only {} were found", carried.messages);
    let again = run(&test.house, test.office, vec![Source::Path(folder)], |_| {}).await;
    assert_eq!(
        (again.new, again.again),
        (0, carried.messages),
        "a second run files nothing twice"
    );
    test.verify().await;
}
