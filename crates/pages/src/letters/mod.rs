//! The room of letters out.

pub mod view;
