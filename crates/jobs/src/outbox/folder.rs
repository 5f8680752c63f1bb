//! An outbox that writes each letter to a file, for offices that have not set up a mail server yet. The file's
//! name is the Message-ID, so a letter written twice is one file.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Composed, Lasting, Reason, SendFault, Sent};

/// A folder of `.eml` files.
#[derive(Debug)]
pub struct Folder {
    folder: PathBuf,
    n_begun: AtomicU64,
}

impl Folder {
    /// Opens the folder, closed to others; makes it if needed.
    pub fn open(folder: &Path) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            n_begun: AtomicU64::new(0),
        })
    }

    /// Where the letters lie.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    pub(super) async fn send(&self, letter: Composed) -> Result<Sent, SendFault> {
        let place = self.folder.join(format!("{}.eml", letter.message_id.bare()));
        let n = self.n_begun.fetch_add(1, Ordering::Relaxed);
        let passing = self.folder.join(format!(".{}-{n}.part", std::process::id()));
        let Composed {
            message_id, bytes, ..
        } = letter;
        let written = tokio::task::spawn_blocking(move || write(&passing, &place, &bytes)).await;
        match written {
            Ok(Ok(())) => Ok(Sent {
                message_id,
                receipt: String::new(),
            }),
            Ok(Err(fault)) => {
                Err(SendFault::new(Lasting::Temporary, Reason::Disk).said(None, fault.kind().to_string()))
            }
            Err(stopped) => {
                Err(SendFault::new(Lasting::Temporary, Reason::Disk).said(None, stopped.to_string()))
            }
        }
    }
}

/// Whole or not at all, and on the disk when this returns. A letter that is there already is left as it is.
fn write(passing: &Path, place: &Path, bytes: &[u8]) -> io::Result<()> {
    if place.exists() {
        return Ok(());
    }
    // A left-over of a process that had our number before and was killed.
    match fs::remove_file(passing) {
        Ok(()) => {}
        Err(found) if found.kind() == ErrorKind::NotFound => {}
        Err(fault) => return Err(fault),
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(passing)?;
    let done = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(passing, place));
    if done.is_err() {
        let _ = fs::remove_file(passing);
    }
    done?;
    File::open(place.parent().ok_or(ErrorKind::InvalidInput)?)?.sync_all()
}
