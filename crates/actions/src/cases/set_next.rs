//! Set the next act of a case and its day.

use domain::{
    access::{Actor, Deed},
    cases::{self, Case, NextAct, NextWord},
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House};

/// Says what happens next and when.
pub async fn set_next(
    house: &House,
    actor: &Actor,
    reference: &str,
    next: NextAct,
    on: Date,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let mut after = cases::set_next(&seen, next, on, doing.stamp.today)?;
    doing.save_case(&mut after).await?;
    doing.commit_case("cases.set-next", seen.id, None).await?;
    Ok(())
}

/// A follow-up on the day a worker chose with a note or a call; the case as it is where they chose none.
pub(super) fn follow_up_on(doing: &Doing<'_>, case: &Case, on: Option<Date>) -> Result<Case, ActionError> {
    let Some(on) = on else {
        return Ok(case.clone());
    };
    let next = NextAct::Named(NextWord::FollowUp);
    Ok(cases::set_next(case, next, on, doing.stamp.today)?)
}
