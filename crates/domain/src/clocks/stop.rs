//! Stop a clock: the thing it waited for happened, or its case was closed.

use jiff::civil::Date;

use super::clock::Clock;
use super::refusal::ClockRefusal;

/// Stops a clock on a day, naming the event; an open pause ends with it.
pub fn stop(clock: &Clock, on: Date, event: &str) -> Result<Clock, ClockRefusal> {
    if !clock.is_open() {
        return Err(ClockRefusal::Stopped);
    }
    if on < clock.started_on {
        return Err(ClockRefusal::TooEarly {
            earliest: clock.started_on,
        });
    }
    if event.trim().is_empty() {
        return Err(ClockRefusal::ReasonMissing);
    }
    let mut after = clock.clone();
    for pause in &mut after.pauses {
        if pause.until.is_none() {
            pause.until = Some(on.max(pause.from));
        }
    }
    after.stopped_on = Some(on);
    after.stopped_by_event = Some(event.trim().to_owned());
    Ok(after)
}
