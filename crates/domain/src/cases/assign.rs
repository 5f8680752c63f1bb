//! Assign a case to somebody, take one from the queue, or give it back to the queue.

use super::case::Case;
use super::refusal::{Refusal, must_be_open};
use crate::ids::StaffId;

/// Gives a case to a worker.
pub fn assign(case: &Case, to: StaffId) -> Result<Case, Refusal> {
    must_be_open(case)?;
    if case.owner_id == Some(to) {
        return Err(Refusal::AlreadyTheirs);
    }
    Ok(Case {
        owner_id: Some(to),
        ..case.clone()
    })
}

/// Takes a case from the queue. One that a colleague has is assigned, not taken.
pub fn take(case: &Case, by: StaffId) -> Result<Case, Refusal> {
    match case.owner_id {
        Some(owner) if owner != by && case.is_open() => Err(Refusal::OwnedByOther(owner)),
        Some(_) | None => assign(case, by),
    }
}

/// Gives a case back to the programme's queue, such as when its owner has left.
pub fn to_queue(case: &Case) -> Result<Case, Refusal> {
    must_be_open(case)?;
    Ok(Case {
        owner_id: None,
        ..case.clone()
    })
}
