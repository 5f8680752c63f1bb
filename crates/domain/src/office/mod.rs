//! One organisation using the product, and its programmes.

use jiff::Timestamp;

use crate::ids::{OfficeId, ProgrammeId};

/// An office: the wall around everything else.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    pub id: OfficeId,
    /// As it stands on letters, such as "Office of Rep. Odalys Brandt".
    pub name: String,
    /// What is typed at login where one machine serves several offices.
    pub slug: String,
    /// IANA zone of the office's days.
    pub zone: String,
    /// Id of the calendar whose working days count.
    pub calendar: String,
    /// How often a person hears from us unless agreed otherwise, in days.
    pub cadence_days: i64,
    /// Whether staff must have a second factor.
    pub totp_required: bool,
    pub language: String,
    /// The address letters come from.
    pub mail_from: String,
    /// The number letters say to call. Blank: they name the address instead.
    pub phone: String,
    pub created_at: Timestamp,
    pub version: i64,
}

/// One programme: one way of working, with its queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    pub id: ProgrammeId,
    pub title: String,
    /// Id of the case model.
    pub model_id: String,
    /// Version of the model that new cases get.
    pub model_version: i64,
    pub version: i64,
}
