//! A backup made while the office works, put back on an empty machine; and one changed byte.

use crate::harness::{Folder, Running};

const LETTER: &str = "From: Rosa Delgado <rosa@example.net>\r\nTo: help@vale.example\r\nSubject: My claim\r\n\
                      Message-ID: <one@example.net>\r\nDate: Mon, 2 Mar 2026 09:00:00 -0600\r\n\r\n\
                      My benefits stopped in January.\r\n";

fn an_office_with_mail() -> Folder {
    let folder = Folder::new();
    folder.init();
    folder.write("letter.eml", LETTER);
    folder.done(&["intake", "letter.eml"]);
    folder
}

fn copy(from: &Folder, to: &Folder, name: &str) {
    std::fs::copy(from.path().join(name), to.path().join(name)).expect("it is copied");
}

#[test]
fn what_was_backed_up_under_work_is_put_back_whole() {
    let office = an_office_with_mail();
    let served = Running::start(office.command(&["serve", "--listen", "127.0.0.1:0"]), |l| {
        l.starts_with("Address: ")
    });
    let made = office.done(&["backup", "office.casework"]);
    assert!(made["files"].as_u64().is_some_and(|n| n > 0), "{made}");
    served.end();
    let left: Vec<String> = std::fs::read_dir(office.path())
        .expect("the folder")
        .map(|f| f.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("office.casework"))
        .collect();
    assert_eq!(left, ["office.casework"], "nothing passing is left");
    let elsewhere = Folder::new();
    copy(&office, &elsewhere, "office.casework");
    let put_back = elsewhere.done(&["restore", "office.casework"]);
    assert_eq!(put_back["entries"], made["entries"]);
    // Without the key nothing opens; with it, all is as it was.
    assert_eq!(elsewhere.run(&["arrivals", "export", "out"]).code, 1);
    copy(&office, &elsewhere, "casework.key");
    elsewhere.done(&["arrivals", "export", "out"]);
    let file = std::fs::read_dir(elsewhere.path().join("out"))
        .expect("a folder")
        .next()
        .expect("one")
        .expect("file");
    assert_eq!(std::fs::read(file.path()).expect("its bytes"), LETTER.as_bytes());
    assert_eq!(elsewhere.run(&["verify"]).code, 0);
}

#[test]
fn one_changed_byte_anywhere_is_refused_and_nothing_is_written() {
    let office = an_office_with_mail();
    office.done(&["backup", "office.casework"]);
    let whole = std::fs::read(office.path().join("office.casework")).expect("the backup");
    let elsewhere = Folder::new();
    let places = (0..40).map(|n| n * (whole.len() - 1) / 39);
    for place in places {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        std::fs::write(elsewhere.path().join("changed"), &changed).expect("it is written");
        let refused = elsewhere.run(&["restore", "changed"]);
        assert_eq!(refused.code, 1, "byte {place}: {refused:?}");
        assert!(!elsewhere.path().join("casework.db").exists(), "byte {place}");
        assert!(!elsewhere.path().join("casework-data").exists(), "byte {place}");
    }
    std::fs::write(elsewhere.path().join("short"), &whole[..whole.len() - 40]).expect("it is written");
    assert_eq!(elsewhere.run(&["restore", "short"]).code, 1);
    // The twin: unchanged, it is put back.
    std::fs::write(elsewhere.path().join("whole"), &whole).expect("it is written");
    elsewhere.done(&["restore", "whole"]);
}

#[test]
fn nothing_is_written_over() {
    let office = an_office_with_mail();
    office.done(&["backup", "office.casework"]);
    assert_eq!(
        office.run(&["backup", "office.casework"]).code,
        1,
        "a backup is there"
    );
    let refused = office.run(&["restore", "office.casework"]);
    assert!(
        refused.code == 1 && refused.err.contains("where nothing is"),
        "{refused:?}"
    );
    let beside = office.run(&["restore", "office.casework", "--database", "sqlite:other.db"]);
    assert!(
        beside.code == 1 && beside.err.contains("is not empty"),
        "{beside:?}"
    );
    assert!(!office.path().join("other.db").exists());
}
