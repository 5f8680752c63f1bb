//! What the rules say no to about letters.

use crate::letters::LetterState;
use crate::people::ContactReason;

/// Why a letter does not go, or does not move on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LetterRefusal {
    #[error("it is written to somebody else")]
    OtherReceiver,
    #[error("the permission is for another case or another way")]
    OtherDisclosure,
    #[error("the address is not the one that was checked")]
    OtherAddress,
    #[error("its subject is not neutral")]
    SubjectNotNeutral,
    #[error("it is empty")]
    NoBody,
    #[error("nobody has signed it off")]
    NotSignedOff,
    #[error("a person has to be asked whether this way is safe")]
    AskFirst(ContactReason),
    #[error("this way is not safe, or not wanted")]
    Unsafe(ContactReason),
    #[error("nobody speaks for the subject by this release")]
    NoRepresentative,
    #[error("it cannot go from there to there")]
    NotFrom(LetterState),
}

impl LetterRefusal {
    /// The key of the words for this refusal.
    pub fn key(self) -> &'static str {
        match self {
            LetterRefusal::OtherReceiver => "letter-other-receiver",
            LetterRefusal::OtherDisclosure => "letter-other-disclosure",
            LetterRefusal::OtherAddress => "letter-other-address",
            LetterRefusal::SubjectNotNeutral => "letter-subject-not-neutral",
            LetterRefusal::NoBody => "letter-no-body",
            LetterRefusal::NotSignedOff => "letter-not-signed-off",
            LetterRefusal::AskFirst(_) => "letter-ask-first",
            LetterRefusal::Unsafe(_) => "letter-unsafe",
            LetterRefusal::NoRepresentative => "letter-no-representative",
            LetterRefusal::NotFrom(_) => "letter-not-from",
        }
    }

    /// The values that stand in the message: why a way is not safe, and where a letter stands.
    pub fn args(self) -> Vec<(&'static str, String)> {
        match self {
            LetterRefusal::AskFirst(reason) | LetterRefusal::Unsafe(reason) => {
                let mut args = reason.args();
                args.push(("reason", reason.key().to_owned()));
                args
            }
            LetterRefusal::NotFrom(state) => vec![("state", state.to_string())],
            LetterRefusal::OtherReceiver
            | LetterRefusal::OtherDisclosure
            | LetterRefusal::OtherAddress
            | LetterRefusal::SubjectNotNeutral
            | LetterRefusal::NoBody
            | LetterRefusal::NotSignedOff
            | LetterRefusal::NoRepresentative => Vec::new(),
        }
    }
}
