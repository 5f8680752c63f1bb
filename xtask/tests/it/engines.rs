//! The database engines have names in one folder only.

use crate::sources::{Source, assert_none, sources};

/// Where an engine may be named, and why.
const MAY_NAME: &[(&str, &str)] = &[
    (
        "crates/store/src/engine/",
        "the one place that knows which engine runs",
    ),
    (
        "crates/testkit/src/",
        "starts real servers of both kinds for the tests",
    ),
    (
        "crates/server/src/settings",
        "reads which engine the person chose",
    ),
    ("crates/server/benches", "measures the one beside the other"),
];

const NAMES: &[&str] = &["sqlite", "postgres"];

/// A statement that has to differ stands in both forms side by side, beside the function that runs it.
fn is_a_statement_in_two_forms(source: &Source, line: &str) -> bool {
    let line = line.trim_start();
    source.path.starts_with("crates/store/src/")
        && (line.starts_with("postgres: ") || line.starts_with("sqlite: "))
}

fn faults(source: &Source) -> Vec<String> {
    if source.is_test() || MAY_NAME.iter().any(|(place, _)| source.path.starts_with(place)) {
        return Vec::new();
    }
    let names_one = |line: &str| {
        NAMES.iter().any(|name| line.to_lowercase().contains(name))
            && !is_a_statement_in_two_forms(source, line)
    };
    let lines = source.code().filter(|(_, line)| names_one(line));
    lines.map(|(at, line)| source.at(at, line.trim())).collect()
}

#[test]
fn an_engine_is_named_in_one_place() {
    let all: Vec<String> = sources("crates", &[".rs"]).iter().flat_map(faults).collect();
    assert_none(
        &all,
        "what differs between engines is a named function in store/src/engine",
    );
}

#[test]
fn an_engine_named_elsewhere_is_found() {
    let text = "//! Not SQLite.\nuse rusqlite::Row;\nfn f() {} // PostgreSQL\n";
    assert_eq!(
        faults(&Source::new("crates/store/src/cases.rs", text)),
        ["crates/store/src/cases.rs:2: use rusqlite::Row;"]
    );
    assert!(faults(&Source::new("crates/store/src/engine/mod.rs", text)).is_empty());
}
