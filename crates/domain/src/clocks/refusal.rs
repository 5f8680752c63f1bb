//! Why a clock may not be changed that way.

use jiff::civil::Date;

/// The rules of clocks saying no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClockRefusal {
    /// It has stopped; a new one is started instead.
    Stopped,
    AlreadyPaused,
    NotPaused,
    /// A pause, an extension and a stop need a reason.
    ReasonMissing,
    /// The day lies before the clock began or before its last change.
    TooEarly {
        earliest: Date,
    },
    /// An extension gives more time; less time is another clock.
    NotLater {
        due: Date,
    },
}

impl ClockRefusal {
    /// The message key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Stopped => "clock-refused-stopped",
            Self::AlreadyPaused => "clock-refused-already-paused",
            Self::NotPaused => "clock-refused-not-paused",
            Self::ReasonMissing => "clock-refused-reason-missing",
            Self::TooEarly { .. } => "clock-refused-too-early",
            Self::NotLater { .. } => "clock-refused-not-later",
        }
    }

    /// The values that stand in the message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooEarly { earliest } => vec![("date", earliest.to_string())],
            Self::NotLater { due } => vec![("date", due.to_string())],
            Self::Stopped | Self::AlreadyPaused | Self::NotPaused | Self::ReasonMissing => vec![],
        }
    }
}
