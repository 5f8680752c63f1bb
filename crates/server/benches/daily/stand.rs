//! The stand: an office with very many cases, the real program serving it, and a copy of its database for bare SQL.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use actions::{House, office::FoundOffice};
use anyhow::{Context as _, Result, bail};
use domain::ids::OfficeId;
use files::RootKey;
use server::settings::{Flags, Settings};
use store::{
    TimeSource,
    engine::{Database, DatabaseUrl},
};
use testkit::{
    caller::Caller,
    plenty::{Made, furnish, let_in, login},
    postgres::{Cluster, TestDatabase, Wishes},
};

use crate::cost;

const PASSWORD: &str = "nine quiet herons by the kettle";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub const fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        }
    }
}

/// All that is measured against.
pub struct Stand {
    pub made: Made,
    pub office: OfficeId,
    pub house: House,
    /// The house's data in a second database, for bare SQL.
    pub floor: Database,
    pub caller: Caller,
    pub database_bytes: u64,
    pub making: Duration,
    pub first_page: Duration,
    program: Child,
    cluster: Option<Cluster>,
    // Goes last.
    _folder: Folder,
}

/// A folder of its own under the build folder, so that it lies on a disk.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Stand {
    pub async fn make(engine: Engine, cases: usize) -> Result<Self> {
        let folder =
            Folder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{}", std::process::id())));
        std::fs::create_dir_all(&folder.0)?;
        let cluster = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Cluster::start(&Wishes {
                settings: &["shared_buffers=256MB", "max_wal_size=2GB"],
                ..Wishes::default()
            })?),
        };
        let began = Instant::now();
        let (url, floor, (made, office)) = match &cluster {
            None => on_sqlite(&folder.0, cases).await?,
            Some(cluster) => on_postgres(cluster, &folder.0, cases).await?,
        };
        let making = began.elapsed();
        let database_bytes = size(&url, cluster.as_ref()).await?;
        let settings = settings(&folder.0, &url)?;
        let (program, address, first_page) = serve(&folder.0, &url)?;
        let mut caller = Caller::at(&address);
        caller.log_in(&login(0), PASSWORD)?;
        let database = Database::open(&url).await?;
        let key = RootKey::load(&settings.key_file)?;
        Ok(Self {
            made,
            office,
            house: server::house::build(&settings, database, key, TimeSource::Machine)?,
            floor: Database::open(&floor).await?,
            caller,
            database_bytes,
            making,
            first_page,
            program,
            cluster,
            _folder: folder,
        })
    }

    /// CPU time of the program, and of the database's own processes.
    pub fn cpu(&self) -> [Duration; 2] {
        [cost::cpu_of(self.program.id()), self.cpu_of_database()]
    }

    pub fn cpu_of_database(&self) -> Duration {
        let family = self.cluster.as_ref().map(Cluster::processes).unwrap_or_default();
        cost::cpu_of_family(&family)
    }

    pub fn memory(&self) -> u64 {
        cost::memory_of(self.program.id())
    }

    /// The password everybody types, to come in at another door of the same office.
    pub fn log_in_at(&self, address: &str) -> Result<Caller> {
        let mut caller = Caller::at(address);
        caller.log_in(&login(0), PASSWORD)?;
        Ok(caller)
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

type Filled = (DatabaseUrl, DatabaseUrl, (Made, OfficeId));

async fn on_sqlite(folder: &Path, cases: usize) -> Result<Filled> {
    let url = DatabaseUrl::in_folder(folder);
    let database = Database::open(&url).await?;
    store::migrate(&database).await?;
    let filled = fill(folder, &url, database.clone(), cases).await?;
    let copy = folder.join("floor.db");
    database.copy_to(&copy).await?;
    Ok((url, DatabaseUrl::Sqlite(copy), filled))
}

async fn on_postgres(cluster: &Cluster, folder: &Path, cases: usize) -> Result<Filled> {
    let mut filled = None;
    let template = cluster
        .template("plenty", |made: TestDatabase| {
            let filled = &mut filled;
            async move {
                let owner = Database::open(&DatabaseUrl::Postgres(made.owner_url)).await?;
                store::migrate(&owner).await?;
                let url = DatabaseUrl::Postgres(made.app_url);
                let database = Database::open(&url).await?;
                *filled = Some(fill(folder, &url, database, cases).await?);
                Ok::<(), anyhow::Error>(())
            }
        })
        .await?;
    let [app, floor] = [template.database().await?, template.database().await?];
    for each in [&app, &floor] {
        tidy_up(&cluster.superuser_url(&each.name)).await?;
    }
    let url = |made: TestDatabase| DatabaseUrl::Postgres(made.app_url);
    Ok((url(app), url(floor), filled.context("the template was filled")?))
}

/// What the server does by itself in the first minutes after so many rows came in: done now, not while we measure.
async fn tidy_up(superuser: &str) -> Result<()> {
    let database = Database::open(&DatabaseUrl::Postgres(superuser.to_owned())).await?;
    let mut tx = database.read(None, store::engine::Deadline::NONE).await?;
    tx.batch("commit; vacuum analyze; checkpoint; begin").await?;
    tx.rollback().await?;
    Ok(())
}

async fn fill(
    folder: &Path,
    url: &DatabaseUrl,
    database: Database,
    cases: usize,
) -> Result<(Made, OfficeId)> {
    let settings = settings(folder, url)?;
    let key = RootKey::from_bytes([29; 32]);
    key.write_new(&settings.key_file)?;
    std::fs::create_dir_all(&settings.data)?;
    let now = TimeSource::Machine.now();
    let house = server::house::build(&settings, database, key, TimeSource::standing_at(now))?;
    let (office, _) = actions::office::found(&house, an_office()).await?;
    let workers = let_in(&house, office, PASSWORD).await?;
    let made = furnish(&house, office, workers, cases, now, |n| {
        if n.is_multiple_of(10_000) {
            eprintln!("  {n} cases");
        }
    })
    .await?;
    Ok((made, office))
}

fn settings(folder: &Path, url: &DatabaseUrl) -> Result<Settings> {
    let at = match url {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    let file = folder.join("casework.toml");
    let path = |name: &str| folder.join(name).display().to_string();
    let text = format!(
        "database = \"{at}\"\ndata = \"{}\"\nkey_file = \"{}\"\noutbox = \"folder:{}\"\n[log]\nlevel = \"error\"\n",
        path("data"),
        path("casework.key"),
        path("outbox"),
    );
    std::fs::write(&file, text)?;
    let flags = Flags {
        config: Some(file),
        ..Flags::default()
    };
    Ok(Settings::load(&flags)?)
}

/// Starts the program, and answers how long it took until the first page was there.
fn serve(folder: &Path, url: &DatabaseUrl) -> Result<(Child, String, Duration)> {
    settings(folder, url)?;
    let began = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_casework"))
        .args(["serve", "--listen", "127.0.0.1:0"])
        .current_dir(folder)
        .stdout(Stdio::piped())
        .spawn()?;
    let out = program.stdout.take().context("standard output was asked for")?;
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line)?;
    let Some(address) = line.trim().strip_prefix("Address: http://") else {
        bail!("the program does not start: {line}");
    };
    let page = Caller::at(address).get("/login")?;
    let took = began.elapsed();
    if page.code != 200 || !page.body.contains("name=\"password\"") {
        bail!("the first page is no login page: {}", page.code);
    }
    Ok((program, address.to_owned(), took))
}

async fn size(url: &DatabaseUrl, cluster: Option<&Cluster>) -> Result<u64> {
    match (url, cluster) {
        (DatabaseUrl::Sqlite(path), _) => Ok(std::fs::metadata(path)?.len()),
        (DatabaseUrl::Postgres(_), _) => {
            let database = Database::open(url).await?;
            let mut tx = database.read(None, store::engine::Deadline::NONE).await?;
            let n: Vec<(i64,)> = tx
                .all_made("select pg_database_size(current_database())", &[])
                .await?;
            tx.rollback().await?;
            Ok(n.first().and_then(|(n,)| u64::try_from(*n).ok()).unwrap_or(0))
        }
    }
}

fn an_office() -> FoundOffice {
    FoundOffice {
        name: "Office of Representative Imogen Vale".into(),
        slug: "vale".into(),
        zone: "America/Chicago".into(),
        calendar: "us-federal".into(),
        cadence_days: 14,
        totp_required: false,
        language: "en".into(),
        mail_from: "help@vale.example".into(),
        phone: "(555) 013-0100".into(),
        programmes: vec![("Constituent services".into(), "constituent-casework".into())],
        admin_name: "The administrator".into(),
        admin_login: "administrator".into(),
        admin_password: PASSWORD.into(),
    }
}
