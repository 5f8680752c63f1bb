//! Ask to see a restricted case. Whoever has it gets a task; the asker sees nothing more until they are let in.

use domain::{
    access::{Actor, Deed},
    cases,
    ids::TaskId,
    tasks::{HouseTask, house_task},
};

use crate::{ActionError, Doing, House};

/// Keeps who asked and why, and asks for a decision.
pub async fn ask_access(
    house: &House,
    actor: &Actor,
    reference: &str,
    reason: &str,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::SeeCases).await?;
    let (case, owner) = doing
        .act
        .case_to_ask_for(reference)
        .await?
        .ok_or(ActionError::NotFound)?;
    let mut fresh = doing.fresh();
    let entry = cases::ask_access(case, reason, &doing.stamp, &mut fresh)?;
    doing.act.insert(&entry).await?;
    let id = TaskId(doing.act.new_id());
    let task = house_task(
        id,
        case,
        HouseTask::AccessAsked,
        owner,
        doing.stamp.today,
        doing.calendar(),
    );
    doing.act.insert(&task).await?;
    let reason = Some(reason.trim().to_owned());
    doing.commit_case("cases.ask-access", case, reason).await?;
    Ok(())
}
