//! `casework serve`: the staff pages of an office, until somebody ends them.

use std::{process::ExitCode, sync::Arc};

use anyhow::Result;
use clap::Args;
use jobs::outbox::Outbox;
use pages::app::DoorSettings;

use crate::{
    door, house,
    said::Said,
    settings::{OutboxSettings, Settings},
};

/// Serve the staff pages.
#[derive(Debug, Args)]
#[command(after_help = "Example: casework serve --listen 127.0.0.1:8080\nIt ends on Ctrl-C and on SIGTERM.")]
pub struct Serve {
    /// The address and port to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<String>,
}

impl Serve {
    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let house = house::open(settings).await?;
        let offices = house.desk().offices().await?;
        // Where nobody is named and there are several, it is said now and not at the first login.
        let office = house::office(house.desk(), settings).await?;
        let door = DoorSettings {
            secure_cookies: settings.secure_cookies,
            office_slug: (offices.len() > 1).then(|| office.slug.clone()),
            demo_logins: Vec::new(),
            outbox_folder: match &settings.outbox {
                OutboxSettings::Folder(folder) => Some(folder.clone()),
                OutboxSettings::Smtp(_) => None,
            },
        };
        let outbox = outbox(&settings.outbox)?;
        let bound = door::bind(settings.listen).await?;
        said.answer(
            &format!("Address: http://{}", bound.address),
            &serde_json::json!({ "ok": true, "address": format!("http://{}", bound.address) }),
        );
        let jobs = jobs::start(house.clone(), Arc::new(outbox), jobs::Pace::default());
        bound.serve(house, door).await?;
        jobs.stop().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// The way out, with a slip in its settings found now and not with the first letter.
fn outbox(settings: &OutboxSettings) -> Result<Outbox> {
    Ok(match settings {
        OutboxSettings::Folder(folder) => Outbox::folder(folder)?,
        OutboxSettings::Smtp(smtp) => Outbox::smtp(smtp)?,
    })
}
