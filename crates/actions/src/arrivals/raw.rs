//! The raw bytes of an arrival, exactly as they came, for somebody who may see it. Looking at them is on record.

use domain::{
    access::{Actor, Deed as May},
    arrivals::Arrival,
    ids::ArrivalId,
};

use crate::{ActionError, House};

/// A message as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawMessage {
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes in hexadecimal, to name a file by.
    pub sha256: String,
}

/// The bytes of an arrival; not found where it was typed in.
pub async fn raw(house: &House, actor: &Actor, id: ArrivalId) -> Result<RawMessage, ActionError> {
    let arrival = seen(house, actor, id).await?;
    let object = arrival.raw_object.ok_or(ActionError::NotFound)?;
    house
        .desk()
        .record_read(
            actor,
            arrival.reply_to_case.or(arrival.fate_case),
            "raw-mail",
            id.0,
        )
        .await?;
    let (house, office) = (house.clone(), actor.office_id);
    let reading = tokio::task::spawn_blocking(move || {
        let name = object
            .parse()
            .map_err(|fault| ActionError::Files(Box::new(fault)))?;
        Ok::<_, ActionError>(house.objects(office)?.get(&name)?)
    });
    let bytes = reading
        .await
        .map_err(|fault| ActionError::Files(Box::new(fault)))??;
    Ok(RawMessage {
        bytes,
        sha256: hex(&arrival.digest),
    })
}

/// The arrival, if the actor reads arrivals and may see this one.
pub(super) async fn seen(house: &House, actor: &Actor, id: ArrivalId) -> Result<Arrival, ActionError> {
    if !actor.may(May::TakeIn) {
        return Err(ActionError::NotAllowed(May::TakeIn));
    }
    let mut look = house.desk().look(actor).await?;
    let arrival = store::arrivals::one(&mut look, id).await?;
    arrival.ok_or(ActionError::NotFound)
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
