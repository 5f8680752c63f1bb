//! Close a case: three answers, one confirmed list of what hangs on it, and the question that is asked some weeks later.

use std::collections::BTreeSet;

use domain::{
    access::{Actor, Deed},
    cases::{self, Closed, Closing, Hang, Outcome, Told},
    ids::CaseId,
    queue::Job,
};
use jiff::civil::Date;

use super::hanging::{CLOSING_DRAFT, hanging};
use crate::{ActionError, Doing, House};

/// The three answers, and the list that was confirmed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CloseCase {
    pub outcome: Option<Outcome>,
    pub told: Option<Told>,
    /// Blank: nothing to watch.
    pub watch: String,
    pub confirmed: BTreeSet<Hang>,
    /// When the person is asked whether it was solved; none: after the model's time.
    pub ask_on: Option<Date>,
}

/// Closes the case with what hangs on it.
pub async fn close(
    house: &House,
    actor: &Actor,
    reference: &str,
    close: CloseCase,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::CloseCases).await?;
    let case = close_in(&mut doing, reference, close).await?;
    doing.commit_case("cases.close", case, None).await?;
    Ok(())
}

/// Closes the case as part of an act under way.
pub async fn close_in(
    doing: &mut Doing<'_>,
    reference: &str,
    close: CloseCase,
) -> Result<CaseId, ActionError> {
    let seen = doing.case(reference).await?;
    let rules = doing.rules_of(&seen)?;
    let hanging = hanging(&mut doing.act, &seen).await?;
    let closing = Closing {
        outcome: close.outcome,
        told: close.told,
        watch: close.watch,
        confirmed: close.confirmed,
        ask_on: close.ask_on,
    };
    let mut fresh = doing.fresh();
    let closed = cases::close(&seen, &hanging, closing, rules, &doing.stamp, &mut fresh)?;
    for draft in &closed.drafts {
        doing.act.drop_draft_of_case(&seen, *draft).await?;
    }
    doing.drop_draft(&seen, CLOSING_DRAFT).await?;
    save(doing, closed).await?;
    Ok(seen.id)
}

async fn save(doing: &mut Doing<'_>, mut closed: Closed) -> Result<(), ActionError> {
    doing.save_case(&mut closed.case).await?;
    if let Some(mut visit) = closed.visit {
        doing.act.update(&mut visit).await?;
    }
    for mut task in closed.tasks {
        doing.act.update(&mut task).await?;
    }
    for mut clock in closed.clocks {
        doing.act.update(&mut clock).await?;
    }
    for mut promise in closed.promises {
        doing.act.update(&mut promise).await?;
    }
    if let Some(follow_up) = &closed.follow_up {
        doing.act.insert(follow_up).await?;
        let run_at = doing.morning_of(follow_up.ask_on);
        doing.act.enqueue(Job::AskFollowUp(follow_up.id), run_at).await?;
    }
    doing.tell(&closed.case, &closed.entry).await
}
