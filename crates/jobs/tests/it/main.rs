//! The jobs room from outside: letters through real connections, real files and a real mail parser.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod composing;
mod folder;
mod letters;
mod queue;
mod scratch;
mod sink;
mod smtp;
