//! One analyser for both engines: text and questions are cut into the same plain words.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, without marks, letters and digits only, one space between words. Any script.
pub fn analyse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '\u{2019}') && !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The words of a question, at most eight of them.
pub fn words(question: &str) -> Vec<String> {
    analyse(question)
        .split(' ')
        .filter(|w| !w.is_empty())
        .take(8)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_signs_do_not_count() {
        assert_eq!(
            analyse("Ñuñez-O’Hara,  RÉSUMÉ (2024)!"),
            "nunez ohara resume 2024"
        );
        assert_eq!(analyse("Đặng Thị"), "đang thi");
        assert_eq!(analyse("…"), "");
    }

    #[test]
    fn a_question_cannot_carry_an_operator() {
        let words = words("near* OR \"x\" -y:& |z");
        assert!(
            words.iter().all(|w| w.chars().all(char::is_alphanumeric)),
            "{words:?}"
        );
    }
}
