//! One connection in use, and a transaction on it that rolls back unless it is committed.

use std::{
    sync::{
        Mutex as StdMutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use domain::ids::OfficeId;
use tokio::{
    sync::{MutexGuard, Semaphore, SemaphorePermit},
    task::block_in_place,
};

use super::{Columns, Deadline, Kind, Statement, Table, Value, postgres::Postgres, sqlite::Sqlite};
use crate::StoreError;

pub enum Connection {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// Idle SQLite readers, and as many permits.
pub struct ReaderPool {
    pub idle: StdMutex<Vec<Connection>>,
    pub free: Semaphore,
}

/// A reader on loan; it goes back when dropped.
pub struct Reader<'d> {
    connection: Option<Connection>,
    pool: &'d ReaderPool,
    _permit: SemaphorePermit<'d>,
}

impl ReaderPool {
    pub async fn take(&self) -> Result<Reader<'_>, StoreError> {
        let permit = self.free.acquire().await.map_err(StoreError::broken)?;
        let connection = self.idle.lock().expect("no holder of this lock panics").pop();
        Ok(Reader {
            connection,
            pool: self,
            _permit: permit,
        })
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.pool
                .idle
                .lock()
                .expect("no holder of this lock panics")
                .push(connection);
        }
    }
}

pub enum Held<'d> {
    Writer(MutexGuard<'d, Connection>),
    Reader(Reader<'d>),
    Postgres(Connection),
    /// The socket was given up.
    Gone,
}

impl Held<'_> {
    fn connection(&mut self) -> Result<&mut Connection, StoreError> {
        match self {
            Held::Writer(guard) => Ok(guard),
            Held::Reader(reader) => reader
                .connection
                .as_mut()
                .ok_or_else(|| StoreError::broken("no reader")),
            Held::Postgres(connection) => Ok(connection),
            Held::Gone => Err(StoreError::Busy),
        }
    }
}

/// An open transaction. Dropping it uncommitted rolls back, or throws the connection away.
pub struct Transaction<'d> {
    held: Held<'d>,
    open: bool,
    deadline: Option<Duration>,
    asked: &'d AtomicU64,
}

impl<'d> Transaction<'d> {
    pub(super) async fn begin(
        held: Held<'d>,
        office: Option<OfficeId>,
        writes: bool,
        deadline: Deadline,
        asked: &'d AtomicU64,
    ) -> Result<Self, StoreError> {
        let mut this = Self {
            held,
            open: true,
            deadline: deadline.0,
            asked,
        };
        let postgres = match this.held.connection()? {
            Connection::Sqlite(lite) => {
                lite.deadline(deadline.0);
                false
            }
            Connection::Postgres(_) => true,
        };
        if postgres {
            // Two questions of one look must see one moment.
            let mode = if writes {
                ""
            } else {
                " isolation level repeatable read read only"
            };
            // An id is hexadecimal and hyphens, so it may stand in the text.
            let office = office.map(|o| o.to_string()).unwrap_or_default();
            this.batch(&format!(
                "begin{mode}; select set_config('app.office', '{office}', true)"
            ))
            .await?;
        } else {
            this.batch(if writes { "begin immediate" } else { "begin" })
                .await?;
        }
        Ok(this)
    }

    fn count(&self) {
        self.asked.fetch_add(1, Ordering::Relaxed);
    }

    pub fn is_postgres(&mut self) -> bool {
        matches!(self.held.connection(), Ok(Connection::Postgres(_)))
    }

    /// Finds one row of a table by office and id, and keeps it from others until the end where others could write.
    pub fn find_sql(&mut self, table: &Table) -> String {
        table.find_sql(self.is_postgres())
    }

