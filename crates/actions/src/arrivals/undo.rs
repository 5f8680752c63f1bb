//! Take a decision on an arrival back, with all that came with it, as long as nothing else happened.

use domain::{
    access::{Actor, Deed as May},
    arrivals::ArrivalRefusal,
    ids::ArrivalId,
};
use store::{StoreError, TakenBack, ledger::Deed};

use crate::{ActionError, Doing, House};

/// Takes the decision back: the arrival waits again, and what was opened, joined or drafted by it is as it was before.
/// The ledger keeps the decision and its undoing.
pub async fn undo(house: &House, actor: &Actor, id: ArrivalId) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, May::TakeIn).await?;
    let arrival = doing.act.arrival(id).await?.ok_or(ActionError::NotFound)?;
    if arrival.waits() {
        return Err(ArrivalRefusal::NotDecided.into());
    }
    match doing.act.take_back(id.0).await {
        Ok(TakenBack::Done) => {}
        // A row that somebody hung on one of these since is such a thing, too.
        Ok(TakenBack::Nothing | TakenBack::Overtaken) | Err(StoreError::Clash(_)) => {
            return Err(ArrivalRefusal::Overtaken.into());
        }
        Err(fault) => return Err(fault.into()),
    }
    let deed = Deed {
        action: "arrivals.undo",
        object: "arrivals",
        object_id: id.0,
        case_id: arrival.fate_case.or(arrival.reply_to_case),
        outcome: "done",
        reason: None,
    };
    doing.commit(deed).await?;
    Ok(())
}
