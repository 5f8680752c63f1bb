//! Give a case back to its programme's queue.

use domain::{
    access::{Actor, Deed},
    cases,
};

use crate::{ActionError, Doing, House};

/// The owner may give it back; taking it from somebody else is for those who assign.
pub async fn to_queue(house: &House, actor: &Actor, reference: &str) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    if seen.owner_id != Some(actor.staff_id()) && !actor.may(Deed::AssignCases) {
        return Err(ActionError::NotAllowed(Deed::AssignCases));
    }
    let exceptions = store::cases::exceptions(&mut doing.act, &seen).await?;
    let mut after = cases::to_queue(&seen)?;
    cases::somebody_inside(&after, &exceptions)?;
    doing.save_case(&mut after).await?;
    let from = seen.owner_id.map(|owner| ("from", owner.to_string()));
    let detail: Vec<_> = from.into_iter().collect();
    doing.tell_event(&after, "queued", &detail).await?;
    doing.commit_case("cases.to-queue", seen.id, None).await?;
    Ok(())
}
