//! Drop a task that nobody will do any more, with the reason.

use domain::{
    access::{Actor, Deed},
    ids::TaskId,
    tasks,
};

use crate::{ActionError, Doing, House};

/// Drops the task, which stands in the timeline.
pub async fn drop_task(
    house: &House,
    actor: &Actor,
    reference: &str,
    task: TaskId,
    reason: &str,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let before = super::one(&mut doing, &seen, task).await?;
    let mut after = tasks::drop_task(&before, reason)?;
    doing.act.update(&mut after).await?;
    let reason = after.dropped_reason.clone().unwrap_or_default();
    let detail = [
        ("task", after.what),
        ("kind", after.kind.to_string()),
        ("reason", reason.clone()),
    ];
    doing.tell_event(&seen, "task_dropped", &detail).await?;
    doing.commit_case("tasks.drop", seen.id, Some(reason)).await?;
    Ok(())
}
