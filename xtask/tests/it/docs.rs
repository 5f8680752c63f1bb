//! The documents say what is so: each word of the domain is explained, each path named is there.

use crate::sources::{assert_none, home, read, sources};

/// The public types a Rust text declares, macro-made ones included.
fn types(text: &str) -> Vec<&str> {
    let declared = text.lines().filter_map(|line| {
        let line = line.trim_start().trim_start_matches("words! { ");
        line.strip_prefix("pub struct ")
            .or_else(|| line.strip_prefix("pub enum "))
    });
    let name = |rest: &'_ str| {
        rest.find(|letter: char| !letter.is_alphanumeric())
            .unwrap_or(rest.len())
    };
    declared
        .map(|rest| &rest[..name(rest)])
        .filter(|name| !name.is_empty())
        .collect()
}

/// What stands between back ticks and looks like a path of the house.
fn paths(text: &str) -> Vec<&str> {
    let ticked = text.split('`').skip(1).step_by(2);
    let is_path = |word: &&str| {
        word.contains('/') && !word.starts_with('/') && !word.contains([' ', '<', '*', '{', '…', ':', '\n'])
    };
    ticked.filter(is_path).collect()
}

#[test]
fn every_word_of_the_domain_is_in_the_glossary() {
    let glossary = read("docs/glossary.md");
    let mut missing = Vec::new();
    for source in sources("crates/domain/src", &[".rs"])
        .iter()
        .filter(|source| !source.is_test())
    {
        let unexplained = types(&source.text)
            .into_iter()
            .filter(|name| !glossary.contains(&format!("`{name}`")));
        missing.extend(unexplained.map(|name| format!("{}: {name}", source.path)));
    }
    assert_none(&missing, "docs/glossary.md does not explain");
}

#[test]
fn every_path_the_documents_name_is_there() {
    let mut missing = Vec::new();
    for page in [
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "README.md",
        "docs/glossary.md",
    ] {
        let text = read(page);
        let gone = paths(&text)
            .into_iter()
            .filter(|path| !home().join(path).exists());
        missing.extend(gone.map(|path| format!("{page}: {path}")));
    }
    assert_none(&missing, "named, and not there");
}

#[test]
fn the_architecture_fits_in_a_reading() {
    assert!(read("ARCHITECTURE.md").lines().count() <= 200);
}

#[test]
fn the_house_speaks_of_itself_only() {
    // In two halves, so that this file does not hold what it looks for.
    let elsewhere = [
        concat!("/wo", "rk/main"),
        concat!("/wo", "rk/shared"),
        concat!("/wo", "rk/brief"),
        concat!("/fa", "rm/"),
        concat!("bash_", "jobs"),
        concat!("/.libr", "ary"),
    ];
    let mut faults = Vec::new();
    for source in sources(
        ".",
        &[
            ".rs", ".md", ".toml", ".mjs", ".js", ".css", ".sql", ".yaml", ".ftl", ".json", "run",
        ],
    ) {
        let strays = source
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| elsewhere.iter().any(|word| line.contains(word)));
        faults.extend(strays.map(|(at, line)| source.at(at + 1, line.trim())));
    }
    assert_none(&faults, "a path that means something on one machine only");
}

#[test]
fn types_and_paths_are_found_in_text() {
    let text = "pub struct Case {\nwords! { pub enum Turn { Ours => \"ours\" } }\n    pub enum Kind {\npub(crate) struct Not;";
    assert_eq!(types(text), ["Case", "Turn", "Kind"]);
    assert_eq!(
        paths("see `crates/domain` and `/cases/7`, not `cargo x` or `src/<room>/a.rs`"),
        ["crates/domain"]
    );
}
