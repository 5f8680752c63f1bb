//! The test kit under test.

mod plenty;
mod postgres;
#[cfg(feature = "town")]
mod town;
