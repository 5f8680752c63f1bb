//! Extend a clock: it gets a later day, and the day it had stays on record with the reason and the author.

use jiff::Timestamp;
use jiff::civil::Date;

use super::calendar::Calendar;
use super::clock::{Clock, Extension};
use super::refusal::ClockRefusal;
use crate::ids::StaffId;

/// What is asked for, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoreTime {
    pub new_due: Date,
    pub reason: String,
    pub by: StaffId,
    pub on: Date,
    pub at: Timestamp,
}

/// Gives a running clock more time.
pub fn extend(clock: &Clock, more: &MoreTime, calendar: &Calendar) -> Result<Clock, ClockRefusal> {
    clock.must_run_since(more.on)?;
    if more.reason.trim().is_empty() {
        return Err(ClockRefusal::ReasonMissing);
    }
    // While it stands still it has no day to move.
    let original_due = clock.due(calendar).ok_or(ClockRefusal::AlreadyPaused)?;
    if more.new_due <= original_due || more.new_due < more.on {
        return Err(ClockRefusal::NotLater {
            due: original_due.max(more.on),
        });
    }
    let mut after = clock.clone();
    after.extensions.push(Extension {
        original_due,
        new_due: more.new_due,
        reason: more.reason.trim().to_owned(),
        by: more.by,
        on: more.on,
        at: more.at,
    });
    Ok(after)
}
