//! Message-IDs: ours are made from the letter's id, so that a letter sent twice is seen to be one; others' are
//! repeated only when they cannot smuggle anything in.

use std::fmt;

use domain::ids::LetterId;

/// One of our own Message-IDs, with its angle brackets.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(String);

/// The name of the mail domain cannot stand in a Message-ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a mail domain: letters, digits, dots and hyphens, at most 190 signs")]
pub struct NotADomain;

impl MessageId {
    /// The same for the same letter, however often it is sent.
    pub fn of_letter(letter: LetterId, domain: &str) -> Result<Self, NotADomain> {
        let is_domain = !domain.is_empty()
            && domain.len() <= 190
            && !domain.starts_with(['.', '-'])
            && !domain.ends_with('.')
            && domain
                .bytes()
                .all(|sign| sign.is_ascii_alphanumeric() || sign == b'.' || sign == b'-');
        is_domain
            .then(|| Self(format!("<{}@{domain}>", letter.0.simple())))
            .ok_or(NotADomain)
    }

    /// With its angle brackets, as the header carries it and the store keeps it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Without brackets: also a safe file name, since only letters, digits, `@`, `.` and `-` are in it.
    pub(super) fn bare(&self) -> &str {
        self.0.trim_matches(['<', '>'])
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A Message-ID somebody else made, if it can be repeated: visible ASCII in one pair of angle brackets.
pub(super) fn repeatable(id: &str) -> Option<&str> {
    let id = id.trim_matches([' ', '\t']);
    let inner = id.strip_prefix('<')?.strip_suffix('>')?;
    let is_plain = inner
        .bytes()
        .all(|sign| sign.is_ascii_graphic() && sign != b'<' && sign != b'>');
    (is_plain && (3..=250).contains(&inner.len()) && inner.contains('@')).then_some(id)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_letter_has_one_message_id() {
        let letter = LetterId(Uuid::from_u128(7));
        let id = MessageId::of_letter(letter, "whitfield.example").unwrap();
        assert_eq!(
            id.as_str(),
            "<00000000000000000000000000000007@whitfield.example>"
        );
        assert_eq!(id, MessageId::of_letter(letter, "whitfield.example").unwrap());
        assert_eq!(id.bare(), "00000000000000000000000000000007@whitfield.example");
    }

    #[test]
    fn what_is_not_a_domain_makes_no_message_id() {
        let long = "a".repeat(191);
        for domain in [
            "",
            "a b.example",
            "a\r\nBcc: x@y",
            "a>b",
            "../etc",
            ".example",
            "example.",
            "-x",
            long.as_str(),
        ] {
            assert!(
                MessageId::of_letter(LetterId(Uuid::from_u128(7)), domain).is_err(),
                "{domain}"
            );
        }
    }

    #[test]
    fn others_ids_are_repeated_only_when_harmless() {
        assert_eq!(
            repeatable(" <CAF+x=1$%@mail.example>"),
            Some("<CAF+x=1$%@mail.example>")
        );
        let long = format!("<{}@x>", "a".repeat(250));
        for id in [
            "",
            "x@y",
            "<x@y",
            "<x y@z>",
            "<x@y>\r\nBcc: a@b",
            "<x@y> <z@w>",
            "<xy>",
            "<ä@y>",
            "<x\0@y>",
            long.as_str(),
        ] {
            assert_eq!(repeatable(id), None, "{id:?}");
        }
    }
}
