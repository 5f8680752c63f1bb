//! Pause a clock: from today its days do not count.

use domain::{access::Actor, clocks::pause, ids::ClockId};

use crate::{ActionError, House};

/// Stands the clock still, with the reason.
pub async fn pause_clock(
    house: &House,
    actor: &Actor,
    reference: &str,
    clock: ClockId,
    reason: &str,
) -> Result<(), ActionError> {
    let (mut doing, seen, before) = super::begin(house, actor, reference, clock).await?;
    let mut after = pause(&before, doing.stamp.today, reason, doing.stamp.by)?;
    doing.act.update(&mut after).await?;
    let detail = [
        ("clock", after.kind.to_string()),
        ("reason", reason.trim().to_owned()),
    ];
    doing.tell_event(&seen, "clock_paused", &detail).await?;
    let reason = Some(reason.trim().to_owned());
    doing.commit_case("clocks.pause", seen.id, reason).await?;
    Ok(())
}
