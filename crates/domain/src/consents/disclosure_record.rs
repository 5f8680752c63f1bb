//! The stored row of a disclosure: a line of the log the person can have.

use crate::consents::DataClass;
use crate::ids::{CaseId, DisclosureId, InquiryId, PersonId, StaffId};
use crate::inquiries::{AgencyChannel, InquiryPurpose};
use crate::words;
use jiff::Timestamp;

words! {
    /// On what ground something was shared.
    pub enum BasisKind {
        Consent => "consent",
        OralStatement => "oral-statement",
        LawfulBasis => "lawful-basis",
        Override => "override",
    }
}

/// What was shared with whom, why, and by which rule. Written by a [`Disclosure`](crate::consents::Disclosure).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureRecord {
    pub id: DisclosureId,
    pub case_id: CaseId,
    /// The subject.
    pub person_id: PersonId,
    /// Code of the agency.
    pub recipient: String,
    pub purpose: InquiryPurpose,
    pub data_classes: Vec<DataClass>,
    pub basis: BasisKind,
    /// The release or the override relied on.
    pub basis_id: Option<uuid::Uuid>,
    pub rule: String,
    pub pack_version: String,
    pub at: Timestamp,
    pub by: StaffId,
    pub channel: AgencyChannel,
    pub inquiry_id: Option<InquiryId>,
}
