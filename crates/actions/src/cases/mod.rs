//! Acts on cases.

mod open;

pub use open::{OpenCase, open, open_in};
