//! The test kit under test.

mod postgres;
#[cfg(feature = "town")]
mod town;
