//! A backup: the database as it was at one moment and every sealed file, in one file that knows what it must hold.
//! The key is not in it: whoever finds a backup finds nothing that can be opened.
//!
//! Layout: a line that says what it is; a line of JSON listing each file with its length and SHA-256; the files one
//! after the other; SHA-256 over all of that.

mod read;
mod write;

use std::path::{Component, Path};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use read::{check, unpack};
pub use write::write;

const FIRST_LINE: &str = "casework backup, version 1\n";

/// The name the database has in a backup; sealed files stand under `files/`.
pub const DATABASE: &str = "database";
pub const FILES: &str = "files/";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub made_at: Timestamp,
    pub files: Vec<Entry>,
}

impl Manifest {
    pub fn n_bytes(&self) -> u64 {
        self.files.iter().map(|entry| entry.bytes).sum()
    }
}

/// One file of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
}

/// Whether a path stays where it is put: no way up, no root.
fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
