//! Tasks: a worker's to-dos on a case, offered by its model, made on entry to a phase, or free.

mod derive;
mod finish;
mod from_house;
mod late_message;
mod put_off;
mod refusal;
mod set;
mod undo_finish;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::ids::{CaseId, StaffId, TaskId};
use crate::words;

pub use derive::{made_on_entry, offered, take_up};
pub use finish::{drop_task, finish};
pub use from_house::{HouseTask, house_task};
pub use late_message::late_message;
pub use put_off::put_off;
pub use refusal::TaskRefusal;
pub use set::{Setting, set};
pub use undo_finish::undo_finish;

words! {
    /// Where a task came from.
    pub enum TaskKind {
        /// Taken up by a worker from the model's offers.
        Offered => "offered",
        /// Made when a phase was entered.
        Automatic => "automatic",
        /// Written by a worker.
        Free => "free",
    }
}

/// One to-do on a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub case_id: CaseId,
    /// The model's task id (a message key) for offered and automatic ones, the worker's words for free ones.
    pub what: String,
    pub due_on: Date,
    /// None means whoever has the case.
    pub assigned_to: Option<StaffId>,
    pub kind: TaskKind,
    pub done_at: Option<Timestamp>,
    pub done_by: Option<StaffId>,
    /// Why nobody will do it any more.
    pub dropped_reason: Option<String>,
    pub version: i64,
}
