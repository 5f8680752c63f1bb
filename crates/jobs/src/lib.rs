//! The jobs room.

pub mod outbox;
