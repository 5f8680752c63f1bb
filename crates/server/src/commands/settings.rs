//! `casework settings`: what is in force and where it was said, without passwords.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use serde_json::{Map, Value, json};

use crate::{said::Said, settings::Settings};

/// Print what is set, where it was said, and nothing secret.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: casework settings\nWhat each setting is for stands in docs/office/settings.md."
)]
pub struct Show {}

impl Show {
    pub fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let width = settings
            .effective()
            .map(|(setting, ..)| setting.name.len())
            .max()
            .unwrap_or(0);
        let lines: Vec<String> = settings
            .effective()
            .map(|(setting, value, place)| format!("{:<width$}  {value}  [{place}]", setting.name))
            .collect();
        let mut object = Map::new();
        for (setting, value, place) in settings.effective() {
            object.insert(
                setting.name.to_owned(),
                json!({ "value": value, "from": place.to_string() }),
            );
        }
        said.answer(
            &lines.join("\n"),
            &json!({ "ok": true, "settings": Value::Object(object) }),
        );
        Ok(ExitCode::SUCCESS)
    }
}
