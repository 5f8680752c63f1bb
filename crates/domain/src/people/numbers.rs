//! The shape of each kind of number: read, brought to one form, masked, and noticed where it does not belong.

use crate::people::IdentifierKind;
use std::ops::Range;

/// Why a number cannot be one of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberRefusal {
    #[error("there is no number")]
    Empty,
    #[error("it has the wrong number of symbols")]
    Length,
    #[error("it has symbols such a number never has")]
    Symbols,
    #[error("such a number is never given out")]
    NeverIssued,
}

impl NumberRefusal {
    /// The key of the words for this refusal.
    pub fn key(self) -> &'static str {
        match self {
            NumberRefusal::Empty => "number-empty",
            NumberRefusal::Length => "number-length",
            NumberRefusal::Symbols => "number-symbols",
            NumberRefusal::NeverIssued => "number-never-issued",
        }
    }
}

/// Brings a number to the one form it is sealed and looked up in, or says why it cannot be one.
pub fn normalise_number(kind: IdentifierKind, written: &str) -> Result<String, NumberRefusal> {
    let bare: String = written
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect();
    if bare.is_empty() {
        return Err(NumberRefusal::Empty);
    }
    match kind {
        IdentifierKind::Ssn => digits(&bare, 9..=9).and_then(issued_ssn),
        IdentifierKind::ANumber => {
            let number = digits(bare.strip_prefix('A').unwrap_or(&bare), 7..=9)?;
            Ok(format!("A{number:0>9}"))
        }
        IdentifierKind::UscisReceipt => {
            let (office, number) = bare.split_at_checked(3).ok_or(NumberRefusal::Symbols)?;
            if !office.chars().all(|c| c.is_ascii_uppercase()) {
                return Err(NumberRefusal::Symbols);
            }
            Ok(format!("{office}{}", digits(number, 10..=10)?))
        }
        IdentifierKind::VaFile => {
            let number = bare
                .strip_prefix("CSS")
                .or(bare.strip_prefix('C'))
                .unwrap_or(&bare);
            digits(number, 7..=9)
        }
        IdentifierKind::Passport => length(bare, 6..=9),
        IdentifierKind::Claim => length(bare, 4..=30),
        IdentifierKind::Other => length(bare, 1..=60),
    }
}

