//! Texts somebody is still writing. Kept on the server, outside the ledger, until they are saved or thrown away.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{DraftId, StaffId};

/// The fields of an unfinished form, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DraftFields(pub BTreeMap<String, String>);

/// One author's unfinished form of one kind about one thing, usually a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub id: DraftId,
    pub staff_id: StaffId,
    /// The case, arrival or other thing it is about; nil for a new thing.
    pub about: Uuid,
    /// `note`, `call`, `letter`, `inquiry`, `closing`…
    pub kind: String,
    pub fields: DraftFields,
    pub saved_at: Timestamp,
    /// Counts up with each save, so that a second tab is noticed.
    pub version: i64,
}
