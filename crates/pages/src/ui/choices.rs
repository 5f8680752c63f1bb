//! Lists to choose from, made of the house's own sets of words.

use super::form::Choice;
use crate::words::Words;

/// Every word of a set, in the set's order: `set_of(w, "capacity", Capacity::ALL)`.
pub fn set_of<T: Copy + ToString>(w: &Words, set: &str, all: &[T]) -> Vec<Choice> {
    all.iter()
        .map(|one| {
            let word = one.to_string();
            let text = w.word(set, &word);
            Choice::new(word, text)
        })
        .collect()
}

/// The same as boxes to tick, with those ticked that a person ticked.
pub fn boxes_of<T: Copy + ToString>(
    w: &Words,
    set: &str,
    all: &[T],
    ticked: &[String],
) -> Vec<(String, String, bool)> {
    set_of(w, set, all)
        .into_iter()
        .map(|choice| {
            let is_ticked = ticked.contains(&choice.value);
            (choice.value, choice.text, is_ticked)
        })
        .collect()
}

/// The languages a paper or a letter may be in.
pub const LANGUAGES: [&str; 8] = ["en", "es", "vi", "zh", "ar", "ru", "ht", "so"];

pub fn languages(w: &Words) -> Vec<Choice> {
    LANGUAGES
        .iter()
        .map(|code| Choice::new(*code, w.t(&format!("language-{code}"))))
        .collect()
}
