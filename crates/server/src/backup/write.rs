//! Writing a backup: whole and on the disk, or not at all.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufWriter, Read, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::{Entry, FIRST_LINE, Manifest, hex};

/// Writes the files, each under its name, into a new file at `to`.
pub fn write(to: &Path, made_at: Timestamp, sources: &[(String, PathBuf)]) -> Result<Manifest> {
    if to.exists() {
        bail!(
            "{} is there already: a backup is never written over another",
            to.display()
        );
    }
    let manifest = Manifest {
        made_at,
        files: measure(sources)?,
    };
    let passing = to.with_added_extension("part");
    let written = write_whole(&passing, &manifest, sources).and_then(|()| Ok(std::fs::rename(&passing, to)?));
    if written.is_err() {
        let _ = std::fs::remove_file(&passing);
    }
    written.with_context(|| to.display().to_string())?;
    let folder = to
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    Ok(manifest)
}

fn measure(sources: &[(String, PathBuf)]) -> Result<Vec<Entry>> {
    let mut files = Vec::with_capacity(sources.len());
    for (name, path) in sources {
        let mut hash = Sha256::new();
        let bytes = match File::open(path) {
            Ok(mut file) => copy(&mut file, &mut io::sink(), &mut hash),
            // Erased since the folder was listed: it is in no row any more.
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => continue,
            Err(fault) => Err(fault),
        };
        let bytes = bytes.with_context(|| path.display().to_string())?;
        files.push(Entry {
            path: name.clone(),
            bytes,
            sha256: hex(&hash.finalize()),
        });
    }
    Ok(files)
}

fn write_whole(passing: &Path, manifest: &Manifest, sources: &[(String, PathBuf)]) -> Result<()> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(passing)?;
    let mut out = BufWriter::new(file);
    let mut whole = Sha256::new();
    for part in [FIRST_LINE.as_bytes(), &serde_json::to_vec(manifest)?, b"\n"] {
        out.write_all(part)?;
        whole.update(part);
    }
    for entry in &manifest.files {
        let source = sources.iter().find(|(name, _)| *name == entry.path);
        let (_, path) = source.expect("the list was made from the sources");
        let bytes = copy(&mut File::open(path)?, &mut out, &mut whole)?;
        if bytes != entry.bytes {
            bail!("{} changed while it was copied: try again", path.display());
        }
    }
    out.write_all(&whole.finalize())?;
    out.flush()?;
    Ok(out.get_ref().sync_all()?)
}

/// Copies to the end, hashing on the way.
fn copy(from: &mut impl Read, to: &mut impl Write, hash: &mut Sha256) -> io::Result<u64> {
    let mut piece = vec![0; 1 << 16];
    let mut bytes = 0;
    loop {
        let n = from.read(&mut piece)?;
        if n == 0 {
            return Ok(bytes);
        }
        hash.update(&piece[..n]);
        to.write_all(&piece[..n])?;
        bytes += n as u64;
    }
}
