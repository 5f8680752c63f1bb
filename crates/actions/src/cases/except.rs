//! Let one worker in to a case, keep one out of it, or take that back.

use domain::{
    access::{Actor, Deed, Exception, ExceptionKind},
    cases,
    ids::{AccessId, StaffId},
};

use crate::{ActionError, Doing, House};

/// Lets a worker in.
pub async fn allow(
    house: &House,
    actor: &Actor,
    reference: &str,
    staff: StaffId,
    reason: &str,
) -> Result<(), ActionError> {
    except(house, actor, reference, (staff, ExceptionKind::Allow), reason).await
}

/// Keeps a worker with a conflict of interest out: the case does not exist for them.
pub async fn deny(
    house: &House,
    actor: &Actor,
    reference: &str,
    staff: StaffId,
    reason: &str,
) -> Result<(), ActionError> {
    except(house, actor, reference, (staff, ExceptionKind::Deny), reason).await
}

async fn except(
    house: &House,
    actor: &Actor,
    reference: &str,
    (staff, kind): (StaffId, ExceptionKind),
    reason: &str,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::GuardCases).await?;
    let seen = doing.case(reference).await?;
    doing.worker(staff).await?;
    let exceptions = store::cases::exceptions(&mut doing.act, &seen).await?;
    let id = AccessId(doing.act.new_id());
    let excepted = cases::except(&seen, staff, kind, reason, &exceptions, id)?;
    if let Some(gone) = &excepted.gone {
        doing.act.remove(gone).await?;
    }
    doing.act.insert(&excepted.exception).await?;
    if let Some(mut after) = excepted.case {
        doing.save_case(&mut after).await?;
    }
    tell(&mut doing, &seen, &excepted.exception, kind.as_str()).await?;
    let action = match kind {
        ExceptionKind::Allow => "cases.allow",
        ExceptionKind::Deny => "cases.deny",
    };
    doing
        .commit_case(action, seen.id, Some(excepted.exception.reason))
        .await?;
    Ok(())
}

/// Takes an exception back: the rule holds again.
pub async fn lift_exception(
    house: &House,
    actor: &Actor,
    reference: &str,
    staff: StaffId,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::GuardCases).await?;
    let seen = doing.case(reference).await?;
    let exceptions = store::cases::exceptions(&mut doing.act, &seen).await?;
    let gone = cases::lift(&seen, staff, &exceptions)?;
    doing.act.remove(gone).await?;
    tell(&mut doing, &seen, gone, "lifted").await?;
    doing.commit_case("cases.lift-exception", seen.id, None).await?;
    Ok(())
}

/// The reason stays with the exception and the ledger: the timeline is read by more people.
async fn tell(
    doing: &mut Doing<'_>,
    case: &cases::Case,
    exception: &Exception,
    what: &str,
) -> Result<(), ActionError> {
    let detail = [
        ("staff", exception.staff_id.to_string()),
        ("exception", what.to_owned()),
    ];
    doing.tell_event(case, "excepted", &detail).await
}
