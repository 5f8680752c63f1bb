//! Resume a paused clock: from today its days count again.

use domain::{access::Actor, clocks::resume, ids::ClockId};

use crate::{ActionError, House};

/// Lets the clock run again.
pub async fn resume_clock(
    house: &House,
    actor: &Actor,
    reference: &str,
    clock: ClockId,
) -> Result<(), ActionError> {
    let (mut doing, seen, before) = super::begin(house, actor, reference, clock).await?;
    let mut after = resume(&before, doing.stamp.today)?;
    doing.act.update(&mut after).await?;
    let detail = [("clock", after.kind.to_string())];
    doing.tell_event(&seen, "clock_resumed", &detail).await?;
    doing.commit_case("clocks.resume", seen.id, None).await?;
    Ok(())
}
