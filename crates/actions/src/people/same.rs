//! Decide whether an arrival comes from somebody we know. A person decides; no score ever does.

use domain::{
    access::{Actor, Deed as May},
    ids::{ArrivalId, PersonId},
};
use store::ledger::Deed;

use crate::{ActionError, Doing, House};

/// Says that the arrival comes from this person, or from nobody we know.
pub async fn decide_same_person(
    house: &House,
    actor: &Actor,
    arrival: ArrivalId,
    person: Option<PersonId>,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, May::TakeIn).await?;
    let found = doing.act.arrival(arrival).await?;
    let mut found = found.ok_or(ActionError::NotFound)?;
    if let Some(id) = person {
        doing.person(id).await?;
    }
    found.person_id = person;
    doing.act.update(&mut found).await?;
    let deed = Deed {
        action: "people.decide-same",
        object: "arrivals",
        object_id: arrival.0,
        case_id: found.fate_case,
        outcome: "done",
        reason: None,
    };
    doing.commit(deed).await?;
    Ok(())
}
