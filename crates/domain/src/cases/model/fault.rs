//! What can be wrong with a case model, and where it stands in the file.

use std::fmt;

/// One fault, at the line and column of the word that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelFault {
    pub line: u64,
    pub column: u64,
    pub kind: FaultKind,
}

/// The kinds of fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// Not YAML, or not the shape of a model: a key that is not known, missing, or there twice.
    Unreadable(String),
    /// The version must be 1 or more; cadence and follow-up at least a day.
    TooSmall(String),
    NoPhases,
    UnknownPredicate(String),
    WrongArgument {
        predicate: String,
        argument: String,
    },
    UnknownRole(String),
    UnknownPhase(String),
    UnknownAct(String),
    UnknownEvent(String),
    UnknownCalendar(String),
    UnknownOutcome(String),
    /// A word that is not one of those allowed there.
    UnknownWord {
        set: String,
        word: String,
    },
    /// The same id, kind or word stands there before.
    Twice(String),
    UnreachablePhase(String),
    /// Nobody can ever meet this condition together with the others.
    Impossible {
        act: String,
        predicate: String,
    },
    /// There is no outcome to choose, so that nothing can be closed.
    ClosingWithoutOutcome,
    /// The act may only be done in phases no case comes to.
    ActOutOfReach(String),
    NoClosing,
    ClockNeverStops(String),
    ClockNeverStarts(String),
    ClockNeverResumes(String),
}

impl FaultKind {
    /// The message key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "model-fault-unreadable",
            Self::TooSmall(_) => "model-fault-too-small",
            Self::NoPhases => "model-fault-no-phases",
            Self::UnknownPredicate(_) => "model-fault-unknown-predicate",
            Self::WrongArgument { .. } => "model-fault-wrong-argument",
            Self::UnknownRole(_) => "model-fault-unknown-role",
            Self::UnknownPhase(_) => "model-fault-unknown-phase",
            Self::UnknownAct(_) => "model-fault-unknown-act",
            Self::UnknownEvent(_) => "model-fault-unknown-event",
            Self::UnknownCalendar(_) => "model-fault-unknown-calendar",
            Self::UnknownOutcome(_) => "model-fault-unknown-outcome",
            Self::UnknownWord { .. } => "model-fault-unknown-word",
            Self::Twice(_) => "model-fault-twice",
            Self::UnreachablePhase(_) => "model-fault-unreachable-phase",
            Self::Impossible { .. } => "model-fault-impossible",
            Self::ClosingWithoutOutcome => "model-fault-closing-without-outcome",
            Self::ActOutOfReach(_) => "model-fault-act-out-of-reach",
            Self::NoClosing => "model-fault-no-closing",
            Self::ClockNeverStops(_) => "model-fault-clock-never-stops",
            Self::ClockNeverStarts(_) => "model-fault-clock-never-starts",
            Self::ClockNeverResumes(_) => "model-fault-clock-never-resumes",
        }
    }

    /// The values that stand in the message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unreadable(word)
            | Self::TooSmall(word)
            | Self::UnknownPredicate(word)
            | Self::UnknownRole(word)
            | Self::UnknownPhase(word)
            | Self::UnknownAct(word)
            | Self::UnknownEvent(word)
            | Self::UnknownCalendar(word)
            | Self::UnknownOutcome(word)
            | Self::Twice(word)
            | Self::UnreachablePhase(word)
            | Self::ActOutOfReach(word)
            | Self::ClockNeverStops(word)
            | Self::ClockNeverStarts(word)
            | Self::ClockNeverResumes(word) => vec![("word", word.clone())],
            Self::WrongArgument { predicate, argument } => {
                vec![("word", predicate.clone()), ("argument", argument.clone())]
            }
            Self::UnknownWord { set, word } => vec![("word", word.clone()), ("set", set.clone())],
            Self::Impossible { act, predicate } => vec![("act", act.clone()), ("word", predicate.clone())],
            Self::NoPhases | Self::ClosingWithoutOutcome | Self::NoClosing => vec![],
        }
    }
}

/// For logs and scripts; screens use the key.
impl fmt::Display for ModelFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}",
            self.line,
            self.column,
            self.kind.key().trim_start_matches("model-fault-")
        )?;
        for (name, value) in self.kind.args() {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}
