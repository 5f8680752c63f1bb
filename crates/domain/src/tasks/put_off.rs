//! Put a task off to a later day.

use jiff::civil::Date;

use super::Task;
use super::refusal::TaskRefusal;

/// The same task, due on another day.
pub fn put_off(task: &Task, until: Date, today: Date) -> Result<Task, TaskRefusal> {
    if !task.is_open() {
        return Err(TaskRefusal::Over);
    }
    if until < today {
        return Err(TaskRefusal::DateInPast);
    }
    Ok(Task {
        due_on: until,
        ..task.clone()
    })
}
