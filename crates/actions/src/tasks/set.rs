//! Set a task in a worker's own words.

use domain::{
    access::{Actor, Deed},
    ids::{StaffId, TaskId},
    tasks::{Setting, set},
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House};

/// What is to be done, by when and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetTask {
    pub what: String,
    pub due_on: Date,
    /// None: whoever has the case.
    pub assigned_to: Option<StaffId>,
}

/// Sets the task. It is given only to somebody who may work on this case.
pub async fn set_task(
    house: &House,
    actor: &Actor,
    reference: &str,
    task: SetTask,
) -> Result<TaskId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    if let Some(staff) = task.assigned_to {
        let worker = doing.worker(staff).await?;
        let exceptions = store::cases::exceptions(&mut doing.act, &seen).await?;
        domain::cases::may_have(&worker, &exceptions)?;
    }
    let setting = Setting {
        id: TaskId(doing.act.new_id()),
        what: task.what,
        due_on: task.due_on,
        assigned_to: task.assigned_to,
    };
    let task = set(&seen, &setting, &doing.stamp)?;
    doing.act.insert(&task).await?;
    doing.answers(&task.id);
    doing.commit_case("tasks.set", seen.id, None).await?;
    Ok(task.id)
}
