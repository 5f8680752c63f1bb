//! Acts on the office itself.

mod found;

pub use found::{FoundOffice, found};
