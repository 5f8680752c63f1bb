//! See to it that a message for a closed case is read, by a job of its own: whoever comes late finds the task made.

use domain::{
    access::{Actor, Deed},
    ids::{CaseId, OfficeId},
};

use super::late;
use crate::{ActionError, Doing, House};

/// Sets the task to read it, unless one is open or the case is. Answers whether there was something to do.
pub async fn see_to_late_message(house: &House, office: OfficeId, case: CaseId) -> Result<bool, ActionError> {
    let mut doing = Doing::begin(house, &Actor::house(office), Deed::WorkCases).await?;
    let case = doing.case_by_id(case).await?;
    let is_new = late::set_task(&mut doing, &case).await?;
    if is_new {
        doing
            .commit_case("arrivals.see-to-late-message", case.id, None)
            .await?;
    }
    Ok(is_new)
}
