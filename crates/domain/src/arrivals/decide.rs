//! Decide what becomes of an arrival: once, by a person, and with a reason where nothing else says why.

use super::{Arrival, ArrivalRefusal, Fate, MatterKind};
use crate::cases::Stamp;
use crate::ids::{CaseId, PersonId};

/// What becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    OpenedCase {
        case: CaseId,
        person: Option<PersonId>,
    },
    JoinedCase {
        case: CaseId,
        /// None where it came from somebody else, such as an agency.
        person: Option<PersonId>,
    },
    AnsweredOpinion {
        note: Option<String>,
    },
    AnsweredInformation {
        note: Option<String>,
    },
    /// Handed to another office; `to` says which.
    Transferred {
        to: String,
    },
    SetAside {
        reason: String,
    },
}

/// The arrival with its fate, if it still waits for one.
pub fn decide(arrival: &Arrival, decision: Decision, stamp: &Stamp) -> Result<Arrival, ArrivalRefusal> {
    if !arrival.waits() {
        return Err(ArrivalRefusal::Decided(arrival.fate));
    }
    let mut after = Arrival {
        fate_by: Some(stamp.by),
        fate_at: Some(stamp.now),
        ..arrival.clone()
    };
    match decision {
        Decision::OpenedCase { case, person } => {
            after.fate = Fate::OpenedCase;
            after.fate_case = Some(case);
            after.person_id = person;
            after.kind = MatterKind::Casework;
        }
        Decision::JoinedCase { case, person } => {
            after.fate = Fate::JoinedCase;
            after.fate_case = Some(case);
            after.person_id = person;
            after.kind = MatterKind::Casework;
        }
        Decision::AnsweredOpinion { note } => {
            after.fate = Fate::AnsweredOpinion;
            after.fate_reason = note.and_then(|note| said(&note));
            after.kind = MatterKind::Opinion;
        }
        Decision::AnsweredInformation { note } => {
            after.fate = Fate::AnsweredInformation;
            after.fate_reason = note.and_then(|note| said(&note));
            after.kind = MatterKind::Information;
        }
        Decision::Transferred { to } => {
            after.fate = Fate::Transferred;
            after.fate_reason = Some(said(&to).ok_or(ArrivalRefusal::ReceiverMissing)?);
        }
        Decision::SetAside { reason } => {
            after.fate = Fate::SetAside;
            after.fate_reason = Some(said(&reason).ok_or(ArrivalRefusal::ReasonMissing)?);
        }
    }
    Ok(after)
}

fn said(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}
