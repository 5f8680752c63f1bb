//! Cases: what a case is, how it is opened, worked through its phases, kept out of limbo, closed and reopened.

mod case;
mod records;

pub use case::{Case, Channel, Level, NextAct, NextWord, Outcome, Told, ToldBy, Urgency, Visibility};
pub use records::{Direction, Entry, EntryKind, FollowUp, PhaseVisit, Promise, Solved};
