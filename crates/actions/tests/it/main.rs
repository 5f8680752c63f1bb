//! The acts on both engines, as stories in a worker's words.

mod logging_in;
mod opening;
