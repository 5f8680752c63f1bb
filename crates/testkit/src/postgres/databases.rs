//! Databases by the dozen: a template is filled once, each test gets a copy of it that nobody else touches.

use std::collections::HashMap;
use std::fmt::Display;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio_postgres::NoTls;

use super::{Cluster, PostgresError};

/// What a cluster knows of its databases.
#[derive(Default)]
pub(super) struct Databases {
    count: AtomicU32,
    templates: tokio::sync::Mutex<HashMap<&'static str, String>>,
}

/// A filled database that is only ever copied.
pub struct Template<'c> {
    cluster: &'c Cluster,
    database: String,
}

/// A database of one test's own.
#[derive(Clone, Debug)]
pub struct TestDatabase {
    /// Its name in the cluster.
    pub name: String,
    /// For migrations: owns the tables, may change them, does not bypass row security.
    pub owner_url: String,
    /// For everything else: may do what it was granted.
    pub app_url: String,
}

impl Cluster {
    /// The template of that name; `fill` gets the owner's address and runs only for the first who asks.
    pub async fn template<Filled, Refused>(
        &self,
        name: &'static str,
        fill: impl FnOnce(TestDatabase) -> Filled,
    ) -> Result<Template<'_>, PostgresError>
    where
        Filled: Future<Output = Result<(), Refused>>,
        Refused: Display,
    {
        // Held while it is filled: the others wait and then find it ready.
        let mut templates = self.databases.templates.lock().await;
        if let Some(database) = templates.get(name) {
            return Ok(Template {
                cluster: self,
                database: database.clone(),
            });
        }
        let made = self.empty_database().await?;
        fill(made.clone())
            .await
            .map_err(|why| PostgresError::new(format_args!("template `{name}`: {why}")))?;
        // A copy is refused while anybody is connected to the original.
        let database = made.name;
        let alone = format!(
            "alter database {database} allow_connections false;
             select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'"
        );
        run(&self.superuser_url("postgres"), &[&alone]).await?;
        templates.insert(name, database.clone());
        Ok(Template {
            cluster: self,
            database,
        })
    }

    /// A database with nothing in it but the rights of the two roles.
    pub async fn empty_database(&self) -> Result<TestDatabase, PostgresError> {
        self.copy_of("template0").await
    }

    async fn copy_of(&self, original: &str) -> Result<TestDatabase, PostgresError> {
        let number = self.databases.count.fetch_add(1, Ordering::Relaxed);
        let name = format!("casework_{number}");
        let create = format!("create database {name} template {original} owner casework_owner");
        let close = format!("revoke all on database {name} from public");
        let open = format!("grant connect on database {name} to casework_app, casework_owner");
        run(&self.superuser_url("postgres"), &[&create, &close, &open]).await?;
        Ok(TestDatabase {
            owner_url: self.url("casework_owner", &name),
            app_url: self.url("casework_app", &name),
            name,
        })
    }
}

impl Template<'_> {
    /// A fresh copy.
    pub async fn database(&self) -> Result<TestDatabase, PostgresError> {
        self.cluster.copy_of(&self.database).await
    }
}

/// Runs each statement by itself: `create database` refuses company.
async fn run(url: &str, statements: &[&str]) -> Result<(), PostgresError> {
    let (client, connection) = tokio_postgres::connect(url, NoTls)
        .await
        .map_err(|why| told(&why))?;
    let connection = tokio::spawn(connection);
    for statement in statements {
        client.batch_execute(statement).await.map_err(|why| told(&why))?;
    }
    drop(client);
    // Waits for the goodbye, so that the next who counts connections does not find this one.
    let _ = connection.await;
    Ok(())
}

/// The driver's own words are only `db error`; the server's lie beneath.
fn told(why: &tokio_postgres::Error) -> PostgresError {
    match why.as_db_error() {
        Some(server) => PostgresError::new(server),
        None => PostgresError::new(why),
    }
}
