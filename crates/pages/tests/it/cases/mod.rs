//! The room of cases, as somebody in a browser sees it.

mod cost;
mod documents;
mod drafts;
mod hidden;
mod page;
mod people;
mod two_people;
mod working;

use actions::people::{NewContact, NewPerson, open_person};
use domain::{
    ids::PersonId,
    people::{ContactKind, Safe, SafeContact, Way},
};
use testkit::house::TestHouse;

/// Somebody who may be called.
pub async fn somebody(house: &TestHouse, name: &str) -> PersonId {
    let what = NewPerson {
        safe: SafeContact {
            ways: [(Way::Phone, Safe::Yes)].into(),
            ..SafeContact::default()
        },
        contacts: vec![NewContact {
            kind: ContactKind::Mobile,
            value: "(555) 013-4402".into(),
            safe: Safe::Yes,
        }],
        ..NewPerson::named(name)
    };
    open_person(&house.house, &house.caseworker(), what)
        .await
        .expect("a person")
}
