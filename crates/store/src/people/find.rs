//! One person, for somebody who may know of them.

use domain::{
    ids::{ContactPointId, PersonId},
    people::{ContactKind, ContactPoint, Identifier, Person, Safe},
};
use jiff::civil::Date;

use crate::{
    Act, Look, Reader, StoreError,
    cases::SeenCase,
    engine::{Column, Value},
    person_sight, statements,
};

statements! {
    FIND = of Person, concat!("where t.office_id = $1 and t.id = $6 and ", person_sight!("t"));
    CONTACT_POINTS = of ContactPoint, "where t.office_id = $1 and t.person_id = $2 order by t.kind, t.id limit 100";
    /// with the ways to reach them, so that one question answers both
    SUBJECT = of Person, "k.id, k.kind, k.value, k.norm, k.safe, k.from_on, k.to_on, k.verified_on, k.note, k.version"
        "left join contact_points k on k.office_id = t.office_id and k.person_id = t.id
        where t.office_id = $1 and t.id = $2 order by k.kind, k.id limit 100";
    IDENTIFIERS = of Identifier, "where t.office_id = $1 and t.person_id = $2 order by t.kind, t.id limit 100";
}

/// A person the reader was allowed to see: the key to what is kept beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct SeenPerson(Person);

impl std::ops::Deref for SeenPerson {
    type Target = Person;
    fn deref(&self) -> &Person {
        &self.0
    }
}

impl SeenPerson {
    pub fn into_inner(self) -> Person {
        self.0
    }
}

pub async fn find<'d>(reader: &mut impl Reader<'d>, id: PersonId) -> Result<Option<SeenPerson>, StoreError> {
    let mut params = reader.sight_params();
    params.push(id.to_value());
    Ok(reader
        .transaction()
        .one::<Person>(FIND, &params)
        .await?
        .map(SeenPerson))
}

pub async fn contact_points<'d>(
    reader: &mut impl Reader<'d>,
    person: &SeenPerson,
) -> Result<Vec<ContactPoint>, StoreError> {
    let params = beside(reader, person);
    reader.transaction().all(CONTACT_POINTS, &params).await
}

type Point = (
    Option<ContactPointId>,
    Option<ContactKind>,
    Option<String>,
    (Option<String>, Option<Safe>),
    (Option<Date>, Option<Date>, Option<Date>),
    Option<String>,
    Option<i64>,
);

/// Whose matter a case is, with the ways to reach them. Who sees the case in full may know of its person.
pub async fn subject<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Option<(Person, Vec<ContactPoint>)>, StoreError> {
    let Some(person_id) = case.person_id else {
        return Ok(None);
    };
    let params = [reader.reader().office_id.to_value(), person_id.to_value()];
    let rows: Vec<(Person, Point)> = reader.transaction().all(SUBJECT, &params).await?;
    let mut points = Vec::with_capacity(rows.len());
    let mut person = None;
    for (found, (id, kind, value, (norm, safe), (from_on, to_on, verified_on), note, version)) in rows {
        person = Some(found);
        let (Some(id), Some(kind), Some(safe)) = (id, kind, safe) else {
            continue;
        };
        points.push(ContactPoint {
            id,
            person_id,
            kind,
            value: value.unwrap_or_default(),
            norm: norm.unwrap_or_default(),
            safe,
            from_on,
            to_on,
            verified_on,
            note,
            version: version.unwrap_or_default(),
        });
    }
    Ok(person.map(|person| (person, points)))
}

/// The sealed numbers of a person, masked but for the last four.
pub async fn identifiers<'d>(
    reader: &mut impl Reader<'d>,
    person: &SeenPerson,
) -> Result<Vec<Identifier>, StoreError> {
    let params = beside(reader, person);
    reader.transaction().all(IDENTIFIERS, &params).await
}

fn beside<'d>(reader: &impl Reader<'d>, person: &SeenPerson) -> [Value; 2] {
    [reader.reader().office_id.to_value(), person.0.id.to_value()]
}

impl Look<'_> {
    pub async fn person(&mut self, id: PersonId) -> Result<Option<SeenPerson>, StoreError> {
        find(self, id).await
    }
}

impl Act<'_> {
    pub async fn person(&mut self, id: PersonId) -> Result<Option<SeenPerson>, StoreError> {
        find(self, id).await
    }
}
