//! Every key the code of the house can answer with, found in its source, has words in every language; and the words
//! ask for no value that the code does not give.
//!
//! The keys are looked for where they are made, so that a new refusal needs no list beside it to be missed here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::{FILES, Lang, Words};
use super::keys;

/// One file of Rust, without its tests.
struct Source {
    folder: String,
    text: String,
}

fn source(folder: &str, text: &str) -> Source {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    Source {
        folder: folder.to_owned(),
        text: text.to_owned(),
    }
}

fn sources(crates: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for name in crates {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(name)
            .join("src");
        walk(&folder, &mut found);
    }
    found
}

fn walk(folder: &Path, into: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("the source folder is readable") {
        let path = entry.expect("the entry is readable").path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() && name != "tests" {
            walk(&path, into);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = std::fs::read_to_string(&path).expect("the file is text");
            into.push(source(&folder.to_string_lossy(), &text));
        }
    }
}

/// The texts in quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split('"').skip(1).step_by(2))
}

/// Several small words with hyphens between them.
fn is_key(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.contains('-') && text.split('-').all(is_word)
}

/// What follows each opening, as far as the ending.
fn after<'a>(text: &'a str, opening: &'a str, ending: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(opening)
        .skip(1)
        .map(move |rest| rest.split(ending).next().unwrap_or_default())
}

/// The keys one file answers with: from each `fn key`, each list of `KEYS`, and each key given on the spot.
fn keys_made_in(text: &str) -> BTreeSet<String> {
    let bodies = after(text, "fn key(", "\n    }\n").chain(after(text, "KEYS: &", "];"));
    let mut found: BTreeSet<String> = bodies.flat_map(quoted).map(str::to_owned).collect();
    let on_the_spot = after(text, "Refused::new(", ")").chain(after(text, "FieldFault::new(", ")"));
    for arguments in on_the_spot {
        found.extend(quoted(arguments).last().map(str::to_owned));
    }
    found.extend(after(text, " key: \"", "\"").map(str::to_owned));
    found.retain(|key| is_key(key));
    found
}

/// Key -> the folder it is made in.
fn all_keys() -> BTreeMap<String, String> {
    let rooms = ["domain", "exchange", "insight", "auth", "jobs", "actions"];
    let mut found = BTreeMap::new();
    for source in sources(&rooms) {
        for key in keys_made_in(&source.text) {
            found.insert(key, source.folder.clone());
        }
    }
    found
}

fn without_words<'a>(
    keys: impl IntoIterator<Item = &'a String>,
    has: impl Fn(Lang, &str) -> bool,
) -> Vec<String> {
    keys.into_iter()
        .flat_map(|key| Lang::ALL.map(|lang| (lang, key)))
        .filter(|(lang, key)| !has(*lang, key))
        .map(|(lang, key)| format!("{}: {key}", lang.code()))
        .collect()
}

fn has(lang: Lang, key: &str) -> bool {
    Words::for_language(lang).has(key)
}

#[test]
fn every_key_the_code_answers_with_has_words() {
    let keys = all_keys();
    assert!(keys.len() > 250, "the search found only {} keys", keys.len());
    assert_eq!(without_words(keys.keys(), has), Vec::<String>::new());
}

#[test]
fn a_key_without_words_is_found() {
    let text = "impl Refusal {\n    pub fn key(self) -> &'static str {\n        match self {\n            \
        Self::Closed => \"case-refused-closed\",\n            Self::Moon => \"case-refused-full-moon\",\n        }\n    }\n}\n\
        fn act() {\n    Err(Refused::new(\"refused-moon-missing\").with(\"n\", 1));\n    FieldFault::new(\n        \"moon\",\n        \"field-moon-new\",\n    );\n}\n";
    let found = keys_made_in(text);
    let missing = without_words(&found, has);
    let expected = [
        "en: case-refused-full-moon",
        "es: case-refused-full-moon",
        "en: field-moon-new",
        "es: field-moon-new",
        "en: refused-moon-missing",
        "es: refused-moon-missing",
    ];
    assert_eq!(missing, expected);
    // One language alone is not enough.
    let missing = without_words(&found, |lang, key| lang == Lang::English || has(lang, key));
    assert!(
        missing.iter().all(|line| line.starts_with("es: ")) && missing.len() == 3,
        "{missing:?}"
    );
}

