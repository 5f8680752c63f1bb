//! Why an act on a task may not happen.

/// The rules of tasks saying no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskRefusal {
    CaseClosed,
    /// Done or dropped already.
    Over,
    WordsMissing,
    ReasonMissing,
    DateInPast,
    /// The model does not offer it in this phase, or it is taken up already.
    NotOffered,
    /// It was not finished, so there is nothing to take back.
    NotDone,
}

impl TaskRefusal {
    /// The message key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::CaseClosed => "task-refused-case-closed",
            Self::Over => "task-refused-over",
            Self::WordsMissing => "task-refused-words-missing",
            Self::ReasonMissing => "task-refused-reason-missing",
            Self::DateInPast => "task-refused-date-in-past",
            Self::NotOffered => "task-refused-not-offered",
            Self::NotDone => "task-refused-not-done",
        }
    }

    /// The values that stand in the message: none.
    pub fn args(self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
