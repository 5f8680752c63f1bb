//! The key file: a few lines of text that only its owner can read, with a check that finds a slip of the pen
//! when it is typed back from paper.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{Key, RootKey};
use crate::hex;

const FIRST_LINE: &str = "casework key file, version 1";
/// A key file is a few hundred bytes; anything longer is some other file.
const LONGEST: u64 = 4096;

/// Why a key file was not written or not read. None of these shows a part of the key.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    #[error("{0} is already there: a key file is never replaced, since what it sealed would be lost")]
    AlreadyThere(PathBuf),
    #[error("{0} is not there: put the key file back, or run `casework init` for a new office")]
    Missing(PathBuf),
    #[error("{path} can be read by others (mode {mode:04o}): run `chmod 0400 {path}`")]
    OpenToOthers { path: PathBuf, mode: u32 },
    #[error("{0} is not a key file: its first line should be `{FIRST_LINE}`")]
    NotAKeyFile(PathBuf),
    #[error("{path} was written by a newer version ({found}); this one reads version 1")]
    NewerVersion { path: PathBuf, found: String },
    #[error("{path}: the line `{line}:` is missing or not readable")]
    BadLine { path: PathBuf, line: &'static str },
    #[error("{0}: the key and its check do not fit; a character was changed")]
    Damaged(PathBuf),
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
}

impl RootKey {
    /// Writes the key file, mode 0400, and makes sure that it is on the disk before returning.
    pub fn write_new(&self, path: &Path) -> Result<(), KeyFault> {
        let fault = |source: std::io::Error| KeyFault::Io {
            path: path.to_owned(),
            source,
        };
        let mut file = match OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o400)
            .open(path)
        {
            Ok(file) => file,
            Err(found) if found.kind() == ErrorKind::AlreadyExists => {
                return Err(KeyFault::AlreadyThere(path.to_owned()));
            }
            Err(source) => return Err(fault(source)),
        };
        file.write_all(self.to_text().as_bytes()).map_err(fault)?;
        file.sync_all().map_err(fault)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))
            .and_then(|folder| folder.sync_all())
            .map_err(fault)
    }

    /// Reads the key file. A file that others can read is refused, since then it keeps nothing.
    pub fn load(path: &Path) -> Result<Self, KeyFault> {
        let fault = |source: std::io::Error| KeyFault::Io {
            path: path.to_owned(),
            source,
        };
        let file = match File::open(path) {
            Ok(file) => file,
            Err(found) if found.kind() == ErrorKind::NotFound => {
                return Err(KeyFault::Missing(path.to_owned()));
            }
            Err(source) => return Err(fault(source)),
        };
        let mode = file.metadata().map_err(fault)?.mode() & 0o7777;
        if mode & 0o077 != 0 {
            return Err(KeyFault::OpenToOthers {
                path: path.to_owned(),
                mode,
            });
        }
        let mut bytes = Vec::new();
        file.take(LONGEST).read_to_end(&mut bytes).map_err(fault)?;
        let text = String::from_utf8(bytes).map_err(|_| KeyFault::NotAKeyFile(path.to_owned()))?;
        Self::from_text(path, &text)
    }

    fn to_text(&self) -> String {
        format!(
            "{FIRST_LINE}\n\
             # Opens every sealed identifier, document and message of this installation.\n\
             # Keep a copy on paper or on another machine, apart from the backups. Lost means lost.\n\
             id: {}\nroot: {}\ncheck: {}\n",
            self.id,
            hex::encode(self.key.as_bytes()),
            self.check()
        )
    }

    /// The first bytes of a digest over id and key: enough to find a slip, useless for finding the key.
    fn check(&self) -> String {
        let digest = Sha256::new()
            .chain_update(b"casework key file check")
            .chain_update(self.id.to_be_bytes())
            .chain_update(self.key.as_bytes())
            .finalize();
        hex::encode(&digest[..4])
    }

    fn from_text(path: &Path, text: &str) -> Result<Self, KeyFault> {
        let mut lines = text.lines();
        match lines.next() {
            Some(FIRST_LINE) => {}
            Some(other) => match other.strip_prefix("casework key file, version ") {
                Some(found) => {
                    return Err(KeyFault::NewerVersion {
                        path: path.to_owned(),
                        found: found.to_owned(),
                    });
                }
                None => return Err(KeyFault::NotAKeyFile(path.to_owned())),
            },
            None => return Err(KeyFault::NotAKeyFile(path.to_owned())),
        }
        let rest: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
        let value = |line: &'static str| {
            rest.iter()
                .find_map(|found| found.strip_prefix(line)?.strip_prefix(": "))
                .map(str::trim)
                .ok_or(KeyFault::BadLine {
                    path: path.to_owned(),
                    line,
                })
        };
        let bad = |line| KeyFault::BadLine {
            path: path.to_owned(),
            line,
        };
        let id = value("id")?.parse().map_err(|_| bad("id"))?;
        let key = hex::decode_32(value("root")?).ok_or(bad("root"))?;
        let root = Self {
            id,
            key: Key::new(key),
            repeats: false,
        };
        if value("check")? != root.check() {
            return Err(KeyFault::Damaged(path.to_owned()));
        }
        Ok(root)
    }
}
