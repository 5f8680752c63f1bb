//! Clocks and calendars: whose turn it is, how long it may take, and which days count.

mod clock;

pub use clock::{Clock, ClockKind, Extension, Pause, Period, Turn};
