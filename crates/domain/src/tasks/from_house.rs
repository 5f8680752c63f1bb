//! Tasks the house itself makes, where a person has to do what no machine may.

use super::{Task, TaskKind};
use crate::cases::Case;
use crate::clocks::Calendar;
use crate::ids::{StaffId, TaskId};
use crate::words;
use jiff::civil::Date;

words! {
    /// Why the house asks for a person. The stored word is the task's `what`.
    pub enum HouseTask {
        /// The post did not take a letter.
        LetterFailed => "letter-failed",
        /// A letter was stopped, because permission or safety changed.
        LetterHeld => "letter-held",
        /// The question after closing cannot be asked by e-mail.
        AskFollowUp => "ask-follow-up",
    }
}

/// A task for whoever has the case, or for the one named. It may stand on a closed case too.
#[must_use]
pub fn house_task(
    id: TaskId,
    case: &Case,
    what: HouseTask,
    assigned_to: Option<StaffId>,
    today: Date,
    calendar: &Calendar,
) -> Task {
    Task {
        id,
        case_id: case.id,
        what: what.to_string(),
        due_on: calendar.on_or_after(today),
        assigned_to,
        kind: TaskKind::Automatic,
        done_at: None,
        done_by: None,
        dropped_reason: None,
        version: 0,
    }
}
