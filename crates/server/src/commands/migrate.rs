//! `casework migrate`: each step is one transaction, so the tables are old or new and never between.

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Args;
use serde_json::json;
use store::engine::Database;

use crate::{said::Said, settings::Settings};

/// Bring the tables to the shape this version knows. Safe to run again.
#[derive(Debug, Args)]
#[command(after_help = "Example: casework migrate")]
pub struct Migrate {}

impl Migrate {
    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let owner = &settings.database_owner;
        let database = Database::open(owner).await.with_context(|| owner.to_string())?;
        let applied = store::migrate(&database).await?;
        let lines = match applied.as_slice() {
            [] => "Nothing to do: the tables have the shape this version knows.".to_owned(),
            steps => format!("Done: {}.", steps.join(", ")),
        };
        said.answer(&lines, &json!({ "ok": true, "applied": applied }));
        Ok(ExitCode::SUCCESS)
    }
}
