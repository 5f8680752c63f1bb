//! Who acts and when, and what an act may look up: the model and the calendars.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::case::Case;
use super::model::Model;
use super::records::{Direction, Entry, EntryKind};
use crate::clocks::{Calendar, Calendars};
use crate::ids::{EntryId, StaffId};

/// By whom and when. `today` is the day in the office's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    pub by: StaffId,
    pub now: Timestamp,
    pub today: Date,
}

/// What an act looks up.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    pub model: &'a Model,
    /// The office's calendar: tasks, next acts and promises fall on its working days.
    pub calendar: &'a Calendar,
    /// Every calendar at hand; clocks name theirs.
    pub calendars: &'a Calendars,
}

/// Where fresh ids come from.
pub type Fresh<'a> = &'a mut dyn FnMut() -> Uuid;

/// A line of the timeline that tells what happened to the case itself.
#[must_use]
pub fn event_entry(
    case: &Case,
    event: &str,
    detail: BTreeMap<String, String>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Entry {
    let mut detail = detail;
    detail.insert("event".to_owned(), event.to_owned());
    Entry {
        id: EntryId(fresh()),
        case_id: case.id,
        kind: EntryKind::Event,
        direction: Direction::None,
        at: stamp.now,
        written_at: stamp.now,
        by: Some(stamp.by),
        person_id: None,
        body: String::new(),
        private: false,
        subject_id: None,
        detail,
    }
}
