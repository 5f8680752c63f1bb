//! Assign a case to somebody who works on cases and has no conflict of interest in it.

use domain::{
    access::{Actor, Deed},
    cases,
    ids::StaffId,
};

use crate::{ActionError, Doing, House};

/// Gives a case to a worker.
pub async fn assign(house: &House, actor: &Actor, reference: &str, to: StaffId) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::AssignCases).await?;
    let seen = doing.case(reference).await?;
    let worker = doing.worker(to).await?;
    let exceptions = store::cases::exceptions(&mut doing.act, &seen).await?;
    cases::may_have(&worker, &exceptions)?;
    let mut after = cases::assign(&seen, to)?;
    doing.save_case(&mut after).await?;
    let from = seen.owner_id.map(|owner| ("from", owner.to_string()));
    let detail: Vec<_> = [("to", to.to_string())].into_iter().chain(from).collect();
    doing.tell_event(&after, "assigned", &detail).await?;
    doing.commit_case("cases.assign", seen.id, None).await?;
    Ok(())
}
