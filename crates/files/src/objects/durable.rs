//! Writing so that it is still there after the power went: file, then name, then every folder above it.

use std::collections::HashSet;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Folders whose own entry is known to be on the disk. Filled anew by each process, since another one may
/// have created a folder and died before the parent was written out.
#[derive(Debug, Default)]
pub(super) struct KnownFolders(Mutex<HashSet<PathBuf>>);

impl KnownFolders {
    /// Makes the folder if needed, and sees to it that it survives a power cut.
    pub(super) fn ensure(&self, folder: &Path) -> io::Result<()> {
        if self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(folder)
        {
            return Ok(());
        }
        match DirBuilder::new().mode(0o700).create(folder) {
            Ok(()) => {}
            Err(found) if found.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(fault) => return Err(fault),
        }
        if let Some(parent) = folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            sync_folder(parent)?;
        }
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(folder.to_owned());
        Ok(())
    }
}

pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// A file being written under a passing name; it is removed again unless it is moved to its place.
#[derive(Debug)]
pub(super) struct Unfinished {
    path: PathBuf,
    pub(super) file: File,
}

impl Unfinished {
    pub(super) fn create(path: PathBuf) -> io::Result<Self> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)?;
        Ok(Self { path, file })
    }

    /// Writes everything out, then moves the file to its place, then writes the folder out. Only after this
    /// may the database name the object.
    pub(super) fn settle(self, place: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.path, place)?;
        sync_folder(place.parent().ok_or(ErrorKind::InvalidInput)?)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After `settle` the passing name is gone and this finds nothing; a left-over is swept later anyway.
        let _ = fs::remove_file(&self.path);
    }
}
