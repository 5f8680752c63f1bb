//! The testkit room.

pub mod postgres;
