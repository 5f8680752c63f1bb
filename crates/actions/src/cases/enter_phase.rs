//! Enter a phase, or come back to one with a reason.

use domain::{
    access::{Actor, Deed},
    cases::{self, Entering},
};

use super::hanging::facts;
use crate::{ActionError, Doing, House};

/// Moves the case into a phase of its model. The reason may be blank unless it was there before.
pub async fn enter_phase(
    house: &House,
    actor: &Actor,
    reference: &str,
    phase: &str,
    reason: &str,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let rules = doing.rules_of(&seen)?;
    let visits = store::cases::visits(&mut doing.act, &seen).await?;
    let clocks = store::cases::clocks(&mut doing.act, &seen).await?;
    let tasks = store::cases::tasks(&mut doing.act, &seen).await?;
    let facts = facts(&mut doing.act, &seen).await?;
    let entering = Entering {
        phase,
        reason,
        visits: &visits,
        clocks: &clocks,
        tasks: &tasks,
        facts: &facts,
    };
    let mut fresh = doing.fresh();
    let mut entered = cases::enter_phase(&seen, entering, rules, &doing.stamp, &mut fresh)?;
    doing.save_case(&mut entered.case).await?;
    if let Some(mut left) = entered.left {
        doing.act.update(&mut left).await?;
    }
    doing.act.insert(&entered.visit).await?;
    doing.save_clocks(entered.clocks).await?;
    for task in &entered.tasks {
        doing.act.insert(task).await?;
    }
    doing.tell(&entered.case, &entered.entry).await?;
    let reason = entered.visit.reason.clone();
    doing.commit_case("cases.enter-phase", seen.id, reason).await?;
    Ok(())
}
