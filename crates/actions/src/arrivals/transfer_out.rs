//! Transfer an arrival out: the matter is another office's. This records to whom it went; it sends nothing, because
//! passing on what a person wrote is a disclosure with its own gate.

use domain::{access::Actor, arrivals::Decision, ids::ArrivalId};

use super::decide;
use crate::{ActionError, House};

/// Records that the matter was handed to another office.
pub async fn transfer_out(
    house: &House,
    actor: &Actor,
    id: ArrivalId,
    to: String,
) -> Result<(), ActionError> {
    let (doing, arrival) = decide::begin(house, actor, id).await?;
    decide::settle(
        doing,
        &arrival,
        Decision::Transferred { to },
        "arrivals.transfer_out",
    )
    .await
}
