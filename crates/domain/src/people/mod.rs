//! Who the office helps or writes to, how they may safely be reached, and the numbers agencies know them by.

mod contact_point;
mod identifier;
mod person;
mod safe_contact;

pub use contact_point::{ContactKind, ContactPoint};
pub use identifier::{Identifier, IdentifierKind};
pub use person::{BornPrecision, Interpreter, Person};
pub use safe_contact::{Safe, SafeContact, Way};
