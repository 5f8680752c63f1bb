//! Why an act on a case may not happen.

use jiff::civil::Date;

use super::case::Outcome;
use super::close::Hang;
use super::guards::Unmet;
use crate::ids::StaffId;

/// The rules of cases saying no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is closed; reopen it first.
    Closed,
    NotClosed,
    TitleMissing,
    ReasonMissing,
    WordsMissing,
    /// Sensitivity is 0 to 3.
    SensitivityOutOfRange,
    DateInPast {
        earliest: Date,
    },
    /// What is written down as done has not happened yet.
    AheadOfTime,
    UnknownPhase(String),
    AlreadyThere,
    NotFromHere {
        from: String,
        to: String,
    },
    /// The phase that overrides the others is entered only when it is called for.
    OverrideNotCalled,
    /// What called for the override has not passed.
    OverrideHolds,
    /// The model does not do this act in this phase.
    NotInThisPhase {
        phase: String,
    },
    OutcomeNotOffered(Outcome),
    /// Conditions that do not hold, each with its own words.
    Unmet(Vec<Unmet>),
    /// What hangs on the case and was not on the list that was confirmed.
    Unconfirmed(Vec<Hang>),
    AlreadyTheirs,
    OwnedByOther(StaffId),
    /// They do not work here any more, or not on cases.
    CannotHave,
    /// They are kept out of this case.
    ConflictOfInterest,
    /// Behind the wall there would be nobody.
    NobodyInside,
    NoException,
    /// A promise says how it is safe to keep it.
    SafeWayMissing,
    PromiseOver,
    /// Nobody heard anything by that: a note, a try, a letter still on its way.
    NotHeard,
    AlreadyAsked,
    NotAsked,
    AlreadyAnswered,
}

impl Refusal {
    /// The message key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Closed => "case-refused-closed",
            Self::NotClosed => "case-refused-not-closed",
            Self::TitleMissing => "case-refused-title-missing",
            Self::ReasonMissing => "case-refused-reason-missing",
            Self::WordsMissing => "case-refused-words-missing",
            Self::SensitivityOutOfRange => "case-refused-sensitivity",
            Self::DateInPast { .. } => "case-refused-date-in-past",
            Self::AheadOfTime => "case-refused-ahead-of-time",
            Self::UnknownPhase(_) => "case-refused-unknown-phase",
            Self::AlreadyThere => "case-refused-already-there",
            Self::NotFromHere { .. } => "case-refused-not-from-here",
            Self::OverrideNotCalled => "case-refused-override-not-called",
            Self::OverrideHolds => "case-refused-override-holds",
            Self::NotInThisPhase { .. } => "case-refused-not-in-this-phase",
            Self::OutcomeNotOffered(_) => "case-refused-outcome-not-offered",
            Self::Unmet(_) => "case-refused-unmet",
            Self::Unconfirmed(_) => "case-refused-unconfirmed",
            Self::AlreadyTheirs => "case-refused-already-theirs",
            Self::OwnedByOther(_) => "case-refused-owned-by-other",
            Self::CannotHave => "case-refused-cannot-have",
            Self::ConflictOfInterest => "case-refused-conflict-of-interest",
            Self::NobodyInside => "case-refused-nobody-inside",
            Self::NoException => "case-refused-no-exception",
            Self::SafeWayMissing => "case-refused-safe-way-missing",
            Self::PromiseOver => "case-refused-promise-over",
            Self::NotHeard => "case-refused-not-heard",
            Self::AlreadyAsked => "case-refused-already-asked",
            Self::NotAsked => "case-refused-not-asked",
            Self::AlreadyAnswered => "case-refused-already-answered",
        }
    }

    /// The values that stand in the message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::DateInPast { earliest } => vec![("date", earliest.to_string())],
            Self::UnknownPhase(phase) | Self::NotInThisPhase { phase } => vec![("phase", phase.clone())],
            Self::NotFromHere { from, to } => vec![("from", from.clone()), ("to", to.clone())],
            Self::OutcomeNotOffered(outcome) => vec![("outcome", outcome.to_string())],
            Self::Unmet(unmet) => vec![("count", unmet.len().to_string())],
            Self::Unconfirmed(hanging) => vec![("count", hanging.len().to_string())],
            Self::Closed
            | Self::NotClosed
            | Self::TitleMissing
            | Self::ReasonMissing
            | Self::WordsMissing
            | Self::SensitivityOutOfRange
            | Self::AlreadyThere
            | Self::OverrideNotCalled
            | Self::OverrideHolds
            | Self::AlreadyTheirs
            | Self::OwnedByOther(_)
            | Self::AheadOfTime
            | Self::CannotHave
            | Self::ConflictOfInterest
            | Self::NobodyInside
            | Self::NoException
            | Self::SafeWayMissing
            | Self::PromiseOver
            | Self::NotHeard
            | Self::AlreadyAsked
            | Self::NotAsked
            | Self::AlreadyAnswered => vec![],
        }
    }
}

/// Refuses an act on a closed case.
pub(super) const fn must_be_open(case: &super::Case) -> Result<(), Refusal> {
    if case.is_open() {
        Ok(())
    } else {
        Err(Refusal::Closed)
    }
}

/// The text without blanks around it, or what to refuse with when nothing is left.
pub(super) fn said(text: &str, missing: Refusal) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        Err(missing)
    } else {
        Ok(text.to_owned())
    }
}
