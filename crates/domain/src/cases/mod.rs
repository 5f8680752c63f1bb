//! Cases: what a case is, how it is opened, worked through its phases, kept out of limbo, closed and reopened.

mod case;
pub mod guards;
pub mod model;
pub mod models;
mod records;
mod reference;

pub use case::{Case, Channel, Level, NextAct, NextWord, Outcome, Told, ToldBy, Urgency, Visibility};
pub use records::{Direction, Entry, EntryKind, FollowUp, PhaseVisit, Promise, Solved};
pub use reference::{Reference, ReferenceFault};