    /// Runs several statements without parameters.
    pub async fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        let deadline = self.deadline;
        let done = match self.held.connection()? {
            Connection::Sqlite(lite) => block_in_place(|| lite.batch(sql)),
            Connection::Postgres(pg) => within(deadline, pg.batch(sql)).await,
        };
        self.give_up_if_late(done)
    }

    pub async fn execute(&mut self, statement: Statement, params: &[Value]) -> Result<u64, StoreError> {
        self.count();
        let deadline = self.deadline;
        let done = match self.held.connection()? {
            Connection::Sqlite(lite) => block_in_place(|| lite.execute(statement, params)),
            Connection::Postgres(pg) => within(deadline, pg.execute(&statement.text(true), params)).await,
        };
        self.give_up_if_late(done)
    }

    pub async fn all<T: Columns>(
        &mut self,
        statement: Statement,
        params: &[Value],
    ) -> Result<Vec<T>, StoreError> {
        self.count();
        let deadline = self.deadline;
        let done = match self.held.connection()? {
            Connection::Sqlite(lite) => block_in_place(|| lite.all(statement, params)),
            Connection::Postgres(pg) => within(deadline, pg.all(&statement.text(true), params)).await,
        };
        self.give_up_if_late(done)
    }

    pub async fn one<T: Columns>(
        &mut self,
        statement: Statement,
        params: &[Value],
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(statement, params).await?.into_iter().next())
    }

    /// For text that is made from a table's list of columns. The text holds `$n` and no values.
    pub async fn execute_made(&mut self, sql: &str, params: &[Value]) -> Result<u64, StoreError> {
        self.count();
        let deadline = self.deadline;
        let done = match self.held.connection()? {
            Connection::Sqlite(lite) => {
                block_in_place(|| lite.execute_text(&super::sqlite::rewrite(sql), params))
            }
            Connection::Postgres(pg) => within(deadline, pg.execute(sql, params)).await,
        };
        self.give_up_if_late(done)
    }

    /// As [`Self::all`], for made text.
    pub async fn all_made<T: Columns>(&mut self, sql: &str, params: &[Value]) -> Result<Vec<T>, StoreError> {
        self.count();
        let deadline = self.deadline;
        let done = match self.held.connection()? {
            Connection::Sqlite(lite) => {
                block_in_place(|| lite.all_text(&super::sqlite::rewrite(sql), params))
            }
            Connection::Postgres(pg) => within(deadline, pg.all(sql, params)).await,
        };
        self.give_up_if_late(done)
    }

    /// Rows as plain values, for a table known only by its list of columns.
    pub async fn values_made(
        &mut self,
        sql: &str,
        params: &[Value],
        kinds: &[Kind],
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        self.count();
        let deadline = self.deadline;
        let done = match self.held.connection()? {
            Connection::Sqlite(lite) => {
                block_in_place(|| lite.all_values(&super::sqlite::rewrite(sql), params, kinds))
            }
            Connection::Postgres(pg) => within(deadline, pg.all_values(sql, params, kinds)).await,
        };
        self.give_up_if_late(done)
    }

    pub async fn commit(mut self) -> Result<(), StoreError> {
        // A COMMIT is never cancelled: a late answer may still mean that it happened.
        let done = match self.held.connection()? {
            Connection::Sqlite(lite) => {
                lite.deadline(None);
                block_in_place(|| lite.batch("commit"))
            }
            Connection::Postgres(pg) => pg.batch("commit").await,
        };
        if done.is_ok() {
            self.open = false;
        }
        done
    }

    pub async fn rollback(mut self) -> Result<(), StoreError> {
        self.batch("rollback").await?;
        self.open = false;
        Ok(())
    }

    /// A unit of work past its deadline loses its socket, so that nothing waits for a server that hangs.
    fn give_up_if_late<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        if matches!(done, Err(StoreError::Busy)) && self.is_postgres() {
            self.throw_away();
        }
        done
    }

    fn throw_away(&mut self) {
        if let Held::Postgres(Connection::Postgres(pg)) = std::mem::replace(&mut self.held, Held::Gone) {
            drop(deadpool_postgres::Object::take(pg.0));
        }
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if !self.open {
            return;
        }
        match self.held.connection() {
            Ok(Connection::Sqlite(lite)) => {
                lite.deadline(None);
                if let Err(fault) = lite.batch("rollback") {
                    tracing::warn!(%fault, "a transaction could not be rolled back");
                }
            }
            Ok(Connection::Postgres(_)) => self.throw_away(),
            Err(_) => {}
        }
    }
}

async fn within<T>(
    deadline: Option<Duration>,
    work: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    match deadline {
        Some(limit) => tokio::time::timeout(limit, work)
            .await
            .unwrap_or(Err(StoreError::Busy)),
        None => work.await,
    }
}
