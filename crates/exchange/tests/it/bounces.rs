//! Real bounces of many mail systems: which we know as such, and each we do not, with its reason.

use crate::shared;
use exchange::mail::{Known, Limits, Verdict, judge, read};
use std::collections::BTreeMap;

/// Not taken for a bounce, and why that is right or bearable.
const NOT: &[(&str, &str)] = &[
    (
        "bounces-sisimai/arf-12.eml",
        "a complaint report: the letter arrived, and somebody called it spam; a person should know",
    ),
    (
        "bounces-sisimai/lhost-sendmail-14.eml",
        "a person forwarded a bounce and wrote above it",
    ),
];

#[test]
fn bounces_are_known_as_bounces() {
    let mut left: BTreeMap<&str, &str> = NOT.iter().copied().collect();
    let (mut n_all, mut n_bounces, mut n_delays, mut n_recipient, mut n_code, mut n_original) =
        (0, 0, 0, 0, 0, 0);
    let mut unexplained = Vec::new();
    for (file, bytes) in shared::messages()
        .into_iter()
        .filter(|(file, _)| file.starts_with("bounces-sisimai/"))
    {
        n_all += 1;
        let message = read(&bytes, &Limits::default()).expect("read");
        let judgement = judge(&message, &Known::NOTHING);
        let Some(bounce) = judgement.bounce.filter(|_| judgement.verdict == Verdict::Bounce) else {
            match left.remove(file.as_str()) {
                Some(why) => println!("not a bounce: {file}: {why} ({})", judgement.verdict),
                None => unexplained.push(format!("{file}: {} {:?}", judgement.verdict, judgement.reasons)),
            }
            continue;
        };
        n_bounces += 1;
        n_delays += usize::from(bounce.is_delay);
        let has_recipient = bounce.failed.iter().any(|failed| failed.address.contains('@'));
        if !has_recipient {
            println!("no recipient: {file} {:?}", bounce.failed);
        }
        n_recipient += usize::from(has_recipient);
        n_code += usize::from(bounce.failed.iter().any(|failed| failed.code.is_some()));
        n_original += usize::from(bounce.original_message_id.is_some());
    }
    if n_all == 0 {
        return;
    }
    println!(
        "{n_bounces} of {n_all} are bounces ({n_delays} delays); with recipient {n_recipient}, code {n_code}, original Message-ID {n_original}"
    );
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    assert!(left.is_empty(), "now known as bounces: {left:?}");
    assert!(n_bounces >= 74 && n_recipient >= 73 && n_original >= 64);
}

#[test]
fn oddities_are_read_and_a_letter_that_is_no_bounce_is_none() {
    let mut verdicts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, bytes) in shared::messages() {
        let Some(name) = file.strip_prefix("bounces-sisimai-oddities/") else {
            continue;
        };
        let message = read(&bytes, &Limits::default()).expect("read");
        let verdict = judge(&message, &Known::NOTHING).verdict;
        if name.starts_with("not__") {
            assert_ne!(verdict, Verdict::Bounce, "{name}");
        }
        verdicts
            .entry(verdict.to_string())
            .or_default()
            .push(name.to_owned());
    }
    println!("{verdicts:#?}");
}
