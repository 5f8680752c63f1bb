//! Set a task in a worker's own words.

use jiff::civil::Date;

use super::refusal::TaskRefusal;
use super::{Task, TaskKind};
use crate::cases::{Case, Stamp};
use crate::ids::{StaffId, TaskId};

/// What is to be done, by when and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub id: TaskId,
    pub what: String,
    pub due_on: Date,
    /// None: whoever has the case.
    pub assigned_to: Option<StaffId>,
}

/// Sets a free task on an open case.
pub fn set(case: &Case, setting: &Setting, stamp: &Stamp) -> Result<Task, TaskRefusal> {
    let what = setting.what.trim();
    if !case.is_open() {
        return Err(TaskRefusal::CaseClosed);
    }
    if what.is_empty() {
        return Err(TaskRefusal::WordsMissing);
    }
    if setting.due_on < stamp.today {
        return Err(TaskRefusal::DateInPast);
    }
    Ok(Task {
        id: setting.id,
        case_id: case.id,
        what: what.to_owned(),
        due_on: setting.due_on,
        assigned_to: setting.assigned_to,
        kind: TaskKind::Free,
        done_at: None,
        done_by: None,
        dropped_reason: None,
        version: 0,
    })
}
