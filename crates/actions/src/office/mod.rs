//! Acts on the office itself.

mod found;
mod set_clock;

pub use found::{FoundOffice, found};
pub use set_clock::set_clock;