fn digits(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Result<String, NumberRefusal> {
    if !text.chars().all(|c| c.is_ascii_digit()) {
        return Err(NumberRefusal::Symbols);
    }
    length(text.to_owned(), lengths)
}

fn length(text: String, lengths: std::ops::RangeInclusive<usize>) -> Result<String, NumberRefusal> {
    if lengths.contains(&text.chars().count()) {
        Ok(text)
    } else {
        Err(NumberRefusal::Length)
    }
}

/// 000, 666 and 9xx are never areas, 00 never a group, 0000 never a serial.
fn issued_ssn(number: String) -> Result<String, NumberRefusal> {
    let part = |range: Range<usize>| number.get(range).unwrap_or_default();
    let never = matches!(part(0..3), "000" | "666")
        || number.starts_with('9')
        || part(3..5) == "00"
        || part(5..9) == "0000";
    if never {
        Err(NumberRefusal::NeverIssued)
    } else {
        Ok(number)
    }
}

/// The last four symbols of a normalised number: all that is ever shown without asking for it. A number of fewer than
/// eight shows fewer, so that never more than half of it can be read.
pub fn last4(normalised: &str) -> String {
    let n = normalised.chars().count();
    normalised.chars().skip(n - (n / 2).min(4)).collect()
}

/// A number as it stands on a screen.
pub fn mask(kind: IdentifierKind, last4: &str) -> String {
    match kind {
        IdentifierKind::Ssn => format!("•••-••-{last4}"),
        IdentifierKind::ANumber => format!("A•••••{last4}"),
        IdentifierKind::UscisReceipt => format!("•••••••••{last4}"),
        IdentifierKind::VaFile | IdentifierKind::Claim | IdentifierKind::Passport | IdentifierKind::Other => {
            format!("•••••{last4}")
        }
    }
}

/// Something in free text that looks like a number which belongs in a sealed field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeTextHit {
    pub kind: IdentifierKind,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

/// Warns of numbers in free text. It never stops anyone from saving: a screen offers to move them, and that is all.
pub fn free_text_hits(text: &str) -> Vec<FreeTextHit> {
    let mut hits = Vec::new();
    for at in words_at(text) {
        let word = text.get(at.clone()).unwrap_or_default();
        let bare: String = word.chars().filter(|c| *c != '-' && *c != '#').collect();
        let kind = if looks_like_receipt(&bare) {
            Some(IdentifierKind::UscisReceipt)
        } else if looks_like_a_number(&bare) {
            Some(IdentifierKind::ANumber)
        } else if looks_like_ssn(word) {
            Some(IdentifierKind::Ssn)
        } else if looks_like_va_file(&bare) {
            Some(IdentifierKind::VaFile)
        } else {
            None
        };
        if let Some(kind) = kind {
            hits.push(FreeTextHit { kind, at });
        }
    }
    spaced_ssns(text, &mut hits);
    hits.sort_by_key(|hit| hit.at.start);
    hits
}

/// Runs of letters, digits, hyphens and `#`.
fn words_at(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        let inside = letter.is_alphanumeric() || letter == '-' || letter == '#';
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    words
}

fn looks_like_receipt(bare: &str) -> bool {
    bare.is_ascii() && bare.len() == 13 && normalise_number(IdentifierKind::UscisReceipt, bare).is_ok()
}

fn looks_like_a_number(bare: &str) -> bool {
    bare.starts_with(['A', 'a']) && bare.len() >= 8 && normalise_number(IdentifierKind::ANumber, bare).is_ok()
}

fn looks_like_va_file(bare: &str) -> bool {
    bare.starts_with(['C', 'c']) && bare.len() >= 8 && normalise_number(IdentifierKind::VaFile, bare).is_ok()
}

/// Nine digits, bare or written 3-2-4; other groupings are telephone numbers and dates.
fn looks_like_ssn(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    (lengths == [9] || lengths == [3, 2, 4])
        && normalise_number(IdentifierKind::Ssn, word).is_ok()
        && word.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// 3-2-4 with spaces between.
fn spaced_ssns(text: &str, hits: &mut Vec<FreeTextHit>) {
    let words = words_at(text);
    for three in words.windows(3) {
        let [a, b, c] = three else { continue };
        let at = a.start..c.end;
        let Some(whole) = text.get(at.clone()) else {
            continue;
        };
        let single = whole.split(' ').map(str::len).eq([3, 2, 4]);
        let dashed = whole.replace(' ', "-");
        if single && b.len() == 2 && looks_like_ssn(&dashed) {
            hits.push(FreeTextHit {
                kind: IdentifierKind::Ssn,
                at,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdentifierKind::{ANumber, Claim, Other, Passport, Ssn, UscisReceipt, VaFile};
    use proptest::prelude::*;

    #[test]
    fn each_kind_is_brought_to_one_form_or_refused() {
        use NumberRefusal::{Empty, Length, NeverIssued, Symbols};
        let table = [
            (Ssn, "123-45-6789", Ok("123456789")),
            (Ssn, "123 45 6789", Ok("123456789")),
            (Ssn, "12345678", Err(Length)),
            (Ssn, "12345678X", Err(Symbols)),
            (Ssn, "000-12-3456", Err(NeverIssued)),
            (Ssn, "666-12-3456", Err(NeverIssued)),
            (Ssn, "912-12-3456", Err(NeverIssued)),
            (Ssn, "123-00-3456", Err(NeverIssued)),
            (Ssn, "123-45-0000", Err(NeverIssued)),
            (Ssn, " - ", Err(Empty)),
            (ANumber, "A 123 456 789", Ok("A123456789")),
            (ANumber, "a12345678", Ok("A012345678")),
            (ANumber, "1234567", Ok("A001234567")),
            (ANumber, "A123456", Err(Length)),
            (UscisReceipt, "ioe-09-123-45678", Ok("IOE0912345678")),
            (UscisReceipt, "IOE091234567", Err(Length)),
            (UscisReceipt, "1OE0912345678", Err(Symbols)),
            (UscisReceipt, "IO", Err(Symbols)),
            (VaFile, "C 12 345 678", Ok("12345678")),
            (VaFile, "123-45-6789", Ok("123456789")),
            (Passport, "x1234567", Ok("X1234567")),
            (Passport, "12345", Err(Length)),
            (Claim, "2026/113-a", Ok("2026113A")),
            (Other, "№ 7", Ok("7")),
        ];
        for (kind, written, expected) in table {
            assert_eq!(
                normalise_number(kind, written),
                expected.map(str::to_owned),
                "{kind} {written}"
            );
        }
    }

    #[test]
    fn a_mask_shows_never_more_than_half() {
        assert_eq!(mask(Ssn, &last4("123456789")), "•••-••-6789");
        assert_eq!(mask(ANumber, &last4("A012345678")), "A•••••5678");
        assert_eq!(last4("12345"), "45");
        assert_eq!(last4("7"), "");
        assert_eq!(last4(""), "");
    }

    #[test]
    fn numbers_in_free_text_are_noticed_and_other_numbers_are_not() {
        let table: [(&str, &[IdentifierKind]); 14] = [
            ("My SSN is 123-45-6789, please help.", &[Ssn]),
            ("ssn:123456789", &[Ssn]),
            ("It is 123 45 6789.", &[Ssn]),
            ("receipt IOE0912345678 since May", &[UscisReceipt]),
            ("A-number A123-456-789", &[ANumber]),
            ("file #A012345678 and 123-45-6789", &[ANumber, Ssn]),
            ("VA file C12345678", &[VaFile]),
            ("Call me on 555-010-0199 or (555) 010-0199.", &[]),
            ("born 1961-04-12, moved 12-04-1961", &[]),
            ("order 1234567890 of 12 000 pieces", &[]),
            ("000-12-3456", &[]),
            ("Zip 12345-6789", &[]),
            ("电话 123", &[]),
            ("", &[]),
        ];
        for (text, kinds) in table {
            let hits = free_text_hits(text);
            assert_eq!(
                hits.iter().map(|hit| hit.kind).collect::<Vec<_>>(),
                kinds,
                "{text}"
            );
            assert!(
                hits.iter().all(|hit| text.get(hit.at.clone()).is_some()),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn looking_for_numbers_never_fails_and_points_into_the_text(text in any::<String>()) {
            for hit in free_text_hits(&text) {
                prop_assert!(text.get(hit.at).is_some());
            }
        }

        #[test]
        fn one_form_stays_one_form(text in "[A-Za-z0-9 -]{0,16}") {
            for kind in IdentifierKind::ALL {
                if let Ok(number) = normalise_number(*kind, &text) {
                    prop_assert_eq!(normalise_number(*kind, &number), Ok(number.clone()));
                    prop_assert!(last4(&number).len() * 2 <= number.len());
                }
            }
        }
    }
}
