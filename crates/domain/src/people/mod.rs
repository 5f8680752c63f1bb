//! Who the office helps or writes to, how they may safely be reached, and the numbers agencies know them by.

mod change;
mod contact_point;
mod identifier;
mod may_contact;
mod normalise;
mod numbers;
mod person;
mod safe_contact;
mod sort_key;
#[cfg(test)]
pub(crate) mod tests;

pub use change::{NameMissing, PersonField, PersonFields, change};
pub use contact_point::{ContactKind, ContactPoint};
pub use identifier::{Identifier, IdentifierKind};
pub use may_contact::{ContactAnswer, ContactPurpose, ContactReason, may_contact};
pub use normalise::{normalise, normalise_email, normalise_phone, normalise_post};
pub use numbers::{FreeTextHit, NumberRefusal, free_text_hits, last4, mask, normalise_number};
pub use person::{BornPrecision, Interpreter, Person};
pub use safe_contact::{Safe, SafeContact, Way};
pub use sort_key::sort_key;
