//! A person as the office knows them: one entry, many cases, outliving all of them.

use crate::ids::PersonId;
use crate::people::SafeContact;
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;

words! {
    /// How much of a birth date is known.
    pub enum BornPrecision {
        Day => "day",
        Month => "month",
        Year => "year",
        Unknown => "unknown",
    }
}

words! {
    /// Whether a conversation needs an interpreter; not having asked is its own answer.
    pub enum Interpreter {
        Unknown => "unknown",
        NotNeeded => "not-needed",
        Needed => "needed",
    }
}

/// A person the office helps or writes to. Names may be in any script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    /// The name as the person writes it.
    pub full_name: String,
    /// What to call them in a letter or on the phone.
    pub called: String,
    /// What lists are ordered by; made by [`sort_key`](crate::people::sort_key).
    pub sort_key: String,
    /// Former, legal, or transliterated names.
    pub other_names: Vec<String>,
    pub born_on: Option<Date>,
    pub born_precision: BornPrecision,
    /// BCP 47 tags; the first is the language of letters.
    pub languages: Vec<String>,
    pub interpreter: Interpreter,
    pub pronouns: Option<String>,
    pub safe: SafeContact,
    /// What the person needs to be able to read, hear, or come in.
    pub needs: Option<String>,
    pub deceased_on: Option<Date>,
    /// Why nobody may contact this person, where that is so.
    pub do_not_contact: Option<String>,
    pub created_at: Timestamp,
    pub version: i64,
}
