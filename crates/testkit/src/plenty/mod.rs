//! An office with very many cases, for measuring: made by the acts' own code, a few hundred cases a commit and a line in
//! the ledger for each commit, the same in every run.

mod make;
mod words;

pub use make::{furnish, let_in};
pub use words::{Dice, WORDS, Words};

use domain::ids::StaffId;

/// How many workers share the cases.
pub const WORKERS: usize = 10;
/// A case whose number divides by this has five notes.
pub const SOME_NOTES: usize = 10;
/// A case whose number divides by this has fifty entries in its timeline.
pub const LONG: usize = 50;
/// How many entries that are.
pub const LONG_TIMELINE: usize = 50;

/// The login of a worker, from 0.
pub fn login(worker: usize) -> String {
    format!("worker{worker}@plenty.example")
}

/// What was made, as far as somebody who measures has to know it.
#[derive(Debug, Clone, Default)]
pub struct Made {
    pub workers: Vec<StaffId>,
    pub cases: usize,
    pub people: usize,
    pub notes: usize,
    pub closed: usize,
    /// Some open cases, with their titles.
    pub open: Vec<(String, String)>,
    /// Some open cases with a long timeline.
    pub long: Vec<(String, String)>,
    /// In how many cases and notes a word of [`SEARCHED`] stands.
    pub hits: Vec<usize>,
}

/// Words to search for, by rank: two rare ones, and two that are common alone and rare together.
pub const SEARCHED: [usize; 4] = [2_300, 2_600, 60, 90];
