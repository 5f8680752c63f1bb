//! What a message may be before anything reads it: size, depth, parts and header size, counted on raw bytes in
//! one pass, so that a bomb costs the sender more than it costs us.

use super::walk;

/// The bounds of a message. [`Limits::default`] is what the office runs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole message.
    pub size: usize,
    /// Parts and messages inside each other; a plain message is 1 deep.
    pub depth: usize,
    /// Parts of all kinds, those of enclosed messages included.
    pub parts: usize,
    /// Bytes of one header block; all blocks of a message together may have eight times as many.
    pub header: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            size: 64 << 20,
            depth: 20,
            parts: 1_000,
            header: 256 << 10,
        }
    }
}

impl Limits {
    /// No bounds: only for the twin of a test, which shows what the bounds are for.
    pub const NONE: Self = Self {
        size: usize::MAX,
        depth: usize::MAX,
        parts: usize::MAX,
        header: usize::MAX,
    };
}

/// Why a message is not read. Its raw bytes are kept and a person is shown that it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    TooLarge {
        bytes: usize,
        most: usize,
    },
    TooDeep {
        most: usize,
    },
    TooManyParts {
        most: usize,
    },
    HeaderTooLarge {
        most: usize,
    },
    /// The reader itself failed; the bytes are evidence for whoever mends it.
    Broken,
}

impl Unreadable {
    /// The key of the sentence a person is shown.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "unreadable-empty",
            Self::TooLarge { .. } => "unreadable-too-large",
            Self::TooDeep { .. } => "unreadable-too-deep",
            Self::TooManyParts { .. } => "unreadable-too-many-parts",
            Self::HeaderTooLarge { .. } => "unreadable-header-too-large",
            Self::Broken => "unreadable-broken",
        }
    }

    /// The values that sentence names.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::Broken => Vec::new(),
            Self::TooLarge { bytes, most } => vec![("bytes", bytes.to_string()), ("most", most.to_string())],
            Self::TooDeep { most } | Self::TooManyParts { most } | Self::HeaderTooLarge { most } => {
                vec![("most", most.to_string())]
            }
        }
    }
}

/// Looks at structure only: is this message within the bounds?
pub fn check(raw: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    walk::structure(raw, limits).map(drop)
}
