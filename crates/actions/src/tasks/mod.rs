//! Acts on the to-dos of a case. A finished task never leaves its case without a next act.

mod drop_task;
mod finish;
mod put_off;
mod set;
mod take_up;
mod undo_finish;

use domain::{ids::TaskId, tasks::Task};
use store::cases::SeenCase;

use crate::{ActionError, Doing};

pub use drop_task::drop_task;
pub use finish::finish_task;
pub use put_off::put_off_task;
pub use set::{SetTask, set_task};
pub use take_up::take_up_task;
pub use undo_finish::undo_finish_task;

/// One task of a case that the actor may open.
async fn one(doing: &mut Doing<'_>, seen: &SeenCase, id: TaskId) -> Result<Task, ActionError> {
    let tasks = store::cases::tasks(&mut doing.act, seen).await?;
    tasks
        .into_iter()
        .find(|task| task.id == id)
        .ok_or(ActionError::NotFound)
}
