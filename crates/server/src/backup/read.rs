//! Reading a backup: every byte is checked before the first one is put anywhere.

use std::{
    fs::{DirBuilder, File, OpenOptions},
    io::{self, BufRead, BufReader, Read, Write},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use super::{Entry, FIRST_LINE, Manifest, hex, stays_inside};

/// A list longer than this is no list of ours.
const LONGEST_LIST: u64 = 1 << 30;

/// Checks a whole backup and answers what it holds.
pub fn check(file: &Path) -> Result<Manifest> {
    walk(file, |_| Ok(Box::new(io::sink()))).with_context(|| file.display().to_string())
}

/// Puts each file where `place` says, closed to others and on the disk. Check first.
pub fn unpack(file: &Path, place: impl Fn(&Entry) -> Option<PathBuf>) -> Result<Manifest> {
    let mut made = Vec::new();
    let manifest = walk(file, |entry| {
        let Some(path) = place(entry) else {
            bail!(
                "`{}` has no place here: the backup is of another version",
                entry.path
            );
        };
        if let Some(folder) = path.parent() {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        let out = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)?;
        made.push(out.try_clone()?);
        // Open files are few on some machines: what is done is synced before the next hundred.
        if made.len() >= 100 {
            sync(&mut made)?;
        }
        Ok(Box::new(out))
    })
    .with_context(|| file.display().to_string())?;
    sync(&mut made)?;
    Ok(manifest)
}

fn sync(made: &mut Vec<File>) -> io::Result<()> {
    made.drain(..).try_for_each(|file| file.sync_all())
}

fn walk(file: &Path, mut open: impl FnMut(&Entry) -> Result<Box<dyn Write>>) -> Result<Manifest> {
    let mut from = BufReader::new(File::open(file)?);
    let mut whole = Sha256::new();
    let mut first = vec![0; FIRST_LINE.len()];
    from.read_exact(&mut first)
        .context("it is too short to be a backup")?;
    if first != FIRST_LINE.as_bytes() {
        bail!("it is not a backup, or one of a newer version");
    }
    whole.update(&first);
    let mut list = Vec::new();
    from.by_ref().take(LONGEST_LIST).read_until(b'\n', &mut list)?;
    whole.update(&list);
    let manifest: Manifest =
        serde_json::from_slice(&list).context("its list cannot be read: it was changed")?;
    for entry in &manifest.files {
        if !stays_inside(&entry.path) {
            bail!("`{}` would be put outside its place", entry.path);
        }
        let mut out = open(entry)?;
        copy(&mut from, out.as_mut(), entry, &mut whole)?;
    }
    let mut end = Vec::new();
    from.take(33).read_to_end(&mut end)?;
    if end != whole.finalize().as_slice() {
        bail!("its end does not fit: it was cut short or changed");
    }
    Ok(manifest)
}

fn copy(from: &mut impl Read, to: &mut dyn Write, entry: &Entry, whole: &mut Sha256) -> Result<()> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    let mut left = entry.bytes;
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(piece.len());
        let n = from.read(&mut piece[..most])?;
        if n == 0 {
            bail!("`{}` is cut short", entry.path);
        }
        hash.update(&piece[..n]);
        whole.update(&piece[..n]);
        to.write_all(&piece[..n])?;
        left -= n as u64;
    }
    if hex(&hash.finalize()) != entry.sha256 {
        bail!("`{}` is not what it was: it was changed", entry.path);
    }
    Ok(())
}
