//! Change what is written of a person. Where a colleague changed the same field meanwhile, nothing is saved and both
//! versions can be had.

use domain::{
    access::Actor,
    both::{Differing, differing, settle},
    ids::PersonId,
    people::{self, Person, PersonField},
};

use super::{add::name_missing, saving::begin};
use crate::{ActionError, House};

pub use domain::people::PersonFields;

/// A form with the fields of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangePerson {
    /// The version the form was made from.
    pub version: i64,
    /// What the form showed; with it, fields that only one of two people touched are both kept.
    pub was: Option<PersonFields>,
    pub fields: PersonFields,
}

/// Both versions of the fields that two people changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BothPersons {
    /// The version that is there now, for the form that chooses.
    pub version: i64,
    pub theirs: PersonFields,
    pub differing: Vec<Differing<PersonField>>,
}

/// Changes the person.
///
/// # Errors
/// [`ActionError::Conflict`] where a colleague changed one of the same fields since the form was made; ask
/// [`both_persons`] then.
pub async fn change_person(
    house: &House,
    actor: &Actor,
    id: PersonId,
    change: &ChangePerson,
) -> Result<(), ActionError> {
    let (mut doing, seen) = begin(house, actor, id).await?;
    let fields = if seen.version == change.version {
        Some(change.fields.clone())
    } else {
        settle(&PersonFields::of(&seen), change.was.as_ref(), &change.fields)
    };
    let fields = fields.ok_or(ActionError::Conflict)?;
    let mut after: Person = people::change(&seen, &fields).map_err(|_| name_missing())?;
    doing.act.update(&mut after).await?;
    let points = store::people::contact_points(&mut doing.act, &seen).await?;
    doing.index_person(&after, &points).await?;
    doing.act.drop_draft(id.0, "change").await?;
    doing.commit_person("people.change", ("people", id.0), None).await
}

/// What is there now beside what the form holds, for the second of two people to choose.
pub async fn both_persons(
    house: &House,
    actor: &Actor,
    id: PersonId,
    change: &ChangePerson,
) -> Result<BothPersons, ActionError> {
    let mut look = house.desk().look(actor).await?;
    let person = look.person(id).await?.ok_or(ActionError::NotFound)?;
    let theirs = PersonFields::of(&person);
    Ok(BothPersons {
        version: person.version,
        differing: differing(&theirs, change.was.as_ref(), &change.fields),
        theirs,
    })
}
