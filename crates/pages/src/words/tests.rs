//! The words: every key in every language with the same arguments, and every key the source names.

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
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("words/tests.rs") {
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

/// Every set of the domain whose values stand on a screen, with its stored words.
fn sets() -> Vec<(&'static str, Vec<&'static str>)> {
    macro_rules! all {
        ($kind:ty) => {
            <$kind>::ALL.iter().map(|value| value.as_str()).collect()
        };
    }
    vec![
        ("channel", all!(domain::cases::Channel)),
        ("channel", all!(domain::arrivals::ArrivalChannel)),
        ("verdict", all!(domain::arrivals::Verdict)),
        ("fate", all!(domain::arrivals::Fate)),
        ("matter", all!(domain::arrivals::MatterKind)),
        ("level", all!(domain::cases::Level)),
        ("urgency", all!(domain::cases::Urgency)),
        ("visibility", all!(domain::cases::Visibility)),
        ("outcome", all!(domain::cases::Outcome)),
        ("told", all!(domain::cases::ToldBy)),
        ("next", all!(domain::cases::NextWord)),
        ("entry", all!(domain::cases::EntryKind)),
        ("solved", all!(domain::cases::Solved)),
        ("consent", all!(domain::cases::guards::ConsentKind)),
        ("risk", all!(domain::cases::guards::RiskLevel)),
        ("turn", all!(domain::clocks::Turn)),
        ("clock", all!(domain::clocks::ClockKind)),
        ("basis", all!(domain::consents::BasisKind)),
        ("lawful", all!(domain::consents::LawfulBasis)),
        ("step", all!(domain::consents::Step)),
        ("body", all!(domain::consents::Body)),
        ("capacity", all!(domain::consents::Capacity)),
        ("method", all!(domain::consents::Method)),
        ("formality", all!(domain::consents::Formality)),
        ("class", all!(domain::consents::DataClass)),
        ("scope", all!(domain::consents::Matter)),
        ("named", all!(domain::consents::RecipientNamed)),
        ("translation", all!(domain::consents::Translation)),
        ("scan", all!(domain::documents::ScanState)),
        ("purpose", all!(domain::inquiries::InquiryPurpose)),
        ("way-out", all!(domain::inquiries::AgencyChannel)),
        ("inquiry-state", all!(domain::inquiries::InquiryState)),
        ("reply", all!(domain::inquiries::ReplyKind)),
        ("learned", all!(domain::inquiries::Learned)),
        ("to-kind", all!(domain::letters::ToKind)),
        ("letter-state", all!(domain::letters::LetterState)),
        ("point", all!(domain::people::ContactKind)),
        ("identifier", all!(domain::people::IdentifierKind)),
        ("interpreter", all!(domain::people::Interpreter)),
        ("born", all!(domain::people::BornPrecision)),
        ("way", all!(domain::people::Way)),
        ("safe", all!(domain::people::Safe)),
        ("staff-role", all!(domain::staff::Role)),
        ("task-kind", all!(domain::tasks::TaskKind)),
    ]
}

#[test]
fn every_value_of_the_domain_has_words() {
    for lang in Lang::ALL {
        let words = Words::for_language(lang);
        for (set, values) in sets() {
            for value in values {
                assert!(
                    words.has(&format!("{set}-{value}")),
                    "no words for `{set}-{value}` in {}",
                    lang.code()
                );
            }
        }
    }
}

/// The keys in the bodies of `fn key`, in every file of the domain.
fn keys_of_the_domain(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the domain's source is readable") {
        let path = entry.expect("the entry is readable").path();
        if path.is_dir() {
            keys_of_the_domain(&path, into);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let Some((_, body)) = text.split_once("fn key(") else {
            continue;
        };
        let body = body.split("\n    }\n").next().unwrap_or_default();
        for piece in body.split("=> \"").skip(1) {
            into.insert(piece.chars().take_while(|c| *c != '"').collect());
        }
    }
}

#[test]
fn every_refusal_and_fact_of_the_domain_has_words() {
    let mut keys = BTreeSet::new();
    keys_of_the_domain(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/src"),
        &mut keys,
    );
    assert!(keys.len() > 150, "the search found only {} keys", keys.len());
    // A model's faults are told at the command line, by `casework model check`.
    keys.retain(|key| !key.starts_with("model-fault-"));
    let words = Words::for_language(Lang::English);
    let missing: Vec<&String> = keys.iter().filter(|key| !words.has(key)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}
