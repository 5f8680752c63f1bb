//! Finish a task, or drop it with a reason.

use super::Task;
use super::refusal::TaskRefusal;
use crate::cases::Stamp;

/// Marks a task done. The case keeps its next act and day by default.
pub fn finish(task: &Task, stamp: &Stamp) -> Result<Task, TaskRefusal> {
    if !task.is_open() {
        return Err(TaskRefusal::Over);
    }
    Ok(Task {
        done_at: Some(stamp.now),
        done_by: Some(stamp.by),
        ..task.clone()
    })
}

/// Says why nobody will do a task any more.
pub fn drop_task(task: &Task, reason: &str) -> Result<Task, TaskRefusal> {
    if !task.is_open() {
        return Err(TaskRefusal::Over);
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(TaskRefusal::ReasonMissing);
    }
    Ok(Task {
        dropped_reason: Some(reason.to_owned()),
        ..task.clone()
    })
}

impl Task {
    /// Neither done nor dropped.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.done_at.is_none() && self.dropped_reason.is_none()
    }
}
