//! The room of those who work here.

pub mod view;
