//! Those who work here, from the machine itself.

use crate::harness::Folder;

#[test]
fn somebody_is_added_closed_opened_and_reset() {
    let folder = Folder::new();
    folder.init();
    let add = [
        "staff",
        "add",
        "--name",
        "Noor Haddad",
        "--login",
        "Noor@vale.example",
        "--role",
        "caseworker",
    ];
    let added = folder.done(&add);
    assert_eq!(added["login"], "noor@vale.example");
    let again = folder.run(&add);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("already logs in with this"), "{}", again.err);
    let is_open = || folder.done(&["staff", "list"])["staff"][1]["open"].clone();
    folder.done(&["staff", "disable", "noor@vale.example"]);
    assert_eq!(is_open(), false);
    folder.done(&["staff", "enable", "noor@vale.example"]);
    assert_eq!(is_open(), true);
    let reset = folder.done(&["staff", "reset", "noor@vale.example"]);
    assert_ne!(reset["first_password"], added["first_password"]);
    folder.done(&["staff", "role", "noor@vale.example", "supervisor"]);
    assert_eq!(folder.done(&["staff", "list"])["staff"][1]["role"], "supervisor");
    assert_eq!(folder.done(&["verify"])["entries"], 7, "each act is a line");
}

#[test]
fn the_last_administrator_stays_and_strangers_are_named() {
    let folder = Folder::new();
    folder.init();
    let last = folder.run(&["staff", "disable", "imogen@vale.example"]);
    assert_eq!(last.code, 1);
    assert!(last.err.contains("last administrator"), "{}", last.err);
    let nobody = folder.run(&["staff", "reset", "nobody@vale.example"]);
    assert_eq!(nobody.code, 1);
    assert!(nobody.err.contains("casework staff list"), "{}", nobody.err);
    let role = folder.run(&["staff", "role", "imogen@vale.example", "king"]);
    assert_eq!(role.code, 2, "{role:?}");
}
