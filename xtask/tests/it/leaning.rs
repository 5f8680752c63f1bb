//! Which room may lean on which.

use crate::sources::{assert_none, home, read};

const MAY_LEAN_ON: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("auth", &["domain"]),
    ("drawing", &["domain"]),
    ("exchange", &["domain"]),
    ("files", &["domain"]),
    ("insight", &["domain"]),
    ("store", &["domain"]),
    (
        "actions",
        &["auth", "domain", "exchange", "files", "insight", "store"],
    ),
    ("jobs", &["actions", "domain", "exchange", "store"]),
    ("pages", &["actions", "domain", "drawing", "store"]),
    // The demo town is made through the acts; no door is needed for it.
    (
        "testkit",
        &["actions", "auth", "domain", "exchange", "files", "store"],
    ),
    (
        "server",
        &[
            "actions", "auth", "domain", "drawing", "exchange", "files", "insight", "jobs", "pages", "store",
            "testkit",
        ],
    ),
];

/// Names under `[dependencies]`; what only the tests lean on is free.
fn leans_on(manifest: &str) -> Vec<&str> {
    let section = manifest.split("\n[dependencies]").nth(1).unwrap_or_default();
    let section = section.split("\n[").next().unwrap_or_default();
    section
        .lines()
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty())
        .collect()
}

fn faults(room: &str, manifest: &str) -> Vec<String> {
    let allowed = MAY_LEAN_ON.iter().find(|(name, _)| *name == room);
    let Some((_, allowed)) = allowed else {
        return vec![format!(
            "`{room}` has no line in the table of who may lean on whom"
        )];
    };
    let is_room = |name: &&str| MAY_LEAN_ON.iter().any(|(room, _)| room == name);
    let mut faults: Vec<String> = leans_on(manifest)
        .into_iter()
        .filter(is_room)
        .filter(|name| !allowed.contains(name))
        .map(|name| format!("`{room}` may not lean on `{name}`: see ARCHITECTURE.md"))
        .collect();
    if leans_on(manifest).contains(&"anyhow") && room != "server" {
        faults.push(format!(
            "`{room}` has errors of its own; `anyhow` is for the binary and the chores"
        ));
    }
    faults
}

#[test]
fn every_room_leans_only_where_it_may() {
    let rooms = home().join("crates").read_dir().expect("the rooms").flatten();
    let rooms: Vec<String> = rooms
        .map(|room| room.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        rooms.len(),
        MAY_LEAN_ON.len(),
        "the table and the folder name the same rooms"
    );
    let all: Vec<String> = rooms
        .iter()
        .flat_map(|room| faults(room, &read(&format!("crates/{room}/Cargo.toml"))))
        .collect();
    assert_none(&all, "a room leans where it may not");
}

#[test]
fn a_room_that_leans_wrongly_is_found() {
    let manifest =
        "[package]\n\n[dependencies]\ndomain.workspace = true\npages = { workspace = true }\n\n[lints]\n";
    assert_eq!(faults("actions", manifest).len(), 1);
    assert_eq!(faults("domain", manifest).len(), 2);
    assert_eq!(faults("kitchen", "").len(), 1);
    assert_eq!(
        faults("store", "\n[dependencies]\nanyhow.workspace = true\n").len(),
        1
    );
    assert_eq!(
        faults(
            "store",
            "\n[dependencies]\n\n[dev-dependencies]\npages.workspace = true\n"
        )
        .len(),
        0
    );
}
