//! One address, number or mailbox of a person, with the dates between which it is theirs.

use crate::ids::{ContactPointId, PersonId};
use crate::people::Safe;
use crate::words;
use jiff::civil::Date;

words! {
    /// What kind of contact point it is.
    pub enum ContactKind {
        Email => "email",
        /// A number that can be called.
        Phone => "phone",
        /// A number that can be called and texted.
        Mobile => "mobile",
        Post => "post",
    }
}

/// One address, number or mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactPoint {
    pub id: ContactPointId,
    pub person_id: PersonId,
    pub kind: ContactKind,
    /// As the person gave it.
    pub value: String,
    /// Brought to one form for matching; made by [`normalise`](crate::people::normalise).
    pub norm: String,
    pub safe: Safe,
    pub from_on: Option<Date>,
    pub to_on: Option<Date>,
    /// When the person last confirmed that this is theirs.
    pub verified_on: Option<Date>,
    pub note: Option<String>,
    pub version: i64,
}
