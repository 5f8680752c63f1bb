//! Letters into a folder and into memory: one letter, one file, however often it is sent.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use jobs::outbox::{Outbox, Reason};

use crate::letters::a_letter;
use crate::scratch::Scratch;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_letter_sent_twice_is_one_file_closed_to_others() {
    let scratch = Scratch::new();
    let folder = scratch.path().join("outbox");
    let outbox = Outbox::folder(&folder).unwrap();
    outbox.send(&a_letter(1)).await.unwrap();
    outbox.send(&a_letter(1)).await.unwrap();
    outbox.send(&a_letter(2)).await.unwrap();
    let expected = [
        "00000000000000000000000000000001@whitfield.example.eml",
        "00000000000000000000000000000002@whitfield.example.eml",
    ];
    assert_eq!(names(&folder), expected);
    let file = folder.join(expected[0]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("\r\nSubject: Your letter to our office [7K4-M2Q]\r\n"),
        "{text}"
    );
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
}

#[tokio::test]
async fn many_at_once_lose_none_and_leave_no_half_files() {
    let scratch = Scratch::new();
    let outbox = std::sync::Arc::new(Outbox::folder(scratch.path()).unwrap());
    let sending: Vec<_> = (0..60)
        .map(|n| {
            let outbox = std::sync::Arc::clone(&outbox);
            tokio::spawn(async move { outbox.send(&a_letter(n % 20)).await })
        })
        .collect();
    for sent in sending {
        sent.await.unwrap().unwrap();
    }
    assert_eq!(names(scratch.path()).len(), 20);
    for name in names(scratch.path()) {
        assert!(
            fs::read_to_string(scratch.path().join(name))
                .unwrap()
                .ends_with("must not end the letter.\r\n")
        );
    }
}

#[tokio::test]
async fn a_folder_that_went_away_leaves_the_letter_waiting() {
    let scratch = Scratch::new();
    let folder = scratch.path().join("outbox");
    let outbox = Outbox::folder(&folder).unwrap();
    fs::remove_dir(&folder).unwrap();
    let fault = outbox.send(&a_letter(1)).await.unwrap_err();
    assert!(fault.is_temporary());
    assert_eq!(fault.reason, Reason::Disk);
}

#[tokio::test]
async fn memory_holds_a_letter_once() {
    let outbox = Outbox::memory();
    for n in [1, 1, 2] {
        outbox.send(&a_letter(n)).await.unwrap();
    }
    let Outbox::Memory(memory) = &outbox else {
        panic!("it is a memory")
    };
    assert_eq!(memory.letters().len(), 2);
}
