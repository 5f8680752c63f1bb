//! `casework backup`: while the office works on. The copy is checked before it is called a backup.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use serde_json::json;
use store::{
    Chance, Desk, TimeSource,
    engine::{Database, DatabaseUrl},
    ledger,
};

use crate::{
    backup::{self, DATABASE, FILES},
    house,
    said::Said,
    settings::Settings,
};

/// Copy the office into one file, while it works on.
#[derive(Debug, Args)]
#[command(after_help = "Example: casework backup /backups/office-2026-11-25.casework\n\
                  The key file is not in it: keep a copy of that apart. A database of many offices is copied by its own \
                  tools; copy the folder of files after it.")]
pub struct Backup {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Backup {
    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        if self.file.exists() {
            bail!(
                "{} is there already: a backup is never written over another",
                self.file.display()
            );
        }
        let database = house::database(settings).await?;
        let now = TimeSource::Machine.now();
        let copy = Copy(self.file.with_added_extension("database"));
        said.progress("copying the database");
        if !database
            .copy_to(&copy.0)
            .await
            .with_context(|| copy.0.display().to_string())?
        {
            bail!(
                "a database of many offices is copied by its own tools; copy {} after it",
                settings.data.display()
            );
        }
        said.progress("checking the copy");
        let entries = all_fits(&copy.0).await?;
        // Listed after the copy: a file is on the disk before any row tells of it.
        let mut sources = vec![(DATABASE.to_owned(), copy.0.clone())];
        list(&settings.data, FILES, &mut sources)?;
        said.progress(&format!("copying {} sealed files", sources.len() - 1));
        backup::write(&self.file, now, &sources)?;
        let manifest = backup::check(&self.file)?;
        let (files, bytes) = (manifest.files.len() - 1, manifest.n_bytes());
        said.answer(
            &format!(
                "{}: {entries} lines of the ledger, {files} sealed files, {bytes} bytes; read again and checked.\n\
                 Keep it apart from {}.",
                self.file.display(),
                settings.key_file.display()
            ),
            &json!({ "ok": true, "entries": entries, "files": files, "bytes": bytes }),
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// A passing copy, and what the engine puts beside it when it is opened.
struct Copy(PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        for beside in ["", "-wal", "-shm"] {
            let mut path = self.0.clone().into_os_string();
            path.push(beside);
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Walks every office's ledger and rows, and answers how many lines there are.
pub async fn all_fits(file: &Path) -> Result<i64> {
    let database = Database::open(&DatabaseUrl::of_file(file)).await?;
    let desk = Desk::new(database, TimeSource::Machine, Chance::System);
    let mut entries = 0;
    for office in desk.offices().await? {
        match ledger::verify(desk.database(), office.id).await? {
            Ok(fits) => entries += fits.lines,
            Err(fault) => bail!("{} does not fit: {fault}", office.slug),
        }
    }
    Ok(entries)
}

/// Every file below a folder, under the name it has in a backup.
fn list(folder: &Path, name: &str, sources: &mut Vec<(String, PathBuf)>) -> Result<()> {
    let entries = match folder.read_dir() {
        Ok(entries) => entries,
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(fault) => return Err(fault).with_context(|| folder.display().to_string()),
    };
    for entry in entries {
        let entry = entry?;
        let name = format!("{name}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), sources)?;
        } else {
            sources.push((name, entry.path()));
        }
    }
    Ok(())
}
