//! A browser's stay: the token in its cookie, the token in its forms, and when the stay is over.

mod life;
mod token;

pub use life::{Stay, StayRules};
pub use token::{CsrfToken, SessionToken};
