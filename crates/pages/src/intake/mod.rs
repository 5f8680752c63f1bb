//! The room of calls and walk-ins.

pub mod view;
