//! The room of arrivals: what came in, read and dealt with.

pub mod view;
