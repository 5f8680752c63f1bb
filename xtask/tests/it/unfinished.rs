//! Nothing half done is handed on, and files stay small enough to read.

use crate::sources::{Source, assert_none, sources};

/// This file, which has to name them, is the one not looked at.
const UNFINISHED: &[&str] = &["todo!(", "unimplemented!(", "#[ignore", "assert!(true"];

fn faults(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = source.text.lines().count();
    if lines > 500 {
        faults.push(source.at(lines, "more than 500 lines: split by verb or by room"));
    }
    if source.path.ends_with(".rs") {
        if !source.text.starts_with("//!") {
            faults.push(source.at(1, "no `//!` sentence says what this file knows"));
        }
        // A doc comment may show what does not compile, with anything for a body.
        let is_unfinished = |line: &str| {
            !line.trim_start().starts_with("//") && UNFINISHED.iter().any(|word| line.contains(word))
        };
        let found = source
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| is_unfinished(line));
        faults.extend(found.map(|(at, line)| source.at(at + 1, line.trim())));
    }
    let name = source.path.rsplit('/').next().unwrap_or_default();
    if ["utils", "helpers", "common", "misc"]
        .iter()
        .any(|word| name.starts_with(&format!("{word}.")))
    {
        faults.push(source.at(1, "a name that says nothing: split by verb"));
    }
    faults
}

fn ours() -> Vec<Source> {
    let endings = [".rs", ".css", ".js", ".mjs"];
    let all = sources(".", &endings);
    all.into_iter()
        .filter(|source| source.path != "xtask/tests/it/unfinished.rs")
        .collect()
}

#[test]
fn nothing_is_left_half_done() {
    let all: Vec<String> = ours().iter().flat_map(faults).collect();
    assert_none(&all, "finish or remove");
}

#[test]
fn what_is_half_done_is_found() {
    let found = |path: &str, text: &str| faults(&Source::new(path, text)).len();
    assert_eq!(found("crates/a/src/b.rs", "//! One.\nfn f() { todo!() }\n"), 1);
    assert_eq!(found("crates/a/src/b.rs", "fn f() {}\n"), 1);
    assert_eq!(
        found("crates/a/tests/b.rs", "//! One.\n#[ignore = \"slow\"]\n"),
        1
    );
    assert_eq!(found("crates/a/src/utils.rs", "//! One.\n"), 1);
    assert_eq!(found("crates/a/src/a.css", &"a{}\n".repeat(501)), 1);
}

#[test]
fn a_folder_and_its_module_are_one() {
    let all = sources("crates", &[".rs"]);
    let beside = |source: &Source| {
        let folder = source.path.trim_end_matches(".rs");
        let is_folder = source.path.contains("/src/")
            && all
                .iter()
                .any(|other| other.path.starts_with(&format!("{folder}/")));
        is_folder.then(|| {
            source.at(
                1,
                "lies beside a folder of its name: make it that folder's mod.rs",
            )
        })
    };
    let faults: Vec<String> = all.iter().filter_map(beside).collect();
    assert_none(&faults, "siblings stay together in the tree");
}
