//! Take back that a task was finished: a slip of the hand should cost nothing.

use super::Task;
use super::refusal::TaskRefusal;
use crate::cases::Case;

/// Opens a finished task again, while its case is open.
pub fn undo_finish(case: &Case, task: &Task) -> Result<Task, TaskRefusal> {
    if !case.is_open() {
        return Err(TaskRefusal::CaseClosed);
    }
    if task.done_at.is_none() {
        return Err(TaskRefusal::NotDone);
    }
    Ok(Task {
        done_at: None,
        done_by: None,
        ..task.clone()
    })
}
