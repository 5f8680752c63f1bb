//! Files that are kept with a case.

use jiff::Timestamp;

use crate::ids::{ArrivalId, CaseId, DocumentId, StaffId};
use crate::words;

words! {
    /// Whether a file was looked at for harm. It stays shut until somebody or something says it is safe.
    pub enum ScanState {
        NotScanned => "not-scanned",
        Clean => "clean",
        Harmful => "harmful",
    }
}

/// One file. Its bytes lie sealed in the object folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub id: DocumentId,
    pub case_id: CaseId,
    pub name: String,
    pub media_type: String,
    pub bytes: i64,
    /// SHA-256 of the content, in hexadecimal.
    pub digest: String,
    pub object: String,
    pub scan: ScanState,
    pub arrival_id: Option<ArrivalId>,
    pub added_at: Timestamp,
    pub added_by: StaffId,
}
