//! Finish a task.

use domain::{
    access::{Actor, Deed},
    ids::TaskId,
    tasks,
};

use crate::{ActionError, Doing, House};

/// Marks the task done, which stands in the timeline.
pub async fn finish_task(
    house: &House,
    actor: &Actor,
    reference: &str,
    task: TaskId,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let before = super::one(&mut doing, &seen, task).await?;
    let mut after = tasks::finish(&before, &doing.stamp)?;
    doing.act.update(&mut after).await?;
    let detail = [("task", after.what), ("kind", after.kind.to_string())];
    doing.tell_event(&seen, "task_done", &detail).await?;
    doing.commit_case("tasks.finish", seen.id, None).await?;
    Ok(())
}
