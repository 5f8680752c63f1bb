//! `casework demo`: an invented office in a folder of its own, on a Monday that stands still, with a login of each role.

use std::{
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use actions::House;
use anyhow::{Context as _, Result, bail};
use clap::Args;
use jiff::Timestamp;
use pages::app::DoorSettings;
use serde_json::json;
use store::{
    Chance,
    engine::{Database, DatabaseUrl},
};
use testkit::town;

use crate::{
    door::{self, log},
    said::Said,
};

/// Open a demo office in a temporary folder and print its logins.
#[derive(Debug, Args)]
#[command(after_help = "Example: casework demo --listen 127.0.0.1:8080\n\
                  Everything in it is invented. It ends on Ctrl-C, and a temporary folder goes with it.")]
pub struct Demo {
    /// An empty folder to keep the office in; without it a temporary one.
    #[arg(long, value_name = "FOLDER")]
    dir: Option<PathBuf>,
    /// The address and port to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: std::net::SocketAddr,
    /// With --database: the application's login, if it is not the owner's.
    #[arg(long, value_name = "URL")]
    app_database: Option<String>,
    /// Another instant than the town's own Monday morning; nothing happens between the two.
    #[arg(long, value_name = "INSTANT", hide = true)]
    now: Option<Timestamp>,
}

impl Demo {
    pub async fn run(&self, owner_url: Option<String>, said: Said) -> Result<ExitCode> {
        log::begin(tracing::Level::WARN, false);
        let bound = door::bind(self.listen).await?;
        let folder = Folder::open(self.dir.as_deref())?;
        let database = self.database(owner_url, folder.path()).await?;
        let house = house(database, folder.path())?;
        if !house.desk().offices().await?.is_empty() {
            bail!("there is an office here already: a demo wants an empty folder or an empty database");
        }
        said.progress("furnishing the demo office");
        let town = town::found(&house).await?;
        if let Some(now) = self.now {
            house.desk().time().set(now);
        }
        let logins = town.logins;
        let outbox = folder.path().join("outbox");
        make_folder(&outbox)?;
        let address = format!("http://{}", bound.address);
        let mut lines = vec![format!("Address: {address}"), String::new()];
        lines.extend(
            logins
                .iter()
                .map(|l| format!("{}  {}  {}  {}", l.login, l.password, l.role, l.name)),
        );
        let rows: Vec<_> = logins
            .iter()
            .map(|l| json!({ "login": l.login, "password": l.password, "role": l.role.as_str(), "name": l.name }))
            .collect();
        said.answer(
            &lines.join("\n"),
            &json!({ "ok": true, "address": address, "logins": rows }),
        );
        let door = DoorSettings {
            secure_cookies: false,
            office_slug: None,
            demo_logins: logins.into_iter().map(|l| (l.login, l.password)).collect(),
            outbox_folder: Some(outbox),
        };
        bound.serve(house, door).await?;
        Ok(ExitCode::SUCCESS)
    }

    async fn database(&self, owner_url: Option<String>, folder: &Path) -> Result<Database> {
        let owner: DatabaseUrl = match owner_url {
            Some(url) => url.parse().map_err(anyhow::Error::msg)?,
            None => DatabaseUrl::in_folder(folder),
        };
        let app = match &self.app_database {
            Some(url) => url.parse().map_err(anyhow::Error::msg)?,
            None => owner.clone(),
        };
        let as_owner = Database::open(&owner).await.with_context(|| owner.to_string())?;
        store::migrate(&as_owner).await?;
        drop(as_owner);
        Database::open(&app).await.with_context(|| app.to_string())
    }
}

/// The house of the town. Its key lies in its file, so that the other commands open what the demo sealed.
fn house(database: Database, folder: &Path) -> Result<House> {
    let objects = folder.join("data");
    make_folder(&objects)?;
    let parts = town::house_parts(database, objects)?;
    let key_file = folder.join("casework.key");
    if !key_file.exists() {
        parts.root_key.write_new(&key_file)?;
    }
    Ok(House::new(parts))
}

/// Where the demo lies; a temporary folder goes with it.
enum Folder {
    Named(PathBuf),
    Temporary(PathBuf),
}

impl Folder {
    fn open(named: Option<&Path>) -> Result<Self> {
        if let Some(path) = named {
            make_folder(path)?;
            return Ok(Self::Named(path.to_owned()));
        }
        let path = std::env::temp_dir().join(format!("casework-demo-{}", Chance::System.uuid().simple()));
        make_folder(&path)?;
        Ok(Self::Temporary(path))
    }

    fn path(&self) -> &Path {
        match self {
            Self::Named(path) | Self::Temporary(path) => path,
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Self::Temporary(path) = self {
            let _ = std::fs::remove_dir_all(path);
        }
    }
}

fn make_folder(path: &Path) -> Result<()> {
    let made = std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path);
    made.with_context(|| path.display().to_string())
}
