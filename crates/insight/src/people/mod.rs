//! Whether somebody who wrote is a person we know: a score made of stated facts, each with its reason.

mod names;
mod score;
#[cfg(test)]
mod tests;

pub use names::{fold, name_words, sound_key};
pub use score::{Candidate, Likeness, MatchReason, Part, PersonMatch, Sender, match_people, match_person};
