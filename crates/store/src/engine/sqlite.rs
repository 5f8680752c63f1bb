//! SQLite: one writer, several readers, everything durable before it is acknowledged.

use std::{
    collections::HashMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::Timestamp;
use rusqlite::{
    OpenFlags,
    limits::Limit,
    types::{ToSqlOutput, Value as LiteValue, ValueRef},
};
use uuid::Uuid;

use super::{Columns, Kind, Statement, Value, Values};
use crate::StoreError;

/// The oldest SQLite that is safe with a writer, readers and a second process on one WAL.
const OLDEST: i32 = 3_051_003;

/// One open connection, with its statements rewritten once.
pub struct Sqlite {
    connection: rusqlite::Connection,
    rewritten: HashMap<(usize, usize), Arc<str>>,
    started: Instant,
    ends_at: Arc<AtomicU64>,
}

impl Sqlite {
    /// Opens the office's file with every safety on, and refuses what would lose acknowledged work.
    pub fn open(path: &Path, read_only: bool) -> Result<Self, StoreError> {
        if rusqlite::version_number() < OLDEST {
            return Err(StoreError::unsafe_setting(
                "sqlite_version",
                rusqlite::version(),
                "SQLite 3.51.3 or newer",
            ));
        }
        let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        if !read_only {
            flags |= OpenFlags::SQLITE_OPEN_CREATE;
        }
        let mut connection = rusqlite::Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.execute_batch(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
             pragma trusted_schema = off; pragma secure_delete = on; pragma cell_size_check = on;
             pragma temp_store = memory; pragma cache_size = -16000;",
        )?;
        if read_only {
            connection.execute_batch("pragma query_only = on;")?;
        }
        connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
        connection.set_prepared_statement_cache_capacity(256);
        refuse_unsafe(&connection)?;
        let started = Instant::now();
        let ends_at = Arc::new(AtomicU64::new(u64::MAX));
        let watched = Arc::clone(&ends_at);
        connection.progress_handler(
            20_000,
            Some(move || started.elapsed().as_millis() as u64 > watched.load(Ordering::Relaxed)),
        )?;
        Ok(Self {
            connection,
            rewritten: HashMap::new(),
            started,
            ends_at,
        })
    }

    /// From now on a statement that runs past the deadline is stopped.
    pub fn deadline(&self, within: Option<Duration>) {
        let at = within.map_or(u64::MAX, |d| (self.started.elapsed() + d).as_millis() as u64);
        self.ends_at.store(at, Ordering::Relaxed);
    }

    pub fn batch(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(sql)?)
    }

    pub fn execute(&mut self, sql: Statement, params: &[Value]) -> Result<u64, StoreError> {
        let text = self.text(sql);
        self.execute_text(&text, params)
    }

    pub fn execute_text(&mut self, text: &str, params: &[Value]) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(text)?;
        Ok(statement.execute(rusqlite::params_from_iter(params))? as u64)
    }

    pub fn all<T: Columns>(&mut self, sql: Statement, params: &[Value]) -> Result<Vec<T>, StoreError> {
        let text = self.text(sql);
        self.all_text(&text, params)
    }

    pub fn all_text<T: Columns>(&mut self, text: &str, params: &[Value]) -> Result<Vec<T>, StoreError> {
        let mut kinds = Vec::new();
        T::kinds(&mut kinds);
        self.all_values(text, params, &kinds)?
            .into_iter()
            .map(|row| T::take(&mut Values::new(row)))
            .collect()
    }

    pub fn all_values(
        &mut self,
        text: &str,
        params: &[Value],
        kinds: &[Kind],
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        let mut statement = self.connection.prepare_cached(text)?;
        let mut rows = statement.query(rusqlite::params_from_iter(params))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let row: Result<Vec<Value>, StoreError> = kinds
                .iter()
                .enumerate()
                .map(|(i, kind)| read(row.get_ref(i)?, *kind))
                .collect();
            found.push(row?);
        }
        Ok(found)
    }

    /// Copies the whole file, as it is at one moment, to `to`.
    pub fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        Ok(self
            .connection
            .backup("main", to, None::<fn(rusqlite::backup::Progress)>)?)
    }

    fn text(&mut self, sql: Statement) -> Arc<str> {
        Arc::clone(
            self.rewritten
                .entry(sql.key())
                .or_insert_with(|| rewrite(&sql.text(false)).into()),
        )
    }
}

