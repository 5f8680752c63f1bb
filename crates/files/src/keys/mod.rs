//! Keys: one root in a file of its own, one key for each office and purpose, none of them ever printed.

mod file;
mod office;

pub use file::KeyFault;
pub use office::{OfficeKeys, Purpose};
pub(crate) use office::{code, keyed};

/// Thirty-two secret bytes that refuse to show themselves in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the primitive that uses them and nothing else.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[key]")
    }
}

/// What the key file holds. Whoever has it can open everything this installation has sealed.
///
/// The id is written into every sealed value, so that a later root, or a key hierarchy below it, can stand
/// beside this one while old values are still read.
#[derive(Debug, Clone)]
pub struct RootKey {
    id: u32,
    key: Key,
    repeats: bool,
}

impl RootKey {
    /// A fresh root from the kernel's random bytes, with the first key id.
    pub fn generate() -> Self {
        Self::from_bytes(crate::chance::bytes())
    }

    /// A root from bytes that were chosen elsewhere: a restored copy, or a test's.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self {
            id: 1,
            key: Key::new(bytes),
            repeats: false,
        }
    }

    /// For the demo only: the same value sealed in the same place gives the same bytes in every run. It tells whoever
    /// holds two copies whether a value changed between them, and nothing more.
    pub fn repeating(bytes: [u8; 32]) -> Self {
        Self {
            repeats: true,
            ..Self::from_bytes(bytes)
        }
    }

    /// The number sealed values name this root by.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The keys of one office. Two offices share no key, though one file makes them all.
    pub fn office(&self, office: domain::ids::OfficeId) -> OfficeKeys {
        OfficeKeys::derive(self, office)
    }
}
