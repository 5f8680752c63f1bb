//! Clocks and calendars: whose turn it is, how long it may take, and which days count.

mod calendar;
mod calendars;
mod clock;
mod due;
mod extend;
mod pause;
mod refusal;
mod resume;
mod stop;
#[cfg(test)]
mod tests;

pub use calendar::{Calendar, CalendarFault};
pub use calendars::Calendars;
pub use clock::{Clock, ClockKind, Extension, Pause, Period, Turn};
pub use due::{ClockState, Left};
pub use extend::{MoreTime, extend};
pub use pause::pause;
pub use refusal::ClockRefusal;
pub use resume::resume;
pub use stop::stop;
