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

words! {
    /// Grounds in law that stand without the subject's permission.
    pub enum LawfulBasis {
        Danger => "danger",
        DutyToReport => "duty-to-report",
        CourtOrder => "court-order",
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
    /// A ground in law, where the decision rests on one.
    pub lawful_basis: Option<LawfulBasis>,
    pub decided_on: Date,
    /// The rules that stood in the way when it was decided; it lifts no others.
    pub rules: Vec<String>,
    pub pack_version: String,
    pub recorded_at: Timestamp,
}
