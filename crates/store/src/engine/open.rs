//! Opening the database an address names, and handing out transactions.

use std::{
    fmt,
    fs::OpenOptions,
    io::ErrorKind,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use deadpool_postgres::Pool;
use domain::ids::OfficeId;
use tokio::sync::{Mutex, Semaphore};

use super::{
    Connection, Transaction,
    connection::{Held, ReaderPool},
    postgres::{self, Postgres},
    sqlite::Sqlite,
};
use crate::StoreError;

/// How many SQLite readers run side by side.
const READERS: usize = 4;
/// How many PostgreSQL connections a process holds.
const POOL: usize = 16;

/// Where the database is: `sqlite:casework.db` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    Sqlite(PathBuf),
    Postgres(String),
}

impl DatabaseUrl {
    /// A database of one office in a folder of its own.
    pub fn in_folder(folder: &Path) -> Self {
        Self::Sqlite(folder.join("casework.db"))
    }

    /// A database of one office in this file.
    pub fn of_file(path: &Path) -> Self {
        Self::Sqlite(path.to_owned())
    }

    /// The file this names, if it names one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(path) => Some(path),
            Self::Postgres(_) => None,
        }
    }

    /// The file this names, where it names one that is not there.
    pub fn missing_file(&self) -> Option<&Path> {
        self.file().filter(|path| !path.exists())
    }
}

impl FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.trim_start_matches("//");
            return if path.is_empty() {
                Err("the address names no file: write sqlite:casework.db".into())
            } else {
                Ok(Self::Sqlite(path.into()))
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") || text.starts_with("host=") {
            return Ok(Self::Postgres(text.into()));
        }
        Err("a database address starts with sqlite: or postgres://".into())
    }
}

impl fmt::Display for DatabaseUrl {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => match (url.find("://"), url.rfind('@')) {
                (Some(scheme), Some(at)) => write!(f, "{}://…{}", &url[..scheme], &url[at..]),
                _ => f.write_str("postgres (a key=value address)"),
            },
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// How long one unit of work may take before it is given up.
#[derive(Debug, Clone, Copy)]
pub struct Deadline(pub Option<Duration>);

impl Deadline {
    /// What a page waits for.
    pub const PAGE: Self = Self(Some(Duration::from_secs(5)));
    /// Walking the whole ledger, a migration, a copy.
    pub const NONE: Self = Self(None);
}

/// The database, whichever it is.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
    asked: Arc<Asked>,
}

/// How many statements were run since the start, so that a page's cost can be held by a test.
#[derive(Default)]
struct Asked {
    reads: AtomicU64,
    writes: AtomicU64,
}

/// Statements run in snapshots, and in transactions that write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statements {
    pub reads: u64,
    pub writes: u64,
}

struct SqliteHouse {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: ReaderPool,
}

enum Inner {
    Sqlite(Box<SqliteHouse>),
    Postgres { pool: Pool },
}

impl Database {
    /// Opens, and refuses settings under which acknowledged work can be lost.
    pub async fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        let inner = match url {
            DatabaseUrl::Sqlite(path) => open_sqlite(path)?,
            DatabaseUrl::Postgres(url) => {
                let pool = postgres::pool(url, POOL)?;
                Postgres(pool.get().await?).refuse_unsafe().await?;
                Inner::Postgres { pool }
            }
        };
        Ok(Self {
            inner: Arc::new(inner),
            asked: Arc::default(),
        })
    }

    /// The statements run so far.
    pub fn statements(&self) -> Statements {
        Statements {
            reads: self.asked.reads.load(Ordering::Relaxed),
            writes: self.asked.writes.load(Ordering::Relaxed),
        }
    }

    pub fn is_postgres(&self) -> bool {
        matches!(*self.inner, Inner::Postgres { .. })
    }

    /// Whether one office has this database to itself.
    pub fn is_of_one_office(&self) -> bool {
        !self.is_postgres()
    }

    /// A snapshot in which nothing can be written. Without an office only the few tables without one can be seen.
    pub async fn read(
        &self,
        office: Option<OfficeId>,
        deadline: Deadline,
    ) -> Result<Transaction<'_>, StoreError> {
        let held = match &*self.inner {
            Inner::Sqlite(house) => Held::Reader(house.readers.take().await?),
            Inner::Postgres { pool } => Held::Postgres(Connection::Postgres(Postgres(pool.get().await?))),
        };
        Transaction::begin(held, office, false, deadline, &self.asked.reads).await
    }

    /// A transaction that writes. On SQLite there is one at a time; the others queue in fair order.
    pub async fn write(
        &self,
        office: Option<OfficeId>,
        deadline: Deadline,
    ) -> Result<Transaction<'_>, StoreError> {
        let held = match &*self.inner {
            Inner::Sqlite(house) => Held::Writer(house.writer.lock().await),
            Inner::Postgres { pool } => Held::Postgres(Connection::Postgres(Postgres(pool.get().await?))),
        };
        Transaction::begin(held, office, true, deadline, &self.asked.writes).await
    }

    /// Copies the SQLite file to `to`, as it is at one moment. PostgreSQL is copied by its own tools.
    pub async fn copy_to(&self, to: &Path) -> Result<bool, StoreError> {
        match &*self.inner {
            Inner::Sqlite(house) => {
                make_file(to)?;
                let reader = Sqlite::open(&house.path, true)?;
                tokio::task::block_in_place(|| reader.copy_to(to))?;
                Ok(true)
            }
            Inner::Postgres { .. } => Ok(false),
        }
    }
}

/// Makes the file, closed to others; the files beside it take its mode over.
fn make_file(path: &Path) -> Result<(), StoreError> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match made {
        Err(fault) if fault.kind() != ErrorKind::AlreadyExists => Err(StoreError::broken(fault)),
        Ok(_) | Err(_) => Ok(()),
    }
}

fn open_sqlite(path: &Path) -> Result<Inner, StoreError> {
    make_file(path)?;
    let writer = Sqlite::open(path, false)?;
    let readers: Result<Vec<Connection>, StoreError> = (0..READERS)
        .map(|_| Sqlite::open(path, true).map(Connection::Sqlite))
        .collect();
    Ok(Inner::Sqlite(Box::new(SqliteHouse {
        path: path.to_path_buf(),
        writer: Mutex::new(Connection::Sqlite(writer)),
        readers: ReaderPool {
            idle: std::sync::Mutex::new(readers?),
            free: Semaphore::new(READERS),
        },
    })))
}
