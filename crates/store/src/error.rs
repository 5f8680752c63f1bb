//! What can go wrong in the store. "Not there" is never an error: it is `None`.

use std::error::Error;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else holds what was needed, or it took too long. Trying again is safe.
    #[error("the database is busy")]
    Busy,
    /// The row was changed by somebody else since it was read.
    #[error("somebody else changed this meanwhile")]
    Conflict,
    /// A unique or foreign key was broken.
    #[error("a row clashes with another one")]
    Clash(#[source] Box<dyn Error + Send + Sync>),
    /// No room left to write.
    #[error("the disk is full")]
    Full,
    /// The database would acknowledge work that it can lose.
    #[error(
        "the database setting `{setting}` is {value}, which can lose acknowledged work: set it to {needed}"
    )]
    Unsafe {
        setting: String,
        value: String,
        needed: String,
    },
    /// Anything else. The source says what.
    #[error("the database answered with a fault")]
    Broken(#[source] Box<dyn Error + Send + Sync>),
}

impl StoreError {
    pub fn broken(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Broken(source.into())
    }

    pub fn unsafe_setting(setting: &str, value: &str, needed: &str) -> Self {
        Self::Unsafe {
            setting: setting.to_owned(),
            value: value.to_owned(),
            needed: needed.to_owned(),
        }
    }
}
