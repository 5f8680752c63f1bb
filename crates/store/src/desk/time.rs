//! Where the time comes from: the machine's clock, or one that a test or the demo sets.

use std::sync::Mutex;

use jiff::{Timestamp, tz::TimeZone};

/// The clock of the house. Every instant is cut to microseconds, which is what both engines keep.
#[derive(Debug)]
pub enum TimeSource {
    Machine,
    /// Stands still until it is set. For tests and the demo only.
    Set(Mutex<Timestamp>),
}

impl TimeSource {
    pub fn standing_at(at: Timestamp) -> Self {
        Self::Set(Mutex::new(at))
    }

    pub fn now(&self) -> Timestamp {
        let now = match self {
            #[expect(
                clippy::disallowed_methods,
                reason = "the one place where the machine's clock is read"
            )]
            Self::Machine => Timestamp::now(),
            Self::Set(at) => *at.lock().expect("no holder of this lock panics"),
        };
        Timestamp::from_microsecond(now.as_microsecond()).expect("an instant stays in range when cut short")
    }

    /// Sets a clock that can be set; the machine's cannot, and the answer says so.
    pub fn set(&self, to: Timestamp) -> bool {
        match self {
            Self::Machine => false,
            Self::Set(at) => {
                *at.lock().expect("no holder of this lock panics") = to;
                true
            }
        }
    }

    pub const fn can_be_set(&self) -> bool {
        matches!(self, Self::Set(_))
    }
}

/// The zone an office lives in; an unknown name falls back to UTC, which `casework settings` reports.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}
