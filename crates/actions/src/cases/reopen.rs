//! Reopen a case with a reason; everything of before stays.

use domain::{
    access::{Actor, Deed},
    cases::{self, Reopening},
};

use crate::{ActionError, Doing, House};

/// Puts the case at work again, in the phase it was closed in or another.
pub async fn reopen(
    house: &House,
    actor: &Actor,
    reference: &str,
    reason: &str,
    phase: Option<&str>,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::ReopenCases).await?;
    let seen = doing.case(reference).await?;
    let rules = doing.rules_of(&seen)?;
    let visits = store::cases::visits(&mut doing.act, &seen).await?;
    let clocks = store::cases::clocks(&mut doing.act, &seen).await?;
    let reopening = Reopening {
        reason,
        phase,
        visits: &visits,
        clocks: &clocks,
    };
    let mut fresh = doing.fresh();
    let mut reopened = cases::reopen(&seen, reopening, rules, &doing.stamp, &mut fresh)?;
    doing.save_case(&mut reopened.case).await?;
    doing.act.insert(&reopened.visit).await?;
    doing.save_clocks(reopened.clocks).await?;
    doing.tell(&reopened.case, &reopened.entry).await?;
    let reason = reopened.visit.reason.clone();
    doing.commit_case("cases.reopen", seen.id, reason).await?;
    Ok(())
}
