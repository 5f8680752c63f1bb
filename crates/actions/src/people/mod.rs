//! Acts on people: who they are, how they may safely be reached, and the numbers agencies know them by.

mod add;
mod add_contact_point;
mod add_identifier;
mod change;
mod matches;
mod open;
mod reveal;
mod safety;
mod same;
mod saving;

pub use add::{NewContact, NewPerson, add_in};
pub use add_contact_point::{AddContactPoint, add_contact_point};
pub use add_identifier::add_identifier;
pub use change::{BothPersons, ChangePerson, PersonFields, both_persons, change_person};
pub use matches::{Asked, Likely, matches, matches_in};
pub use open::open_person;
pub use reveal::reveal_identifier;
pub use safety::{mark_unsafe, record_safe_contact, verify_contact_point};
pub use same::decide_same_person;
