//! The room of people.

pub mod view;
