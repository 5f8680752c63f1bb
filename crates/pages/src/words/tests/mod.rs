//! The words: every key in every language with the same arguments, and every key the source names.

mod known;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{FILES, Lang, Words};

/// Key -> the names of its arguments, for one file. Read from the text, so it does not lean on the parser under test.
fn keys(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines() {
        if line.starts_with('#') {
            continue;
        }
        let head = line.split_once(" =").map(|(key, _)| key);
        if let Some(key) =
            head.filter(|k| k.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && !k.is_empty())
        {
            assert!(!found.contains_key(key), "the key `{key}` stands twice");
            current = key.to_owned();
            found.entry(current.clone()).or_default();
        }
        for piece in line.split('$').skip(1) {
            let name: String = piece
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect();
            if let Some(args) = found.get_mut(&current) {
                args.insert(name);
            }
        }
    }
    found
}

#[test]
fn every_key_stands_in_every_language_with_the_same_arguments() {
    for (room, english, spanish) in FILES {
        let (en, es) = (keys(english), keys(spanish));
        for (key, args) in &en {
            let twin = es
                .get(key)
                .unwrap_or_else(|| panic!("{room}.ftl: `{key}` is not in Spanish"));
            assert_eq!(args, twin, "{room}.ftl: `{key}` takes other arguments in Spanish");
        }
        for key in es.keys() {
            assert!(en.contains_key(key), "{room}.ftl: `{key}` is not in English");
        }
    }
}

#[test]
fn the_comparison_sees_a_missing_argument() {
    let (en, es) = (keys("a = { $n } days\n"), keys("a = unos días\n"));
    assert_ne!(en["a"], es["a"]);
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (room, english, _) in FILES {
        for key in keys(english).into_keys() {
            if let Some(other) = seen.insert(key.clone(), room) {
                panic!("`{key}` stands in {other}.ftl and in {room}.ftl");
            }
        }
    }
}

#[test]
fn every_file_parses_without_faults() {
    for (room, english, spanish) in FILES {
        for text in [english, spanish] {
            if let Err((_, faults)) = fluent_bundle::FluentResource::try_new((*text).to_owned()) {
                panic!("{room}.ftl: {faults:?}");
            }
        }
    }
}

/// Every `.t("key")` and `.tr("key"` in this crate's source.
fn named_in_source(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the source folder is readable") {
        let path = entry.expect("the entry is readable").path();
        if path.is_dir() {
            named_in_source(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("words/tests/mod.rs") {
            let text = std::fs::read_to_string(&path).expect("the file is text");
            for opening in [".t(\"", ".tr(\"", ".tr(\n"] {
                for piece in text.split(opening).skip(1) {
                    let piece = piece.trim_start().trim_start_matches('"');
                    let key: String = piece.chars().take_while(|c| *c != '"').collect();
                    if key
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                    {
                        into.insert(key);
                    }
                }
            }
        }
    }
}

#[test]
fn every_key_the_pages_name_has_words() {
    let mut named = BTreeSet::new();
    named_in_source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut named);
    assert!(named.len() > 40, "the search found only {} keys", named.len());
    let words = Words::for_language(Lang::English);
    let missing: Vec<&String> = named.iter().filter(|key| !words.has(key)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn plurals_follow_the_number() {
    let en = Words::for_language(Lang::English);
    assert_eq!(en.tr("dates-days", &[("n", 1.into())]), "1 day");
    assert_eq!(en.tr("dates-days", &[("n", 16.into())]), "16 days");
    let es = Words::for_language(Lang::Spanish);
    assert_eq!(es.tr("dates-days", &[("n", 1.into())]), "1 día");
}

#[test]
#[should_panic(expected = "no words for `no-such-key`")]
fn a_key_without_words_is_found_by_the_tests() {
    Words::for_language(Lang::English).t("no-such-key");
}
