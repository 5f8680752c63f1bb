//! Every reason an arrival can carry, and every refusal, has its sentence in both languages.

use actions::arrivals::{LETTER_WITHOUT_CASE, NOT_CONFIRMED, OTHER_SENDER};
use domain::arrivals::{ArrivalRefusal as Refusal, Fate};
use exchange::mail::{ReadFault, Unreadable, verdict::REASON_KEYS};

fn keys() -> Vec<String> {
    let unreadable = [
        Unreadable::Empty,
        Unreadable::TooLarge { bytes: 1, most: 1 },
        Unreadable::TooDeep { most: 1 },
        Unreadable::TooManyParts { most: 1 },
        Unreadable::HeaderTooLarge { most: 1 },
        Unreadable::Broken,
    ];
    let refusals = [
        Refusal::Decided(Fate::SetAside),
        Refusal::NotDecided,
        Refusal::Overtaken,
        Refusal::ReasonMissing,
        Refusal::ReceiverMissing,
        Refusal::WordsMissing,
        Refusal::NoAddress,
        Refusal::NoSuchFile,
    ];
    let ours = [
        NOT_CONFIRMED,
        OTHER_SENDER,
        LETTER_WITHOUT_CASE,
        "arrival-typed-in",
        "unreadable-tried-often",
    ];
    let mut keys: Vec<String> = REASON_KEYS
        .iter()
        .chain(&ours)
        .map(|key| (*key).to_owned())
        .collect();
    keys.extend(ReadFault::ALL.iter().map(|fault| fault.key()));
    keys.extend(unreadable.iter().map(|why| why.key().to_owned()));
    keys.extend(refusals.iter().map(|refusal| refusal.key().to_owned()));
    keys
}

fn without_words(keys: &[String], sentences: &str) -> Vec<String> {
    let has = |key: &&String| {
        !sentences
            .lines()
            .any(|line| line.starts_with(&format!("{key} = ")))
    };
    keys.iter().filter(has).cloned().collect()
}

#[test]
fn every_reason_and_refusal_has_its_sentence() {
    for lang in ["en", "es"] {
        let path = format!("{}/../../locales/{lang}/mail.ftl", env!("CARGO_MANIFEST_DIR"));
        let sentences = std::fs::read_to_string(path).expect("the sentences");
        assert_eq!(without_words(&keys(), &sentences), Vec::<String>::new(), "{lang}");
    }
}

/// The twin: a reason nobody wrote a sentence for is found.
#[test]
fn a_reason_without_a_sentence_is_found() {
    let sentences = "arrival-typed-in = Somebody here took it down.";
    assert!(without_words(&keys(), sentences).contains(&NOT_CONFIRMED.to_owned()));
}