/// The arguments of words whose key is made in a folder, that no text of that folder names, nor an act adds.
fn never_given(
    made: &BTreeMap<String, String>,
    told: &BTreeMap<String, BTreeSet<String>>,
    all: &[Source],
) -> Vec<String> {
    let mut missing = Vec::new();
    let added: BTreeSet<&str> = all
        .iter()
        .flat_map(|source| after(&source.text, ".with(\"", "\""))
        .collect();
    for (key, folder) in made {
        let given: BTreeSet<&str> = all
            .iter()
            .filter(|source| source.folder == *folder)
            .flat_map(|source| quoted(&source.text))
            .collect();
        let asked = told.get(key).into_iter().flatten();
        missing.extend(
            asked
                .filter(|name| !given.contains(name.as_str()) && !added.contains(name.as_str()))
                .map(|name| format!("{key}: {name}")),
        );
    }
    missing
}

#[test]
fn the_words_ask_only_for_values_the_code_gives() {
    let all = sources(&["domain", "exchange", "insight", "auth", "jobs", "actions"]);
    let told: BTreeMap<_, _> = FILES.iter().flat_map(|(_, english, _)| keys(english)).collect();
    assert_eq!(never_given(&all_keys(), &told, &all), Vec::<String>::new());
}

#[test]
fn a_value_nobody_gives_is_found() {
    let all = [source("a", "vec![(\"count\", n.to_string())]")];
    let made = BTreeMap::from([("guard-moon".to_owned(), "a".to_owned())]);
    let told = keys("guard-moon = { $count } of { $moons }\n");
    assert_eq!(never_given(&made, &told, &all), ["guard-moon: moons"]);
}

/// Sets of the house whose words stand on a screen, with what their keys begin with.
const SHOWN: &[(&str, &str)] = &[
    ("ActName", "act"),
    ("AgencyChannel", "way-out"),
    ("ArrivalChannel", "channel"),
    ("BasisKind", "basis"),
    ("Body", "body"),
    ("BornPrecision", "born"),
    ("Capacity", "capacity"),
    ("CaseField", "case-field"),
    ("Channel", "channel"),
    ("ClockKind", "clock"),
    ("ConsentKind", "consent"),
    ("ContactKind", "point"),
    ("ContactPurpose", "contact-purpose"),
    ("DataClass", "class"),
    ("Deed", "deed"),
    ("Direction", "direction"),
    ("EntryKind", "entry"),
    ("EventWord", "event"),
    ("ExceptionKind", "exception"),
    ("ExpiryReason", "expiry"),
    ("Fate", "fate"),
    ("FileKind", "file-kind"),
    ("Finding", "finding"),
    ("Formality", "formality"),
    ("GateVerdict", "gate-answer"),
    ("IdentifierKind", "identifier"),
    ("HouseTask", "task"),
    ("InquiryPurpose", "purpose"),
    ("InquiryState", "inquiry-state"),
    ("Interpreter", "interpreter"),
    ("LawfulBasis", "lawful"),
    ("Learned", "learned"),
    ("LetterState", "letter-state"),
    ("Level", "level"),
    ("Likeness", "likeness"),
    ("MatchReason", "match"),
    ("Matter", "scope"),
    ("MatterKind", "matter"),
    ("Method", "method"),
    ("NextWord", "next"),
    ("Outcome", "outcome"),
    ("OverrideRole", "staff-role"),
    ("PersonField", "person-field"),
    ("Protection", "protection"),
    ("Reached", "reached"),
    ("ReadFault", "read-fault"),
    ("RecipientNamed", "named"),
    ("ReplyKind", "reply"),
    ("RiskLevel", "risk"),
    ("Role", "staff-role"),
    ("Safe", "safe"),
    ("ScanState", "scan"),
    ("Solved", "solved"),
    ("Step", "step"),
    ("TaskKind", "task-kind"),
    ("ToKind", "to-kind"),
    ("ToldBy", "told"),
    ("Translation", "translation"),
    ("Turn", "turn"),
    ("Urgency", "urgency"),
    ("Verdict", "verdict"),
    ("Visibility", "visibility"),
    ("Way", "way"),
];

/// Sets that no screen shows, and why.
const NOT_SHOWN: &[(&str, &str)] = &[
    ("AgeCountsTo", "a word of rule packs, which are read as files"),
    ("AskedTo", "a word of rule packs"),
    (
        "Field",
        "the word as it stands in a template is what its writer looks for",
    ),
    ("GateAnswer", "a condition says it whole, as `guard-release-…`"),
    ("LetterAct", "the letter's state says where it stands"),
    ("NoLimit", "a word of rule packs"),
    ("OpenThing", "a condition says it whole, as `guard-open-…`"),
    ("OralWord", "a word of rule packs"),
    ("PaperOnly", "a word of the heads of templates"),
    ("ThreadProof", "the reasons of an arrival say it whole"),
    ("PieceKind", "shapes how a text is folded, and is not named"),
    ("ReEntry", "a word of case models, which are read as files"),
    ("SessionStage", "each stage is a page of its own"),
    (
        "ThreadProof",
        "what could not be proved is said as `arrival-thread-…`",
    ),
    ("Unit", "a word of rule packs"),
];

