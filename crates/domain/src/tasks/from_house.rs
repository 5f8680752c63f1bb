//! Tasks the house itself makes, where a person has to do what no machine may.

use super::{Task, TaskKind};
use crate::clocks::Calendar;
use crate::ids::{CaseId, StaffId, TaskId};
use crate::words;
use jiff::civil::Date;

words! {
    /// Why the house asks for a person. The stored word is the task's `what`.
    pub enum HouseTask {
        /// The post did not take a letter.
        LetterFailed => "letter-failed",
        /// A letter to an agency came back.
        LetterReturned => "letter-returned",
        /// A letter was stopped, because permission or safety changed.
        LetterHeld => "letter-held",
        /// The question after closing cannot be asked by e-mail.
        AskFollowUp => "ask-follow-up",
        /// The agency passed the matter on: ask the other body.
        AskOtherBody => "ask-other-body",
        /// The agency does not take the release: a new one is needed.
        NewRelease => "new-release",
        /// A colleague asks to see a restricted case.
        AccessAsked => "access-asked",
        /// A message came for a closed case.
        LateMessage => "late-message",
    }
}

/// A task for whoever has the case, or for the one named. It may stand on a closed case too.
#[must_use]
pub fn house_task(
    id: TaskId,
    case_id: CaseId,
    what: HouseTask,
    assigned_to: Option<StaffId>,
    today: Date,
    calendar: &Calendar,
) -> Task {
    Task {
        id,
        case_id,
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
