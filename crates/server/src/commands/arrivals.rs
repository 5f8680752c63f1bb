//! `casework arrivals export`: what came in, bit for bit, so that anybody can compare.

use std::{path::PathBuf, process::ExitCode};

use actions::arrivals::export;
use anyhow::Result;
use clap::{Args, Subcommand};
use serde_json::json;

use crate::{
    house,
    said::{Said, in_words},
    settings::Settings,
};

/// What came in.
#[derive(Debug, Args)]
pub struct Arrivals {
    #[command(subcommand)]
    what: What,
    /// The office meant, by its short name, where there are several.
    #[arg(long, global = true, value_name = "SLUG")]
    pub office: Option<String>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write the raw bytes of every arrival into a folder, one file each, named by its SHA-256.
    #[command(
        after_help = "Example: casework arrivals export mail-copy\nEach message given out is on record as read."
    )]
    Export {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

impl Arrivals {
    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let What::Export { folder } = &self.what;
        let house = house::open(settings).await?;
        let office = house::office(house.desk(), settings).await?;
        let done = export(&house, office.id, folder, |so_far| {
            said.progress(&format!("{} messages", so_far.messages));
        })
        .await
        .map_err(in_words)?;
        said.answer(
            &format!(
                "{} messages, {} bytes: {}",
                done.messages,
                done.bytes,
                folder.display()
            ),
            &json!({ "ok": true, "messages": done.messages, "bytes": done.bytes, "folder": folder }),
        );
        Ok(ExitCode::SUCCESS)
    }
}
