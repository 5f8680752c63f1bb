//! The next act is done; unless somebody names another, a follow-up at the cadence comes next.

use domain::{
    access::{Actor, Deed},
    cases::{self, NextAct},
};

use crate::{ActionError, Doing, House};

/// Marks the next act done, which stands in the timeline.
pub async fn done_next(house: &House, actor: &Actor, reference: &str) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    if !seen.is_open() {
        return Err(cases::Refusal::Closed.into());
    }
    let mut after = cases::next_done(&seen, doing.stamp.today, doing.calendar());
    doing.save_case(&mut after).await?;
    let what = match &seen.next_act {
        NextAct::Named(word) => ("act", word.to_string()),
        NextAct::Words(words) => ("words", words.clone()),
    };
    doing.tell_event(&after, "next_done", &[what]).await?;
    doing.commit_case("cases.done-next", seen.id, None).await?;
    Ok(())
}
