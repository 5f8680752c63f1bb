//! Snooze a case: the same next act, on a later day.

use domain::{
    access::{Actor, Deed},
    cases,
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House};

/// Moves the day of the next act. What was promised to the person stays promised.
pub async fn snooze(house: &House, actor: &Actor, reference: &str, until: Date) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let mut after = cases::set_next(&seen, seen.next_act.clone(), until, doing.stamp.today)?;
    doing.save_case(&mut after).await?;
    doing.commit_case("cases.snooze", seen.id, None).await?;
    Ok(())
}
