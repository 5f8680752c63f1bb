//! Take a case from the queue.

use domain::{
    access::{Actor, Deed},
    cases,
};

use crate::{ActionError, Doing, House};

/// Makes the case the actor's own. One that a colleague has is assigned, not taken.
pub async fn take(house: &House, actor: &Actor, reference: &str) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let mut after = cases::take(&seen, actor.staff_id())?;
    doing.save_case(&mut after).await?;
    let detail = [("to", actor.staff_id().to_string())];
    doing.tell_event(&after, "taken", &detail).await?;
    doing.commit_case("cases.take", seen.id, None).await?;
    Ok(())
}
