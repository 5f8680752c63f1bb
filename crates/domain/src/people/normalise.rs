//! Contact points brought to one form, so that the same mailbox or number is found however it was written.

use crate::people::ContactKind;

/// The form a contact point is matched by. It is never shown and never written to.
pub fn normalise(kind: ContactKind, value: &str) -> String {
    match kind {
        ContactKind::Email => normalise_email(value),
        ContactKind::Phone | ContactKind::Mobile => normalise_phone(value),
        ContactKind::Post => normalise_post(value),
    }
}

/// Lower case and bare of display name and brackets. Dots and `+tags` stay: only the mailbox's own provider knows
/// whether they mean anything.
pub fn normalise_email(value: &str) -> String {
    let bare = match (value.rfind('<'), value.rfind('>')) {
        (Some(open), Some(close)) if open < close => value.get(open + 1..close).unwrap_or(value),
        (Some(_) | None, Some(_) | None) => value,
    };
    bare.trim().trim_start_matches("mailto:").to_lowercase()
}

/// Digits only, without an international prefix; a North American number loses its leading 1, so that ten digits
/// and eleven meet. An extension is not part of the number.
pub fn normalise_phone(value: &str) -> String {
    let lower = value.to_lowercase();
    let number = ["ext", "x", "#"].iter().fold(lower.as_str(), |text, mark| {
        text.split(mark).next().unwrap_or(text)
    });
    let digits: String = number
        .chars()
        .filter_map(|c| c.to_digit(10))
        .filter_map(|d| char::from_digit(d, 10))
        .collect();
    let international = digits.strip_prefix("00").unwrap_or(&digits);
    match international.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        Some(_) | None => international.to_owned(),
    }
}

/// Lower-case words and numbers with single spaces, and the commonest words for streets shortened.
pub fn normalise_post(value: &str) -> String {
    let lower = value.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let short = words.map(|word| match word {
        "street" => "st",
        "avenue" => "ave",
        "road" => "rd",
        "boulevard" => "blvd",
        "drive" => "dr",
        "lane" => "ln",
        "court" => "ct",
        "place" => "pl",
        "apartment" => "apt",
        "suite" => "ste",
        "north" => "n",
        "south" => "s",
        "east" => "e",
        "west" => "w",
        other => other,
    });
    short.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_point_written_differently_meets() {
        use ContactKind::{Email, Mobile, Phone, Post};
        let table = [
            (
                Email,
                "Rosa Delgado <Rosa.Delgado@Example.org>",
                "rosa.delgado@example.org",
            ),
            (Email, " mailto:rosa@example.org ", "rosa@example.org"),
            (Phone, "(555) 010-0199", "5550100199"),
            (Phone, "+1 555 010 0199", "5550100199"),
            (Mobile, "1-555-010-0199 ext. 4", "5550100199"),
            (Phone, "555.010.0199 x12", "5550100199"),
            (Phone, "+44 20 7946 0000", "442079460000"),
            (Phone, "0044 20 7946 0000", "442079460000"),
            (
                Post,
                "12 North Main Street, Apartment 4\nSpringfield",
                "12 n main st apt 4 springfield",
            ),
            (
                Post,
                "12 N. Main St., Apt. 4, Springfield",
                "12 n main st apt 4 springfield",
            ),
        ];
        for (kind, written, norm) in table {
            assert_eq!(normalise(kind, written), norm, "{written}");
            assert_eq!(normalise(kind, norm), norm, "once is enough: {written}");
        }
    }
}
