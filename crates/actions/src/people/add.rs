//! Add a person: how they write their name, and first of all the ways that are safe to reach them.

use domain::{
    ids::{ContactPointId, PersonId},
    people::{
        BornPrecision, ContactKind, ContactPoint, Interpreter, Person, Safe, SafeContact, normalise, sort_key,
    },
};
use jiff::civil::Date;

use crate::{ActionError, Doing, FieldFault};

/// What is known of somebody new. Everything but the name may be unknown.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPerson {
    pub full_name: String,
    /// Blank: the full name.
    pub called: String,
    pub other_names: Vec<String>,
    pub born_on: Option<Date>,
    pub born_precision: BornPrecision,
    /// BCP 47 tags; the first is the language of letters.
    pub languages: Vec<String>,
    pub interpreter: Interpreter,
    pub pronouns: Option<String>,
    pub needs: Option<String>,
    /// Asked first. Nothing answered is unknown, which means ask before sending.
    pub safe: SafeContact,
    pub contacts: Vec<NewContact>,
}

/// One way to reach them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    pub kind: ContactKind,
    pub value: String,
    pub safe: Safe,
}

impl NewPerson {
    /// Somebody of whom only the name is known.
    pub fn named(full_name: &str) -> Self {
        Self {
            full_name: full_name.to_owned(),
            called: String::new(),
            other_names: vec![],
            born_on: None,
            born_precision: BornPrecision::Unknown,
            languages: vec![],
            interpreter: Interpreter::Unknown,
            pronouns: None,
            needs: None,
            safe: SafeContact::default(),
            contacts: vec![],
        }
    }
}

/// Adds a person as part of an act under way.
pub async fn add_in(doing: &mut Doing<'_>, what: NewPerson) -> Result<Person, ActionError> {
    let full_name = what.full_name.trim().to_owned();
    if full_name.is_empty() {
        return Err(name_missing());
    }
    let called = what.called.trim();
    let mut safe = what.safe;
    if safe != SafeContact::default() && safe.asked_on.is_none() {
        safe.asked_on = Some(doing.stamp.today);
    }
    let person = Person {
        id: PersonId(doing.act.new_id()),
        sort_key: sort_key(&full_name),
        called: if called.is_empty() {
            full_name.clone()
        } else {
            called.to_owned()
        },
        full_name,
        other_names: what.other_names,
        born_on: what.born_on,
        born_precision: what.born_precision,
        languages: what.languages,
        interpreter: what.interpreter,
        pronouns: what.pronouns,
        safe,
        needs: what.needs,
        deceased_on: None,
        do_not_contact: None,
        created_at: doing.stamp.now,
        version: 0,
    };
    doing.act.insert(&person).await?;
    let mut points = Vec::with_capacity(what.contacts.len());
    for contact in what.contacts {
        let value = contact.value.trim().to_owned();
        if value.is_empty() {
            continue;
        }
        let point = ContactPoint {
            id: ContactPointId(doing.act.new_id()),
            person_id: person.id,
            kind: contact.kind,
            norm: normalise(contact.kind, &value),
            value,
            safe: contact.safe,
            from_on: Some(doing.stamp.today),
            to_on: None,
            verified_on: None,
            note: None,
            version: 0,
        };
        doing.act.insert(&point).await?;
        points.push(point);
    }
    doing.index_person(&person, &points).await?;
    Ok(person)
}

/// A person cannot be kept without any name.
pub(super) fn name_missing() -> ActionError {
    ActionError::Invalid(vec![FieldFault::new("full_name", "field-name-missing")])
}
