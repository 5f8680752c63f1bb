//! Resume a clock: from that day its days count again, and it is no later than when it was paused.

use jiff::civil::Date;

use super::clock::Clock;
use super::refusal::ClockRefusal;

/// Lets a paused clock run again; `on` is the first day that counts.
pub fn resume(clock: &Clock, on: Date) -> Result<Clock, ClockRefusal> {
    clock.must_run_since(on)?;
    let mut after = clock.clone();
    let open = after.pauses.iter_mut().find(|pause| pause.until.is_none());
    let open = open.ok_or(ClockRefusal::NotPaused)?;
    open.until = Some(on);
    Ok(after)
}
