//! Time's door: the queue of work that follows what people did, and the way letters leave by.

pub mod outbox;
mod runner;

pub use runner::{Ended, MAX_TRIES, Pace, Pass, Running, run_due, start};
