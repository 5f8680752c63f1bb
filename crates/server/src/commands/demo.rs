//! `casework demo`: an invented office in a folder of its own, lived through up to a Monday on which its clock stands
//! still until somebody sets it forward.

use std::{
    fs::OpenOptions,
    io::Write as _,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use actions::House;
use anyhow::{Context as _, Result, bail};
use clap::Args;
use jobs::outbox::Outbox;
use pages::app::DoorSettings;
use serde_json::json;
use store::{
    Chance,
    engine::{Database, DatabaseUrl},
};
use testkit::town::{self, Town};

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
    now: Option<jiff::Timestamp>,
}

impl Demo {
    pub async fn run(&self, owner_url: Option<String>, said: Said) -> Result<ExitCode> {
        log::begin(tracing::Level::WARN, false);
        let bound = door::bind(self.listen).await?;
        let folder = Folder::open(self.dir.as_deref())?;
        let (app_url, database) = self.database(owner_url, folder.path()).await?;
        let house = house(database, folder.path())?;
        if !house.desk().offices().await?.is_empty() {
            bail!("there is an office here already: a demo wants an empty folder or an empty database");
        }
        said.progress("furnishing the demo office");
        let town = town::found(&house).await?;
        if let Some(now) = self.now {
            house.desk().time().set(now);
        }
        let outbox_folder = folder.path().join("outbox");
        let outbox = Outbox::folder(&outbox_folder)?;
        let config = write_config(folder.path(), &app_url)?;
        tell(said, &town, &format!("http://{}", bound.address), &config);
        let door = DoorSettings {
            secure_cookies: false,
            office_slug: None,
            demo_logins: town.logins.into_iter().map(|l| (l.login, l.password)).collect(),
            outbox_folder: Some(outbox_folder),
        };
        let jobs = jobs::start(house.clone(), Arc::new(outbox), jobs::Pace::default());
        bound.serve(house, door).await?;
        jobs.stop().await;
        Ok(ExitCode::SUCCESS)
    }

    /// Makes the tables, and opens the database as the application.
    async fn database(&self, owner_url: Option<String>, folder: &Path) -> Result<(String, Database)> {
        let url = |text: &str| text.parse::<DatabaseUrl>().map_err(anyhow::Error::msg);
        let (owner, said) = match owner_url {
            Some(text) => (url(&text)?, text),
            None => (
                DatabaseUrl::in_folder(folder),
                DatabaseUrl::in_folder(folder).to_string(),
            ),
        };
        let as_owner = Database::open(&owner).await.with_context(|| owner.to_string())?;
        store::migrate(&as_owner).await?;
        drop(as_owner);
        let said = self.app_database.clone().unwrap_or(said);
        let app = url(&said)?;
        let database = Database::open(&app).await.with_context(|| app.to_string())?;
        Ok((said, database))
    }
}

fn house(database: Database, folder: &Path) -> Result<House> {
    let objects = folder.join("data");
    make_folder(&objects)?;
    let parts = town::house_parts(database, objects)?;
    let key_file = folder.join(KEY_FILE);
    if !key_file.exists() {
        parts.root_key.write_new(&key_file)?;
    }
    Ok(House::new(parts))
}

const KEY_FILE: &str = "casework.key";

/// So that the other commands find the demo too, as `casework --config FILE intake letter.eml`.
fn write_config(folder: &Path, database: &str) -> Result<PathBuf> {
    let folder = folder.canonicalize()?;
    let path = folder.join("casework.toml");
    let mut text = String::from("# The demo office, for the other commands while it runs.\n");
    let quoted = |path: &Path| serde_json::Value::from(path.to_string_lossy()).to_string();
    let settings = [
        ("database", serde_json::Value::from(database).to_string()),
        ("data", quoted(&folder.join("data"))),
        ("key_file", quoted(&folder.join(KEY_FILE))),
    ];
    for (name, value) in settings {
        text.push_str(&format!("{name} = {value}\n"));
    }
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .with_context(|| path.display().to_string())?;
    Ok(path)
}

fn tell(said: Said, town: &Town, address: &str, config: &Path) {
    let mut lines = vec![
        format!("Address: {address}"),
        format!("Mail: casework --config {} intake FILE", config.display()),
        String::new(),
    ];
    lines.extend(
        town.logins
            .iter()
            .map(|l| format!("{}  {}  {}  {}", l.login, l.password, l.role, l.name)),
    );
    let rows: Vec<_> = town
        .logins
        .iter()
        .map(|l| json!({ "login": l.login, "password": l.password, "role": l.role.as_str(), "name": l.name }))
        .collect();
    let object = json!({ "ok": true, "address": address, "config": config, "logins": rows });
    said.answer(&lines.join("\n"), &object);
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
