//! Take up a task that the case's model offers in its phase.

use domain::{
    access::{Actor, Deed},
    ids::TaskId,
    tasks,
};

use crate::{ActionError, Doing, House};

/// Takes up the offer by its id in the model.
pub async fn take_up_task(
    house: &House,
    actor: &Actor,
    reference: &str,
    offer: &str,
) -> Result<TaskId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let rules = doing.rules_of(&seen)?;
    let before = store::cases::tasks(&mut doing.act, &seen).await?;
    let mut fresh = doing.fresh();
    let task = tasks::take_up(offer, &seen, &before, rules, &doing.stamp, &mut fresh)?;
    doing.act.insert(&task).await?;
    doing.answers(&task.id);
    doing.commit_case("tasks.take-up", seen.id, None).await?;
    Ok(task.id)
}
