//! `domain` is values and functions: the world, the clock and chance come in as arguments.

use crate::sources::{Source, assert_none, sources};

const OUTSIDE: &[&str] = &[
    "async ",
    ".await",
    "tokio",
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "now()",
    "new_v4",
    "getrandom",
    "rand::",
    "println!",
    "tracing",
];

fn faults(source: &Source) -> Vec<String> {
    let reaches_out = |line: &str| OUTSIDE.iter().any(|word| line.contains(word));
    let lines = source.code().filter(|(_, line)| reaches_out(line));
    lines.map(|(at, line)| source.at(at, line.trim())).collect()
}

#[test]
fn the_domain_does_not_reach_out() {
    let all: Vec<String> = sources("crates/domain/src", &[".rs"])
        .iter()
        .flat_map(faults)
        .collect();
    assert_none(&all, "the domain reaches out");
}

#[test]
fn a_domain_that_reaches_out_is_found() {
    for line in [
        "let now = Timestamp::now();",
        "pub async fn open() {}",
        "let id = Uuid::new_v4();",
    ] {
        assert_eq!(
            faults(&Source::new("crates/domain/src/cases.rs", line)).len(),
            1,
            "{line}"
        );
    }
    assert!(
        faults(&Source::new(
            "crates/domain/src/cases.rs",
            "pub fn due(now: Timestamp) {} // async fn"
        ))
        .is_empty()
    );
}
