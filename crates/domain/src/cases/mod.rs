//! Cases: what a case is, how it is opened, worked through its phases, kept out of limbo, closed and reopened.

mod ask_access;
mod assign;
mod came_back;
mod case;
mod change;
mod close;
mod enter_phase;
mod follow_up;
mod guard;
pub mod guards;
mod happen;

mod limbo;
mod message_joined;
pub mod model;
pub mod models;
mod open;
pub mod promises;
mod records;
mod reference;
mod refusal;
mod reopen;
mod set_next;
mod stamp;
mod stated;
mod take_turn;
#[cfg(test)]
mod tests;
mod transitions;
mod write;

pub use ask_access::ask_access;
pub use assign::{assign, take, to_queue};
pub use came_back::{RETURNED_ON, not_heard, reopened, undelivered};
pub use case::{Case, Channel, Level, NextAct, NextWord, Outcome, Told, ToldBy, Urgency, Visibility};
pub use change::{CaseField, CaseFields, change, follow_cadence};
pub use close::{Closed, Closing, Hang, Hanging, close};
pub use enter_phase::{Entered, Entering, enter_phase, may_enter, was_visited};
pub use follow_up::{answer, ask_again};
pub use guard::{Excepted, except, guard, lift, may_have, somebody_inside};
pub use happen::{ClockMoves, Happening, happen};
pub use limbo::{is_in_limbo, keep_out_of_limbo, next_by_default, next_done};
pub use message_joined::message_joined;
pub use open::{Opened, Opening, open};
pub use records::{Direction, Entry, EntryKind, FollowUp, PhaseVisit, Promise, Solved};
pub use reference::{Reference, ReferenceFault};
pub use refusal::Refusal;
pub use reopen::{Reopened, Reopening, reopen};
pub use set_next::set_next;
pub use stamp::{Fresh, Rules, Stamp, event_entry};
pub use stated::{Stating, state, with_stated};
pub use take_turn::take_turn;
pub use transitions::{Offer, Transition, may, offers, transitions};
pub use write::{CalledWith, Calling, Noting, Reached, attempt, call, note};
