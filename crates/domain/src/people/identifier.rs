//! A number an agency knows a person by: sealed, found by a blind index, shown as its last four symbols.

use crate::ids::{IdentifierId, PersonId};
use crate::words;
use jiff::Timestamp;

words! {
    /// Which register a number belongs to.
    pub enum IdentifierKind {
        Ssn => "ssn",
        ANumber => "a-number",
        UscisReceipt => "uscis-receipt",
        VaFile => "va-file",
        Claim => "claim",
        Passport => "passport",
        Other => "other",
    }
}

/// A sealed number. The number itself is never a field of any value that is shown or logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    pub id: IdentifierId,
    pub person_id: PersonId,
    pub kind: IdentifierKind,
    /// The normalised number, sealed with the office's key.
    pub sealed: Vec<u8>,
    /// A keyed digest of kind and normalised number, for exact look-up.
    pub blind: Vec<u8>,
    pub last4: String,
    /// The agency whose number it is.
    pub agency: Option<String>,
    pub created_at: Timestamp,
    pub version: i64,
}
