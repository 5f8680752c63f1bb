//! Subjects that say nothing: a letter's subject is read by whoever holds the telephone.

use crate::people::{free_text_hits, sort_key};

/// Whether a subject is neutral: one short line, with no number of anyone's, and none of the words that must not be
/// said (the person's name, the agency, the words a person asked us to avoid).
pub fn is_neutral(subject: &str, unwanted: &[&str]) -> bool {
    if subject.trim().is_empty() || subject.chars().count() > 120 || subject.chars().any(char::is_control) {
        return false;
    }
    if !free_text_hits(subject).is_empty() {
        return false;
    }
    let key = sort_key(subject);
    let said: Vec<&str> = key.split(' ').collect();
    // Very short words, such as "de" in a name, are everybody's.
    let unsayable = |word: &str| {
        let spaced = word.is_ascii() || word.chars().all(|letter| letter.is_lowercase());
        // Scripts without spaces between words, and without case, hold a name anywhere.
        if spaced {
            word.chars().count() > 2 && said.contains(&word)
        } else {
            key.contains(word)
        }
    };
    !unwanted
        .iter()
        .any(|phrase| sort_key(phrase).split(' ').any(unsayable))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_unwanted_words_are_not_neutral() {
        let table: [(&str, &[&str], bool); 11] = [
            ("We have your message", &["Rosa Delgado"], true),
            ("Rosa, we have your message", &["Rosa Delgado"], false),
            ("About JOSÉ", &["Jose\u{301} Núñez"], false),
            ("A word from us", &["María de la Cruz"], true),
            ("Un mensaje de la oficina", &["María de la Cruz"], true),
            ("Your VA claim", &["VA claim"], false),
            ("About 123-45-6789", &[], false),
            ("About IOE0912345678", &[], false),
            ("", &[], false),
            ("One\nBcc: two", &[], false),
            ("关于李小龍", &["李小龍"], false),
        ];
        for (subject, unwanted, neutral) in table {
            assert_eq!(is_neutral(subject, unwanted), neutral, "{subject}");
        }
    }
}
