//! Reveal a sealed number, with a reason. That it was looked at is durable before it is shown.

use domain::{
    access::Actor,
    ids::{IdentifierId, PersonId},
};

use super::{add_identifier::place, saving::begin};
use crate::{ActionError, House, Refused};

/// The whole number. It is never kept outside its row, and never logged.
pub async fn reveal_identifier(
    house: &House,
    actor: &Actor,
    person: PersonId,
    id: IdentifierId,
    reason: &str,
) -> Result<String, ActionError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refused::new("case-refused-reason-missing").into());
    }
    // A number is shown each time it is asked for; the key of a form is for changes.
    let unkeyed = house.keyed("");
    let (mut doing, seen) = begin(&unkeyed, actor, person).await?;
    let all = store::people::identifiers(&mut doing.act, &seen).await?;
    let identifier = all.into_iter().find(|identifier| identifier.id == id);
    let identifier = identifier.ok_or(ActionError::NotFound)?;
    let sealer = house.keys(actor.office_id).identifiers();
    let opened = sealer
        .open(&place(id), &identifier.sealed)
        .map_err(|fault| ActionError::Files(Box::new(fault)))?;
    let number =
        String::from_utf8(opened).map_err(|fault| ActionError::Files(Box::new(fault.utf8_error())))?;
    let object = ("identifiers", id.0);
    doing
        .commit_person("people.reveal-identifier", object, Some(reason.to_owned()))
        .await?;
    house.desk().record_read(actor, None, "identifiers", id.0).await?;
    Ok(number)
}
