//! The room of search.

pub mod view;
