//! What a test's database and files live in, and what takes them away afterwards.

use std::path::{Path, PathBuf};

use store::{
    Chance,
    engine::{Database, DatabaseUrl},
};

use crate::postgres::{Cluster, TestDatabase};

/// A folder for files, and the database.
pub struct Keeper {
    folder: PathBuf,
    /// None on SQLite, whose file lies in the folder.
    postgres: Option<TestDatabase>,
}

impl Keeper {
    fn new(postgres: Option<TestDatabase>) -> Self {
        let folder = room().join(format!("casework-test-{}", Chance::System.uuid()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Self { folder, postgres }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the sealed files lie.
    pub fn objects(&self) -> PathBuf {
        self.folder.join("objects")
    }

    /// The database as the application opens it.
    pub fn url(&self) -> DatabaseUrl {
        match &self.postgres {
            Some(made) => DatabaseUrl::Postgres(made.app_url.clone()),
            None => DatabaseUrl::Sqlite(self.folder.join("office.db")),
        }
    }
}

/// In memory where there is enough of it: each act of a test waits for its flush, and a disk takes its time.
fn room() -> &'static Path {
    static ROOM: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    ROOM.get_or_init(crate::postgres::room_in_memory)
}

impl Drop for Keeper {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub(crate) async fn sqlite() -> (Database, Keeper) {
    let keeper = Keeper::new(None);
    let database = Database::open(&keeper.url()).await.expect("SQLite opens");
    store::migrate(&database).await.expect("SQLite migrates");
    (database, keeper)
}

pub(crate) async fn postgres() -> (Database, Keeper) {
    let template = Cluster::shared()
        .template("house", |made: TestDatabase| async move {
            let owner = Database::open(&DatabaseUrl::Postgres(made.owner_url)).await?;
            store::migrate(&owner).await.map(|_| ())
        })
        .await
        .expect("a template database");
    let made = template.database().await.expect("a database of its own");
    let keeper = Keeper::new(Some(made));
    let database = Database::open(&keeper.url()).await.expect("PostgreSQL opens");
    (database, keeper)
}
