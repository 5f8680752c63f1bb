//! Add an address, a number or a mailbox of a person.

use domain::{
    access::Actor,
    ids::{ContactPointId, PersonId},
    people::{ContactKind, ContactPoint, Safe, normalise},
};
use jiff::civil::Date;

use super::saving::begin;
use crate::{ActionError, FieldFault, House};

/// A way to reach somebody, as they gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddContactPoint {
    pub kind: ContactKind,
    pub value: String,
    pub safe: Safe,
    pub from_on: Option<Date>,
    /// When the person confirmed that it is theirs.
    pub verified_on: Option<Date>,
    pub note: Option<String>,
}

impl AddContactPoint {
    /// One that nobody has asked about yet.
    pub fn new(kind: ContactKind, value: &str) -> Self {
        Self {
            kind,
            value: value.to_owned(),
            safe: Safe::Unknown,
            from_on: None,
            verified_on: None,
            note: None,
        }
    }
}

/// Adds the contact point and answers its id.
pub async fn add_contact_point(
    house: &House,
    actor: &Actor,
    person: PersonId,
    what: AddContactPoint,
) -> Result<ContactPointId, ActionError> {
    let (mut doing, seen) = begin(house, actor, person).await?;
    let norm = normalise(what.kind, &what.value);
    if norm.is_empty() {
        let fault = FieldFault::new("value", "field-contact-missing");
        return Err(ActionError::Invalid(vec![fault]));
    }
    let id = ContactPointId(doing.act.new_id());
    let point = ContactPoint {
        id,
        person_id: person,
        kind: what.kind,
        value: what.value.trim().to_owned(),
        norm,
        safe: what.safe,
        from_on: what.from_on,
        to_on: None,
        verified_on: what.verified_on,
        note: what.note,
        version: 0,
    };
    let mut points = store::people::contact_points(&mut doing.act, &seen).await?;
    doing.act.insert(&point).await?;
    points.push(point);
    doing.index_person(&seen, &points).await?;
    doing.answers(&id);
    doing
        .commit_person("people.add-contact-point", ("contact_points", id.0), None)
        .await?;
    Ok(id)
}
