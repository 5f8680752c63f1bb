//! `casework verify`: walks the ledger and what it covers, and names the first thing that does not fit.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use serde_json::json;
use store::{
    Chance, Desk, TimeSource,
    ledger::{self, ExportFault},
};

use crate::{house, said::Said, settings::Settings};

/// Check that nothing of the ledger or of what it covers was changed.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: casework verify --export-to ledger.jsonl, and on any other machine: casework verify --export ledger.jsonl\n\
                  A ledger cut short and given a new head fits by itself: compare the number of lines and the root with \
                  those noted elsewhere."
)]
pub struct Verify {
    /// After checking, write the ledger to a file that can be checked without the database.
    #[arg(long, value_name = "FILE", conflicts_with = "export")]
    export_to: Option<PathBuf>,
    /// Check such a file instead of the database.
    #[arg(long, value_name = "FILE", alias = "check")]
    export: Option<PathBuf>,
    /// The office meant, by its short name; all of them if not said.
    #[arg(long, value_name = "SLUG")]
    pub office: Option<String>,
}

impl Verify {
    pub fn of_a_file(&self) -> Option<&Path> {
        self.export.as_deref()
    }

    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let database = house::database(settings).await?;
        let desk = Desk::new(database, TimeSource::Machine, Chance::System);
        let offices = match (&settings.office, &self.export_to) {
            (None, None) => desk.offices().await?,
            // One file holds one office's ledger.
            _ => vec![house::office(&desk, settings).await?],
        };
        if offices.is_empty() {
            bail!("there is no office here yet: run `casework init`");
        }
        let (mut lines, mut told, mut entries) = (Vec::new(), Vec::new(), 0);
        for office in offices {
            match ledger::verify(desk.database(), office.id).await? {
                Ok(fits) => {
                    entries += fits.lines;
                    let root = hex(&fits.root);
                    lines.push(format!(
                        "{}: all fits. {} lines, {} rows, {} reads; root {root}",
                        office.slug, fits.lines, fits.rows, fits.reads
                    ));
                    told.push(json!({
                        "office": office.slug, "entries": fits.lines, "rows": fits.rows, "reads": fits.reads,
                        "root": root,
                    }));
                }
                Err(fault) => {
                    let object = json!({
                        "ok": false, "office": office.slug, "first_bad": fault.seq(), "why": fault.to_string(),
                    });
                    return Ok(does_not_fit(said, &format!("{}: {fault}", office.slug), &object));
                }
            }
            if let Some(file) = &self.export_to {
                write_export(&desk, office.id, file)
                    .await
                    .with_context(|| file.display().to_string())?;
                lines.push(format!(
                    "{}: the ledger, to be checked by `casework verify --export`",
                    file.display()
                ));
            }
        }
        said.answer(
            &lines.join("\n"),
            &json!({ "ok": true, "entries": entries, "offices": told }),
        );
        Ok(ExitCode::SUCCESS)
    }
}

async fn write_export(desk: &Desk, office: domain::ids::OfficeId, file: &Path) -> Result<()> {
    let mut out = BufWriter::new(File::create_new(file)?);
    ledger::export(desk.database(), office, &mut out).await?;
    out.flush()?;
    out.get_ref().sync_all()?;
    Ok(())
}

/// Checks a file by itself, without any database.
pub fn check_file(file: &Path, said: Said) -> Result<ExitCode> {
    let name = file.display();
    let open = File::open(file)
        .with_context(|| format!("{name} (`casework verify --export-to` writes such a file)"))?;
    match ledger::check_export(BufReader::new(open)) {
        Ok((entries, root)) => {
            let lines = format!("{name}: all fits. {entries} lines; root {root}");
            said.answer(&lines, &json!({ "ok": true, "entries": entries, "root": root }));
            Ok(ExitCode::SUCCESS)
        }
        Err(ExportFault::File(fault)) => Err(fault).with_context(|| name.to_string()),
        Err(ExportFault::Ledger(fault)) => {
            let object = json!({ "ok": false, "first_bad": fault.seq(), "why": fault.to_string() });
            Ok(does_not_fit(said, &format!("{name}: {fault}"), &object))
        }
        Err(fault @ ExportFault::Unreadable { .. }) => {
            let object = json!({ "ok": false, "first_bad": 0, "why": fault.to_string() });
            Ok(does_not_fit(said, &format!("{name}: {fault}"), &object))
        }
    }
}

fn does_not_fit(said: Said, line: &str, object: &serde_json::Value) -> ExitCode {
    said.answer(&format!("Does not fit: {line}"), object);
    ExitCode::FAILURE
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