/// Name of each `words!` set -> its stored words.
fn sets_declared_in(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for body in after(text, "words! {", "\n}\n") {
        let Some((_, named)) = body.split_once("pub enum ") else {
            continue;
        };
        let name: String = named.chars().take_while(char::is_ascii_alphanumeric).collect();
        let words = after(named, "=> \"", "\"").map(str::to_owned).collect();
        found.insert(name, words);
    }
    found
}

/// The keys of the sets that are shown, and the sets nobody decided about.
fn keys_of_sets(sets: &BTreeMap<String, Vec<String>>) -> (BTreeSet<String>, Vec<String>) {
    let (mut keys, mut undecided) = (BTreeSet::new(), Vec::new());
    for (name, words) in sets {
        match SHOWN.iter().find(|(shown, _)| shown == name) {
            Some((_, set)) => keys.extend(words.iter().map(|word| super::super::explain::key_of(set, word))),
            None if NOT_SHOWN.iter().any(|(not, _)| not == name) => {}
            None => undecided.push(name.clone()),
        }
    }
    (keys, undecided)
}

#[test]
fn every_word_of_a_set_that_is_shown_has_words() {
    let all = sources(&["domain", "exchange", "insight"]);
    let sets: BTreeMap<_, _> = all
        .iter()
        .flat_map(|source| sets_declared_in(&source.text))
        .collect();
    assert!(sets.len() > 60, "the search found only {} sets", sets.len());
    let (keys, undecided) = keys_of_sets(&sets);
    assert_eq!(
        undecided,
        Vec::<String>::new(),
        "is it shown? say so in SHOWN or in NOT_SHOWN"
    );
    assert_eq!(without_words(&keys, has), Vec::<String>::new());
    for (name, _) in SHOWN.iter().chain(NOT_SHOWN) {
        assert!(sets.contains_key(*name), "there is no set `{name}` any more");
    }
}

#[test]
fn a_word_or_a_set_without_words_is_found() {
    let text = "words! {\n    /// Whose.\n    pub enum Turn {\n        Ours => \"ours\",\n        Moon => \"of_the_moon\",\n    }\n}\n\nwords! {\n    pub enum Tide {\n        Low => \"low\",\n    }\n}\n";
    let (keys, undecided) = keys_of_sets(&sets_declared_in(text));
    assert_eq!(undecided, ["Tide"]);
    assert_eq!(
        without_words(&keys, has),
        ["en: turn-of-the-moon", "es: turn-of-the-moon"]
    );
}

#[test]
fn every_phase_task_and_outcome_of_the_models_has_words() {
    let mut keys = BTreeSet::from(["told-none".to_owned()]);
    for model in domain::cases::models::builtin() {
        keys.extend(model.phases.iter().map(|phase| format!("phase-{}", phase.id)));
        keys.extend(model.tasks.iter().map(|task| format!("task-{}", task.id)));
        keys.extend(model.outcomes.iter().map(|outcome| format!("outcome-{outcome}")));
    }
    assert!(keys.len() > 30, "the models name only {} words", keys.len());
    assert_eq!(without_words(&keys, has), Vec::<String>::new());
}

const ROOMS: &[&str] = &[
    "arrivals",
    "cases",
    "clocks",
    "consents",
    "documents",
    "drafts",
    "inquiries",
    "ledger",
    "letters",
    "login",
    "office",
    "people",
    "search",
    "staff",
    "tasks",
];

/// What the ledger is told in a file: `room.verb`.
fn actions_in(text: &str) -> BTreeSet<String> {
    let is_one = |text: &&str| {
        text.split_once('.').is_some_and(|(room, verb)| {
            ROOMS.contains(&room)
                && !verb.is_empty()
                && verb
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '_' || c == '-')
        })
    };
    quoted(text)
        .filter(is_one)
        .map(|action| super::super::explain::key_of("ledger-action", action))
        .collect()
}

#[test]
fn every_deed_the_ledger_is_told_has_words() {
    let all = sources(&["actions"]);
    let keys: BTreeSet<String> = all.iter().flat_map(|source| actions_in(&source.text)).collect();
    assert!(keys.len() > 8, "the search found only {} deeds", keys.len());
    assert_eq!(without_words(&keys, has), Vec::<String>::new());
    let made_up = actions_in("doing.commit_case(\"cases.fold\", id, None)");
    assert_eq!(without_words(&made_up, has).len(), 2);
}
