//! The acts on both engines, as stories in a worker's words.

#![expect(
    clippy::print_stdout,
    reason = "the tests over the shared messages print what was counted, and what was skipped"
)]

mod agency;
mod arrivals;
mod attaching;
mod closing;
mod guarding;
mod limbo;
mod logging_in;
mod opening;
mod people;
mod sending_twice;
mod two_people;
mod working;
