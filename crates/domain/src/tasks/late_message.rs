//! A message for a closed case: somebody reads it within the working day. The case stays closed until a person decides.

use super::{HouseTask, Task, TaskKind, house_task};
use crate::cases::{Case, Stamp};
use crate::clocks::Calendar;
use crate::ids::{StaffId, TaskId};

/// The task to read it, for the one who had the case, else whoever closed it; `reads` says who still works here. None
/// where one is open already, which then speaks for both.
#[must_use]
pub fn late_message(
    id: TaskId,
    case: &Case,
    tasks: &[Task],
    reads: impl Fn(StaffId) -> bool,
    calendar: &Calendar,
    stamp: &Stamp,
) -> Option<Task> {
    if case.is_open() || tasks.iter().any(Task::is_late_message) {
        return None;
    }
    let reader = [case.owner_id, case.closed_by]
        .into_iter()
        .flatten()
        .find(|staff| reads(*staff));
    Some(house_task(
        id,
        case.id,
        HouseTask::LateMessage,
        reader,
        stamp.today,
        calendar,
    ))
}

impl Task {
    /// Whether it asks for a late message to be read, and nobody has.
    #[must_use]
    pub fn is_late_message(&self) -> bool {
        self.is_open() && self.kind == TaskKind::Automatic && self.what == HouseTask::LateMessage.as_str()
    }
}
