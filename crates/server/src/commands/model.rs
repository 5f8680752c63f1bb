//! `casework model check`: what is wrong with a case model, and where, before an office works by it.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context as _, Result};
use clap::{Args, Subcommand};
use domain::cases::model::Model;
use serde_json::json;

use crate::{house, said::Said};

/// Case models.
#[derive(Debug, Args)]
pub struct ModelCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Say what is wrong with a case model, each with file, line and column.
    #[command(after_help = "Example: casework model check models/housing.yaml")]
    Check {
        file: PathBuf,
        /// A folder of calendars the model may name, beside those compiled in.
        #[arg(long, value_name = "FOLDER")]
        calendars: Option<PathBuf>,
    },
}

impl ModelCommand {
    pub fn run(&self, said: Said) -> Result<ExitCode> {
        let What::Check { file, calendars } = &self.what;
        let name = file.display();
        let text = std::fs::read_to_string(file).with_context(|| name.to_string())?;
        let calendars = house::calendars(calendars.as_deref())?;
        match Model::check_with(&text, &calendars) {
            Ok(model) => {
                let line = format!(
                    "{name}: {} version {}: nothing is wrong with it.",
                    model.id, model.version
                );
                said.answer(
                    &line,
                    &json!({ "ok": true, "id": model.id, "version": model.version }),
                );
                Ok(ExitCode::SUCCESS)
            }
            Err(faults) => {
                let lines: Vec<String> = faults.iter().map(|fault| format!("{name}:{fault}")).collect();
                let told: Vec<_> = faults
                    .iter()
                    .map(|f| json!({ "line": f.line, "column": f.column, "key": f.kind.key(), "why": f.to_string() }))
                    .collect();
                said.answer(&lines.join("\n"), &json!({ "ok": false, "faults": told }));
                Ok(ExitCode::FAILURE)
            }
        }
    }
}
