//! The mark that brings an answer back to its case: made for letters out, and believed in letters in, by one rule.

use std::fmt::Write;

use domain::{cases::Case, letters::ThreadToken};
use files::OfficeKeys;

/// Half of the code is enough: 64 bits that only the office's key can make.
const MARK_BYTES: usize = 8;

/// The mark of a case's letters. It proves that the office wrote it, and tells nothing of the case but its reference.
pub fn thread_mark(keys: &OfficeKeys, case: &Case) -> ThreadToken {
    let bare: String = case.reference.chars().filter(|c| *c != '-').collect();
    ThreadToken::new(&bare, &mac_of(keys, &bare)).expect("a case's reference has six plain symbols")
}

/// Whether this office made the mark. What it is found in may still have come from anybody who read the letter.
pub fn is_our_mark(keys: &OfficeKeys, mark: &ThreadToken) -> bool {
    mac_of(keys, &mark.reference) == mark.mac
}

fn mac_of(keys: &OfficeKeys, reference: &str) -> String {
    let mut mac = String::with_capacity(MARK_BYTES * 2);
    for byte in &keys.thread_code(reference.as_bytes())[..MARK_BYTES] {
        write!(mac, "{byte:02x}").expect("writing to a text does not fail");
    }
    mac
}
