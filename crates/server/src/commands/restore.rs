//! `casework restore`: a backup becomes an office again, in an empty place and nowhere else.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use serde_json::json;

use super::backup::all_fits;
use crate::{
    backup::{self, DATABASE, FILES},
    said::Said,
    settings::Settings,
};

/// Put a backup back, where nothing is.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: casework restore /backups/office-2026-11-25.casework, then put the key file back.\n\
                  Every byte is checked before the first one is written."
)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Restore {
    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let Some(database) = settings.database.file() else {
            bail!("a backup of one office becomes a file again: name a file with --database");
        };
        refuse_what_is_there(database, &settings.data)?;
        said.progress("checking the backup");
        let manifest = backup::check(&self.file)?;
        said.progress("putting it back");
        backup::unpack(&self.file, |entry| match entry.path.strip_prefix(FILES) {
            Some(file) => Some(settings.data.join(file)),
            None => (entry.path == DATABASE).then(|| database.to_owned()),
        })?;
        let entries = all_fits(database).await?;
        let key = if settings.key_file.exists() {
            String::new()
        } else {
            format!("\nPut the key file back: {}", settings.key_file.display())
        };
        let files = manifest.files.len().saturating_sub(1);
        said.answer(
            &format!(
                "As of {}: {entries} lines of the ledger fit, {files} sealed files.{key}",
                manifest.made_at
            ),
            &json!({ "ok": true, "entries": entries, "files": files, "made_at": manifest.made_at }),
        );
        Ok(ExitCode::SUCCESS)
    }
}

fn refuse_what_is_there(database: &Path, data: &Path) -> Result<()> {
    if database.exists() {
        bail!(
            "{} is there already: a backup is put back where nothing is",
            database.display()
        );
    }
    let is_empty = match data.read_dir() {
        Ok(mut files) => files.next().is_none(),
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => true,
        Err(fault) => return Err(fault).with_context(|| data.display().to_string()),
    };
    if !is_empty {
        bail!(
            "{} is not empty: a backup is put back where nothing is",
            data.display()
        );
    }
    Ok(())
}
