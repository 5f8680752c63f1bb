//! The mark that brings an answer back to its case: `[cw-7K4M2Q-k3j9x0a2]`. It says nothing to anyone else. The
//! second part is made and checked with the office's key elsewhere; here is only its shape.

use std::fmt;

/// A mark as it was found, or is to be written. It is a claim until its second part has been checked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ThreadToken {
    /// The case's reference without its hyphen, in capitals.
    pub reference: String,
    /// The keyed digest, in lower-case letters and digits.
    pub mac: String,
}

const N_REFERENCE: usize = 6;
const N_MAC: std::ops::RangeInclusive<usize> = 8..=32;

impl ThreadToken {
    /// `None` where the parts do not have the shape of a mark.
    pub fn new(reference: &str, mac: &str) -> Option<ThreadToken> {
        let reference: String = reference
            .chars()
            .filter(|c| *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let mac = mac.to_ascii_lowercase();
        let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric());
        let fits =
            reference.len() == N_REFERENCE && N_MAC.contains(&mac.len()) && plain(&reference) && plain(&mac);
        fits.then_some(ThreadToken { reference, mac })
    }
}

impl fmt::Display for ThreadToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[cw-{}-{}]", self.reference, self.mac)
    }
}

/// Every mark in a subject or a text, in order; mail programs may have changed the case of letters or broken the line
/// inside the brackets.
pub fn find_tokens(text: &str) -> Vec<ThreadToken> {
    let mut tokens: Vec<ThreadToken> = Vec::new();
    for piece in text.split('[').skip(1) {
        let Some((inside, _)) = piece.split_once(']') else {
            continue;
        };
        if inside.len() > 80 {
            continue;
        }
        let inside: String = inside
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '>')
            .collect();
        let mut parts = inside.split('-');
        let marked = parts.next().is_some_and(|mark| mark.eq_ignore_ascii_case("cw"));
        let token = match (parts.next(), parts.next(), parts.next()) {
            (Some(reference), Some(mac), None) if marked => ThreadToken::new(reference, mac),
            (Some(_) | None, Some(_) | None, Some(_) | None) => None,
        };
        if let Some(token) = token.filter(|token| !tokens.contains(token)) {
            tokens.push(token);
        }
    }
    tokens
}

/// The first mark in a text.
pub fn find_token(text: &str) -> Option<ThreadToken> {
    find_tokens(text).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mark_is_found_however_mail_has_treated_it() {
        let token = ThreadToken::new("7K4-M2Q", "k3j9x0a2").expect("a good mark");
        assert_eq!(token.to_string(), "[cw-7K4M2Q-k3j9x0a2]");
        for text in [
            "Re: We have your message [cw-7K4M2Q-k3j9x0a2]",
            "RE: [CW-7k4m2q-K3J9X0A2] thanks",
            "> [cw-7K4M2Q-\n> k3j9x0a2]",
            "[note] [cw-7K4M2Q-k3j9x0a2]",
            "[[cw-7K4M2Q-k3j9x0a2]]",
        ] {
            assert_eq!(find_token(text), Some(token.clone()), "{text}");
        }
        for text in [
            "",
            "[cw-7K4M2Q]",
            "[cw-7K4M2Q-short]",
            "[cw-7K4M2-k3j9x0a2]",
            "[xx-7K4M2Q-k3j9x0a2]",
            "[cw-",
        ] {
            assert_eq!(find_token(text), None, "{text}");
        }
        assert_eq!(
            find_tokens("[cw-AAAAAA-12345678] [cw-BBBBBB-12345678] [cw-AAAAAA-12345678]").len(),
            2
        );
    }

    proptest! {
        #[test]
        fn a_written_mark_is_found_again(reference in "[0-9A-HJKMNP-TV-Z]{6}", mac in "[0-9a-z]{8,32}", before in any::<String>()) {
            let token = ThreadToken::new(&reference, &mac).expect("a good mark");
            let found = find_tokens(&format!("{before} {token}"));
            prop_assert!(found.contains(&token) || before.contains('['));
            prop_assert_eq!(find_token(&token.to_string()), Some(token));
        }
    }
}
