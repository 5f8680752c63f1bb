//! Take back that a task was finished.

use domain::{
    access::{Actor, Deed},
    ids::TaskId,
    tasks,
};

use crate::{ActionError, Doing, House};

/// Opens the task again. The timeline keeps both.
pub async fn undo_finish_task(
    house: &House,
    actor: &Actor,
    reference: &str,
    task: TaskId,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let before = super::one(&mut doing, &seen, task).await?;
    let mut after = tasks::undo_finish(&seen, &before)?;
    doing.act.update(&mut after).await?;
    let detail = [("task", after.what), ("kind", after.kind.to_string())];
    doing.tell_event(&seen, "task_undone", &detail).await?;
    doing.commit_case("tasks.undo-finish", seen.id, None).await?;
    Ok(())
}
