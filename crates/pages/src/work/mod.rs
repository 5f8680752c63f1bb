//! The room of a worker's own list.

pub mod view;
