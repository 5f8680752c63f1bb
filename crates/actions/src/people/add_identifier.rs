//! Add a number an agency knows a person by: sealed in its row, found again by a blind index, shown as its last four.

use domain::{
    access::Actor,
    ids::{IdentifierId, PersonId},
    people::{Identifier, IdentifierKind, last4, normalise_number},
};
use files::Place;

use super::saving::begin;
use crate::{ActionError, FieldFault, House};

/// Where a sealed number lives.
pub(super) fn place(id: IdentifierId) -> Place<'static> {
    Place {
        table: "identifiers",
        column: "sealed",
        row: id.0,
    }
}

/// Seals the number and answers its id. The same number twice is one.
pub async fn add_identifier(
    house: &House,
    actor: &Actor,
    person: PersonId,
    kind: IdentifierKind,
    (written, agency): (&str, Option<&str>),
) -> Result<IdentifierId, ActionError> {
    let (mut doing, seen) = begin(house, actor, person).await?;
    let number = normalise_number(kind, written)
        .map_err(|why| ActionError::Invalid(vec![FieldFault::new("number", why.key())]))?;
    let sealer = house.keys(actor.office_id).identifiers();
    let blind = sealer.blind_index(kind.as_str(), &number).to_vec();
    let known = store::people::identifiers(&mut doing.act, &seen).await?;
    if let Some(same) = known.iter().find(|known| known.blind == blind) {
        return Ok(same.id);
    }
    let id = IdentifierId(doing.act.new_id());
    let identifier = Identifier {
        id,
        person_id: person,
        kind,
        sealed: sealer.seal(&place(id), number.as_bytes()),
        blind,
        last4: last4(&number),
        agency: agency.map(str::to_owned),
        created_at: doing.stamp.now,
        version: 0,
    };
    doing.act.insert(&identifier).await?;
    doing.answers(&id);
    doing
        .commit_person("people.add-identifier", ("identifiers", id.0), None)
        .await?;
    Ok(id)
}