/// SQLite numbers `$n` by first appearance, so `select $2, $1` would swap them silently; `?n` means what it says.
pub fn rewrite(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut chars = sql.chars().peekable();
    while let Some(c) = chars.next() {
        let numbered = c == '$' && chars.peek().is_some_and(char::is_ascii_digit);
        out.push(if numbered { '?' } else { c });
    }
    out
}

fn refuse_unsafe(connection: &rusqlite::Connection) -> Result<(), StoreError> {
    let synchronous: i64 = connection.query_row("pragma synchronous", [], |r| r.get(0))?;
    if synchronous < 2 {
        return Err(StoreError::unsafe_setting(
            "synchronous",
            &synchronous.to_string(),
            "FULL (2)",
        ));
    }
    let journal: String = connection.query_row("pragma journal_mode", [], |r| r.get(0))?;
    if !matches!(journal.as_str(), "wal" | "memory") {
        return Err(StoreError::unsafe_setting("journal_mode", &journal, "wal"));
    }
    Ok(())
}

fn read(value: ValueRef<'_>, kind: Kind) -> Result<Value, StoreError> {
    if value == ValueRef::Null {
        return Ok(Value::Null);
    }
    Ok(match kind {
        Kind::Bool => Value::Bool(value.as_i64().map_err(StoreError::broken)? != 0),
        Kind::Int => Value::Int(value.as_i64().map_err(StoreError::broken)?),
        Kind::Text => Value::Text(value.as_str().map_err(StoreError::broken)?.to_owned()),
        Kind::Bytes => Value::Bytes(value.as_blob().map_err(StoreError::broken)?.to_vec()),
        Kind::Uuid => {
            let bytes = value.as_blob().map_err(StoreError::broken)?;
            Value::Uuid(Uuid::from_slice(bytes).map_err(StoreError::broken)?)
        }
        Kind::At => {
            let micros = value.as_i64().map_err(StoreError::broken)?;
            Value::At(Timestamp::from_microsecond(micros).map_err(StoreError::broken)?)
        }
        Kind::On => Value::On(
            value
                .as_str()
                .map_err(StoreError::broken)?
                .parse()
                .map_err(StoreError::broken)?,
        ),
        Kind::Json => {
            let text = value.as_str().map_err(StoreError::broken)?;
            Value::Json(serde_json::from_str(text).map_err(StoreError::broken)?)
        }
    })
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Owned(LiteValue::Null),
            Value::Bool(b) => ToSqlOutput::Owned(LiteValue::Integer(i64::from(*b))),
            Value::Int(i) => ToSqlOutput::Owned(LiteValue::Integer(*i)),
            Value::Text(t) => ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
            Value::Bytes(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
            Value::Uuid(u) => ToSqlOutput::Borrowed(ValueRef::Blob(u.as_bytes())),
            Value::At(t) => ToSqlOutput::Owned(LiteValue::Integer(t.as_microsecond())),
            Value::On(d) => ToSqlOutput::Owned(LiteValue::Text(d.to_string())),
            Value::Json(j) => ToSqlOutput::Owned(LiteValue::Text(j.to_string())),
        })
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked | Code::OperationInterrupted) => Self::Busy,
            Some(Code::DiskFull) => Self::Full,
            Some(Code::ConstraintViolation) => Self::Clash(Box::new(error)),
            _ => Self::broken(error),
        }
    }
}
