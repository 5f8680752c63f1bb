//! The files room from outside: key files and object folders on a real disk.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod keys;
mod objects;
mod scratch;
