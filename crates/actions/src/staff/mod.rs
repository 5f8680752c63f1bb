//! Acts on those who work here.

mod own_password;

pub use own_password::change_own_password;
