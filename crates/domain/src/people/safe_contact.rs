//! The ways that are safe to reach a person: unknown means ask, never send.

use crate::words;
use jiff::civil::Date;
use std::collections::BTreeMap;

words! {
    /// A way to reach someone.
    pub enum Way {
        Phone => "phone",
        Text => "text",
        Email => "email",
        Post => "post",
        Voicemail => "voicemail",
    }
}

words! {
    /// Whether a way, or one address or number, is safe to use.
    pub enum Safe {
        Yes => "yes",
        No => "no",
        Ask => "ask",
        Unknown => "unknown",
    }
}

/// What the person told us about being reached safely.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SafeContact {
    pub ways: BTreeMap<Way, Safe>,
    /// When it is safe to call, in the person's words.
    pub hours: Option<String>,
    /// Words that must not be said, such as the office's name.
    pub words_not_to_say: Option<String>,
    pub who_else_may_pick_up: Option<String>,
    /// The person said: nothing by post. It outranks everything said of a way or an address.
    pub nothing_by_post: bool,
    /// When we last asked; `None` while nobody has.
    pub asked_on: Option<Date>,
}
