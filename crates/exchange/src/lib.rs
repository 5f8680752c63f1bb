//! Bytes from outside become values and values become bytes; one module a format. No sockets, no database,
//! no clock, and no trust in what a sender claims.

pub mod mail;
pub mod text;
