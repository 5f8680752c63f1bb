//! One person, for somebody who may know of them.

use domain::{
    ids::PersonId,
    people::{ContactPoint, Identifier, Person},
};

use crate::{
    Act, Look, Reader, StoreError,
    engine::{Column, Value},
    person_sight, statements,
};

statements! {
    FIND = of Person, concat!("where t.office_id = $1 and t.id = $6 and ", person_sight!("t"));
    CONTACT_POINTS = of ContactPoint, "where t.office_id = $1 and t.person_id = $2 order by t.kind, t.id limit 100";
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
