//! The acts on both engines, as stories in a worker's words.

#![expect(
    clippy::print_stdout,
    reason = "the tests over the shared messages print what was counted, and what was skipped"
)]

mod arrivals;
mod logging_in;
mod opening;
