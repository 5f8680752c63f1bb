//! Why an act on an arrival may not happen.

use super::Fate;

/// The rules of arrivals saying no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrivalRefusal {
    /// Somebody decided it already.
    Decided(Fate),
    /// Nobody decided it yet, so there is nothing to take back.
    NotDecided,
    /// Something else happened since; taking it back would lose that.
    Overtaken,
    ReasonMissing,
    /// Nobody says to whom it was passed on.
    ReceiverMissing,
    /// There are no words in it.
    WordsMissing,
    /// There is no address to answer to.
    NoAddress,
    /// Such a file did not come with it.
    NoSuchFile,
}

impl ArrivalRefusal {
    /// The message key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Decided(_) => "arrival-refused-decided",
            Self::NotDecided => "arrival-refused-not-decided",
            Self::Overtaken => "arrival-refused-overtaken",
            Self::ReasonMissing => "arrival-refused-reason-missing",
            Self::ReceiverMissing => "arrival-refused-receiver-missing",
            Self::WordsMissing => "arrival-refused-words-missing",
            Self::NoAddress => "arrival-refused-no-address",
            Self::NoSuchFile => "arrival-refused-no-such-file",
        }
    }

    /// The values that stand in the message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Decided(fate) => vec![("fate", fate.to_string())],
            Self::NotDecided
            | Self::Overtaken
            | Self::ReasonMissing
            | Self::ReceiverMissing
            | Self::WordsMissing
            | Self::NoAddress
            | Self::NoSuchFile => vec![],
        }
    }
}
