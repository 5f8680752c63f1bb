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

/// Every word must occur, the last one as a beginning: FTS5's way of asking. Words hold letters and digits only.
pub fn for_sqlite(words: &[String]) -> String {
    join(words, " ", |w| format!("\"{w}\""), |w| format!("\"{w}\" *"))
}

/// As [`for_sqlite`], for `to_tsquery`.
pub fn for_postgres(words: &[String]) -> String {
    join(words, " & ", |w| format!("'{w}'"), |w| format!("'{w}':*"))
}

fn join(
    words: &[String],
    with: &str,
    whole: impl Fn(&str) -> String,
    begin: impl Fn(&str) -> String,
) -> String {
    let last = words.len().saturating_sub(1);
    let parts: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(i, w)| if i == last { begin(w) } else { whole(w) })
        .collect();
    parts.join(with)
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
        assert_eq!(for_sqlite(&words[..2]), "\"near\" \"or\" *");
        assert_eq!(for_postgres(&words[..2]), "'near' & 'or':*");
    }
}
