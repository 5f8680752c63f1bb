//! Pause a clock: from that day its days do not count.

use jiff::civil::Date;

use super::clock::{Clock, Pause};
use super::refusal::ClockRefusal;
use crate::ids::StaffId;

/// Stands a running clock still from `from` on.
pub fn pause(clock: &Clock, from: Date, reason: &str, by: StaffId) -> Result<Clock, ClockRefusal> {
    clock.must_run_since(from)?;
    if clock.is_paused() {
        return Err(ClockRefusal::AlreadyPaused);
    }
    if reason.trim().is_empty() {
        return Err(ClockRefusal::ReasonMissing);
    }
    let mut after = clock.clone();
    after.pauses.push(Pause {
        from,
        until: None,
        reason: reason.trim().to_owned(),
        by,
    });
    Ok(after)
}

impl Clock {
    /// Whether a pause is open.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.pauses.iter().any(|pause| pause.until.is_none())
    }

    /// Whether it has not stopped.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.stopped_on.is_none()
    }

    /// Refuses a change to a stopped clock, or one dated before the last thing that happened to it.
    pub(super) fn must_run_since(&self, day: Date) -> Result<(), ClockRefusal> {
        if !self.is_open() {
            return Err(ClockRefusal::Stopped);
        }
        let pauses = self.pauses.iter().map(|pause| pause.until.unwrap_or(pause.from));
        let extensions = self.extensions.iter().map(|extension| extension.on);
        let earliest = pauses.chain(extensions).fold(self.started_on, Date::max);
        if day < earliest {
            Err(ClockRefusal::TooEarly { earliest })
        } else {
            Ok(())
        }
    }
}
