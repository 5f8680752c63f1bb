//! Key files: written once, closed to others, found out when damaged.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use domain::ids::OfficeId;
use files::{KeyFault, Purpose, RootKey};
use uuid::Uuid;

use crate::scratch::Scratch;

fn some_key(root: &RootKey) -> [u8; 32] {
    *root
        .office(OfficeId(Uuid::from_u128(1)))
        .key(Purpose::ObjectSealing)
        .as_bytes()
}

#[test]
fn a_key_file_gives_back_the_same_keys_and_is_closed_to_others() {
    let scratch = Scratch::new();
    let path = scratch.path().join("office.key");
    let root = RootKey::generate();
    root.write_new(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o400);
    assert_eq!(some_key(&RootKey::load(&path).unwrap()), some_key(&root));
}

#[test]
fn a_key_file_is_never_replaced() {
    let scratch = Scratch::new();
    let path = scratch.path().join("office.key");
    let first = RootKey::generate();
    first.write_new(&path).unwrap();
    assert!(matches!(
        RootKey::generate().write_new(&path),
        Err(KeyFault::AlreadyThere(_))
    ));
    assert_eq!(some_key(&RootKey::load(&path).unwrap()), some_key(&first));
}

#[test]
fn a_key_file_that_others_can_read_is_refused() {
    let scratch = Scratch::new();
    let path = scratch.path().join("office.key");
    RootKey::generate().write_new(&path).unwrap();
    for mode in [0o440, 0o404, 0o420, 0o644] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        let fault = RootKey::load(&path).unwrap_err();
        assert!(
            matches!(fault, KeyFault::OpenToOthers { .. }),
            "{mode:o}: {fault}"
        );
    }
    // The twin: closed again, the same file is read.
    fs::set_permissions(&path, Permissions::from_mode(0o400)).unwrap();
    RootKey::load(&path).unwrap();
}

#[test]
fn two_roots_are_never_the_same() {
    assert_ne!(some_key(&RootKey::generate()), some_key(&RootKey::generate()));
}

fn load_changed(change: impl Fn(&str) -> String) -> Result<RootKey, KeyFault> {
    let scratch = Scratch::new();
    let path = scratch.path().join("office.key");
    RootKey::from_bytes([0x5a; 32]).write_new(&path).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    fs::write(&path, change(&text)).unwrap();
    RootKey::load(&path)
}

#[test]
fn what_is_wrong_with_a_key_file_is_said_without_showing_it() {
    let faults = [
        load_changed(|text| text.replace("root: 5a", "root: 5b")).unwrap_err(),
        load_changed(|text| text.replace("version 1", "version 2")).unwrap_err(),
        load_changed(|text| text.replace("root: 5a", "root: zz")).unwrap_err(),
        load_changed(|text| text.replace("id: 1\n", "")).unwrap_err(),
        load_changed(|_| String::new()).unwrap_err(),
        load_changed(|_| "-----BEGIN OPENSSH PRIVATE KEY-----\n".into()).unwrap_err(),
    ];
    let kinds: Vec<&str> = faults
        .iter()
        .map(|fault| match fault {
            KeyFault::Damaged(_) => "damaged",
            KeyFault::NewerVersion { .. } => "newer",
            KeyFault::BadLine { line, .. } => line,
            KeyFault::NotAKeyFile(_) => "not a key file",
            _ => "something else",
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "damaged",
            "newer",
            "root",
            "id",
            "not a key file",
            "not a key file"
        ]
    );
    for fault in faults {
        assert!(!fault.to_string().contains("5a5a"), "{fault}");
    }
}

#[test]
fn a_key_file_typed_back_with_notes_and_blank_lines_is_read() {
    let root = load_changed(|text| text.replace("id: 1", "# typed back on Monday\n\nid: 1")).unwrap();
    assert_eq!(some_key(&root), some_key(&RootKey::from_bytes([0x5a; 32])));
}

#[test]
fn a_missing_key_file_says_what_to_do() {
    let scratch = Scratch::new();
    let fault = RootKey::load(&scratch.path().join("none.key")).unwrap_err();
    assert!(matches!(fault, KeyFault::Missing(_)));
    assert!(fault.to_string().contains("casework init"));
}
