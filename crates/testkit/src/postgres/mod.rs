//! Real PostgreSQL for the tests: a cluster of our own, durable as in an office, gone when the test program is.
//!
//! Nothing is shared with a server the machine may already run, and nothing is left behind, however a test ends.

mod cluster;
mod databases;
mod installed;

pub use cluster::{Cluster, Wishes};
pub use databases::{Template, TestDatabase};
#[cfg(feature = "town")]
pub(crate) use installed::room_in_memory;

use std::fmt;

/// Why there is no cluster or no database: always something a person has to mend, so it is told in words.
#[derive(Clone)]
pub struct PostgresError(String);

impl PostgresError {
    fn new(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }
}

impl fmt::Display for PostgresError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A test that unwraps it shows the sentence, not a quoted string.
impl fmt::Debug for PostgresError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for PostgresError {}

/// Whether a person said, for this run, that the second engine is not to be tested: never so unless they say it.
pub fn is_skipped() -> bool {
    std::env::var_os("CASEWORK_SKIP_POSTGRES").is_some_and(|said| said == "1")
}
