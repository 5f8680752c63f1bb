//! Set an arrival aside, with a reason: nothing is to be done about it. It stays findable, and can be taken up again.

use domain::{access::Actor, arrivals::Decision, ids::ArrivalId};

use super::decide;
use crate::{ActionError, House};

/// Sets one arrival aside.
pub async fn set_aside(
    house: &House,
    actor: &Actor,
    id: ArrivalId,
    reason: String,
) -> Result<(), ActionError> {
    let (doing, arrival) = decide::begin(house, actor, id).await?;
    decide::settle(
        doing,
        &arrival,
        Decision::SetAside { reason },
        "arrivals.set_aside",
    )
    .await
}

/// Sets many aside for one reason, each as an act of its own that can be taken back alone. Answers those that were;
/// one that somebody else decided meanwhile, or that is not there, is left as it is.
pub async fn set_aside_all(
    house: &House,
    actor: &Actor,
    ids: &[ArrivalId],
    reason: &str,
) -> Result<Vec<ArrivalId>, ActionError> {
    if reason.trim().is_empty() {
        return Err(domain::arrivals::ArrivalRefusal::ReasonMissing.into());
    }
    let mut done = Vec::with_capacity(ids.len());
    for id in ids {
        match set_aside(house, actor, *id, reason.to_owned()).await {
            Ok(()) => done.push(*id),
            Err(ActionError::Refused(_) | ActionError::NotFound | ActionError::Conflict) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(done)
}
