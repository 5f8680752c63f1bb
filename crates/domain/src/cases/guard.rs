//! Guard a case: restrict it or wall it off, let a named worker in or keep one out. Each with a reason, and never so
//! that nobody is left who can see it.

use super::case::{Case, Visibility};
use super::refusal::{Refusal, said};
use crate::access::{Deed, Exception, ExceptionKind, may};
use crate::ids::{AccessId, StaffId};
use crate::staff::Staff;

/// Who may know that the case exists.
pub fn guard(
    case: &Case,
    visibility: Visibility,
    reason: &str,
    exceptions: &[Exception],
) -> Result<Case, Refusal> {
    said(reason, Refusal::ReasonMissing)?;
    let after = Case {
        visibility,
        ..case.clone()
    };
    somebody_inside(&after, exceptions)?;
    Ok(after)
}

/// What an exception changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Excepted {
    /// The exception it takes the place of.
    pub gone: Option<Exception>,
    pub exception: Exception,
    /// The case without its owner, where the owner is the one who is kept out.
    pub case: Option<Case>,
}

/// Lets one worker in, or keeps one out. An owner with a conflict of interest loses the case.
pub fn except(
    case: &Case,
    staff: StaffId,
    kind: ExceptionKind,
    reason: &str,
    exceptions: &[Exception],
    id: AccessId,
) -> Result<Excepted, Refusal> {
    let exception = Exception {
        id,
        case_id: case.id,
        staff_id: staff,
        kind,
        reason: said(reason, Refusal::ReasonMissing)?,
    };
    let gone = exceptions.iter().find(|e| e.staff_id == staff).cloned();
    let loses = kind == ExceptionKind::Deny && case.owner_id == Some(staff);
    let after = Case {
        owner_id: case.owner_id.filter(|_| !loses),
        ..case.clone()
    };
    let mut then: Vec<Exception> = exceptions
        .iter()
        .filter(|e| e.staff_id != staff)
        .cloned()
        .collect();
    then.push(exception.clone());
    somebody_inside(&after, &then)?;
    Ok(Excepted {
        gone,
        exception,
        case: loses.then_some(after),
    })
}

/// Takes an exception back.
pub fn lift<'e>(case: &Case, staff: StaffId, exceptions: &'e [Exception]) -> Result<&'e Exception, Refusal> {
    let gone = exceptions.iter().find(|e| e.staff_id == staff);
    let gone = gone.ok_or(Refusal::NoException)?;
    let then: Vec<Exception> = exceptions.iter().filter(|e| *e != gone).cloned().collect();
    somebody_inside(case, &then)?;
    Ok(gone)
}

/// A wall with nobody behind it would be the end of a case.
pub fn somebody_inside(case: &Case, exceptions: &[Exception]) -> Result<(), Refusal> {
    let is = |staff: StaffId, kind: ExceptionKind| {
        exceptions.iter().any(|e| e.staff_id == staff && e.kind == kind)
    };
    let owner = case.owner_id.is_some_and(|owner| !is(owner, ExceptionKind::Deny));
    let allowed = exceptions.iter().any(|e| e.kind == ExceptionKind::Allow);
    match case.visibility {
        Visibility::Walled if !owner && !allowed => Err(Refusal::NobodyInside),
        Visibility::Walled | Visibility::Restricted | Visibility::Open => Ok(()),
    }
}

/// Whether a case may be given to this worker: they work here, on cases, and have no conflict of interest.
pub fn may_have(staff: &Staff, exceptions: &[Exception]) -> Result<(), Refusal> {
    if !staff.is_active() || !may(staff.role, Deed::WorkCases) {
        return Err(Refusal::CannotHave);
    }
    let denied = exceptions
        .iter()
        .any(|e| e.staff_id == staff.id && e.kind == ExceptionKind::Deny);
    if denied {
        return Err(Refusal::ConflictOfInterest);
    }
    Ok(())
}
