//! Mail taken in from files and from standard input, and given out bit for bit.

use std::{io::Write as _, process::Stdio};

use crate::harness::Folder;

const LETTER: &str = "From: Rosa Delgado <rosa@example.net>\r\nTo: help@vale.example\r\nSubject: My claim\r\n\
                      Message-ID: <one@example.net>\r\nDate: Mon, 2 Mar 2026 09:00:00 -0600\r\n\r\n\
                      My benefits stopped in January.\r\n";

#[test]
fn a_message_is_taken_in_once_and_given_out_bit_for_bit() {
    let folder = Folder::new();
    folder.init();
    folder.write("letter.eml", LETTER);
    folder.write("broken", "\u{0}\u{1}nothing like a letter");
    let taken = folder.done(&["intake", "letter.eml", "broken"]);
    assert_eq!(
        (&taken["messages"], &taken["new"], &taken["failed"]),
        (&2.into(), &2.into(), &0.into()),
        "{taken}"
    );
    let again = folder.done(&["intake", "letter.eml"]);
    assert_eq!(
        (&again["new"], &again["duplicates"]),
        (&0.into(), &1.into()),
        "{again}"
    );
    let missing = folder.run(&["intake", "letter.eml", "gone.eml", "--json"]);
    assert_eq!(missing.code, 1);
    assert_eq!(missing.object()["failed"], 1);
    assert!(
        missing.err.contains("gone.eml: it is not there"),
        "{}",
        missing.err
    );
    assert_eq!(folder.done(&["arrivals", "export", "out"])["messages"], 2);
    let mut kept: Vec<Vec<u8>> = std::fs::read_dir(folder.path().join("out"))
        .expect("the folder")
        .map(|file| std::fs::read(file.expect("a file").path()).expect("its bytes"))
        .collect();
    kept.sort();
    let mut sent = [
        LETTER.as_bytes().to_vec(),
        "\u{0}\u{1}nothing like a letter".as_bytes().to_vec(),
    ];
    sent.sort();
    assert_eq!(kept, sent);
    assert_eq!(folder.run(&["verify"]).code, 0);
}

#[test]
fn standard_input_is_a_source_and_no_source_is_a_slip() {
    let folder = Folder::new();
    folder.init();
    let mut command = folder.command(&["intake", "-", "--json"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(LETTER.as_bytes())
        .expect("it is read");
    let output = child.wait_with_output().expect("it ends");
    let object: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one object");
    assert_eq!(object["new"], 1, "{object}");
    assert_eq!(folder.run(&["intake"]).code, 2);
}
