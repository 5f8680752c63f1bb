//! Ask to see a restricted case: the reason stands in its timeline, and whoever has it decides.

use std::collections::BTreeMap;

use super::records::{Direction, Entry, EntryKind};
use super::refusal::{Refusal, said};
use super::stamp::{Fresh, Stamp};
use crate::ids::{CaseId, EntryId};

/// The line that says who asked and why. Nothing of the case is needed for it, since the asker sees nothing of it.
pub fn ask_access(case_id: CaseId, reason: &str, stamp: &Stamp, fresh: Fresh<'_>) -> Result<Entry, Refusal> {
    let reason = said(reason, Refusal::ReasonMissing)?;
    Ok(Entry {
        id: EntryId(fresh()),
        case_id,
        kind: EntryKind::Event,
        direction: Direction::None,
        at: stamp.now,
        written_at: stamp.now,
        by: Some(stamp.by),
        person_id: None,
        body: String::new(),
        private: false,
        subject_id: None,
        detail: BTreeMap::from([
            ("event".to_owned(), "access_asked".to_owned()),
            ("reason".to_owned(), reason),
        ]),
    })
}
