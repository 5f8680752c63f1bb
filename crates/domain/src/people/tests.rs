//! One person with one mailbox that is safe, for tests to spoil.

use crate::ids::{ContactPointId, PersonId};
use crate::people::{BornPrecision, ContactKind, ContactPoint, Interpreter, Person, Safe, SafeContact, Way};
use uuid::Uuid;

pub(crate) fn a_person() -> Person {
    Person {
        id: PersonId(Uuid::from_u128(1)),
        full_name: "Rosa Delgado".to_owned(),
        called: "Ms Delgado".to_owned(),
        sort_key: "rosa delgado".to_owned(),
        other_names: Vec::new(),
        born_on: None,
        born_precision: BornPrecision::Unknown,
        languages: vec!["es".to_owned()],
        interpreter: Interpreter::Unknown,
        pronouns: None,
        safe: SafeContact {
            ways: [(Way::Email, Safe::Yes)].into(),
            ..SafeContact::default()
        },
        needs: None,
        deceased_on: None,
        do_not_contact: None,
        created_at: jiff::Timestamp::UNIX_EPOCH,
        version: 1,
    }
}

pub(crate) fn a_mailbox() -> ContactPoint {
    ContactPoint {
        id: ContactPointId(Uuid::from_u128(2)),
        person_id: PersonId(Uuid::from_u128(1)),
        kind: ContactKind::Email,
        value: "rosa@example.org".to_owned(),
        norm: "rosa@example.org".to_owned(),
        safe: Safe::Yes,
        from_on: None,
        to_on: None,
        verified_on: None,
        note: None,
        version: 1,
    }
}
