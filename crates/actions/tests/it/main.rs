//! The acts on both engines, as stories in a worker's words.

mod opening;
