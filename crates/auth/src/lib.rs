//! How a person shows who they are: passwords, authenticator codes, recovery codes and session tokens.
//! Values and work; the clock comes in as an argument, chance from one file, and nothing is stored here.

mod chance;
mod codes;
pub mod passwords;
pub mod recovery;
pub mod sessions;
pub mod totp;

pub use passwords::{Cost, PasswordFault, PasswordRefusal, Passwords, Pepper, Typed};
pub use recovery::RecoveryCode;
pub use sessions::{CsrfToken, SessionToken, Stay, StayRules};
pub use totp::{Step, TotpFault, TotpSecret};
