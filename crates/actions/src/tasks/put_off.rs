//! Put a task off to a later day. What was promised to the person stays promised.

use domain::{
    access::{Actor, Deed},
    ids::TaskId,
    tasks,
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House};

/// Moves the day of the task.
pub async fn put_off_task(
    house: &House,
    actor: &Actor,
    reference: &str,
    task: TaskId,
    until: Date,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let before = super::one(&mut doing, &seen, task).await?;
    let mut after = tasks::put_off(&before, until, doing.stamp.today)?;
    doing.act.update(&mut after).await?;
    doing.commit_case("tasks.snooze", seen.id, None).await?;
    Ok(())
}
