//! How words are put to each engine's index of texts.

use super::Transaction;

impl Transaction<'_> {
    /// Asks that every word occurs, the last one as a beginning. Words hold letters and digits only.
    pub fn search_question(&mut self, words: &[String]) -> String {
        if self.is_postgres() {
            for_postgres(words)
        } else {
            for_sqlite(words)
        }
    }
}

/// For FTS5.
fn for_sqlite(words: &[String]) -> String {
    join(words, " ", |w| format!("\"{w}\""), |w| format!("\"{w}\" *"))
}

/// For `to_tsquery`.
fn for_postgres(words: &[String]) -> String {
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
    fn the_last_word_may_go_on() {
        let words = ["near".to_owned(), "or".to_owned()];
        assert_eq!(for_sqlite(&words), "\"near\" \"or\" *");
        assert_eq!(for_postgres(&words), "'near' & 'or':*");
    }
}
