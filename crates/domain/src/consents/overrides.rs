//! A recorded decision to send one inquiry although the gate did not say yes.

use crate::ids::{CaseId, InquiryId, OverrideId, PersonId, StaffId};
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;

words! {
    /// The roles that may decide against the gate's answer; there are no others.
    pub enum OverrideRole {
        Supervisor => "supervisor",
        Director => "director",
    }
}

/// Who decided it, why, and for which one inquiry. Listed in a report for the head of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    pub id: OverrideId,
    pub case_id: CaseId,
    /// The one inquiry it holds for.
    pub inquiry_id: InquiryId,
    /// The subject.
    pub person_id: PersonId,
    pub agency: String,
    pub reason: String,
    pub decided_by: StaffId,
    pub role: OverrideRole,
    pub decided_on: Date,
    /// The rule that stood in the way.
    pub rule: String,
    pub pack_version: String,
    pub recorded_at: Timestamp,
}
