//! Passwords: how they are judged when chosen, and how they are kept and checked.

mod cost;
mod keep;
mod rules;

pub use cost::Cost;
pub use keep::{Checked, PasswordFault, Passwords, Pepper};
pub use rules::{Circumstances, PasswordRefusal, judge};

use unicode_normalization::UnicodeNormalization;

/// More than this many characters is not a password but an attempt to keep us busy.
pub const LONGEST: usize = 256;

/// A password as someone typed it, in one spelling (NFC), so that two keyboards agree. Never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Typed(String);

impl Typed {
    pub fn new(text: &str) -> Self {
        // Anything over the limit is cut before the work of normalising, and stays over the limit.
        Self(text.chars().take(LONGEST * 4).nfc().collect())
    }

    fn n_chars(&self) -> usize {
        self.0.chars().count()
    }
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[password]")
    }
}

/// A password of 120 random bits that can be read out over the phone, for a first login or after a reset.
pub fn first_password() -> String {
    crate::codes::write(&crate::chance::bytes::<15>())
}
