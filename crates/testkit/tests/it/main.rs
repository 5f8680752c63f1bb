//! The test kit under test.

mod postgres;
