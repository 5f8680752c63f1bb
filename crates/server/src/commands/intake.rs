//! `casework intake`: mail that lies in files becomes arrivals. The same message twice is one arrival, so that a run
//! that was stopped can be run again.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use actions::arrivals::{Carried, NotCarried, Source, run};
use anyhow::Result;
use clap::Args;
use serde_json::json;

use crate::{house, said::Said, settings::Settings};

/// Take e-mail in: files, mailboxes, folders, or standard input.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: casework intake mail/inbox.mbox letters/, or: casework intake - < message.eml\n\
                  What cannot be read is kept bit for bit and shown to a person. Answers 1 where a file could not be \
                  carried in at all."
)]
pub struct Intake {
    /// Files (one message or an mbox each, whatever the ending), folders of them, or - for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The office meant, by its short name, where there are several.
    #[arg(long, value_name = "SLUG")]
    pub office: Option<String>,
}

/// How often progress is told.
const TELL: Duration = Duration::from_secs(1);

impl Intake {
    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let house = house::open(settings).await?;
        let office = house::office(house.desk(), settings).await?;
        let sources = self.paths.iter().map(|path| source(path)).collect();
        let mut told = Instant::now();
        let carried = run(&house, office.id, sources, |so_far| {
            if told.elapsed() >= TELL {
                told = Instant::now();
                said.progress(&format!("{} messages, {} new", so_far.messages, so_far.new));
            }
        })
        .await;
        for failed in &carried.failed {
            said.progress(&format!("{}: {}", failed.path, why(&failed.why)));
        }
        said.answer(&summary(&carried), &object(&carried));
        Ok(ExitCode::from(carried.exit_code()))
    }
}

fn source(path: &Path) -> Source {
    if path.as_os_str() == "-" {
        Source::Stream("standard input".to_owned(), Box::new(std::io::stdin()))
    } else {
        Source::Path(path.to_owned())
    }
}

fn summary(carried: &Carried) -> String {
    format!(
        "{} messages: {} new, {} here already.\nOf the new: {} seem to answer a case, {} no person wrote, {} cannot be \
         read and wait for a person.\n{} could not be carried in.",
        carried.messages,
        carried.new,
        carried.again,
        carried.joined,
        carried.automatic(),
        carried.unreadable(),
        carried.failed.len()
    )
}

fn object(carried: &Carried) -> serde_json::Value {
    let failures: Vec<_> = carried
        .failed
        .iter()
        .map(|f| json!({ "path": f.path, "why": why(&f.why) }))
        .collect();
    json!({
        "messages": carried.messages, "new": carried.new, "joined": carried.joined, "duplicates": carried.again,
        "automatic": carried.automatic(), "quarantined": carried.unreadable(), "failed": carried.failed.len(),
        "failures": failures,
    })
}

fn why(not: &NotCarried) -> String {
    match not {
        NotCarried::NotThere => "it is not there".to_owned(),
        NotCarried::NotAllowed => "it may not be read by us".to_owned(),
        NotCarried::NotAFile => "it is not a file or a folder".to_owned(),
        NotCarried::TooLarge { most } => format!("it is larger than {} MiB", most >> 20),
        NotCarried::Disk(fault) | NotCarried::Store(fault) => fault.clone(),
    }
}
