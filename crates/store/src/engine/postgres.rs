//! PostgreSQL: forced row-level security, one office a transaction, every unit of work under a deadline.

use std::error::Error;

use bytes::BytesMut;
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use tokio_postgres::{
    NoTls,
    types::{IsNull, ToSql, Type, to_sql_checked},
};

use super::{Columns, Kind, Value, Values};
use crate::StoreError;

/// A connection out of the pool.
pub struct Postgres(pub Object);

/// Settings under which PostgreSQL acknowledges what it may lose.
const NEEDED: &[(&str, &[&str])] = &[
    ("fsync", &["on"]),
    ("full_page_writes", &["on"]),
    (
        "synchronous_commit",
        &["on", "remote_apply", "remote_write", "local"],
    ),
];

pub fn pool(url: &str, size: usize) -> Result<Pool, StoreError> {
    let mut config: tokio_postgres::Config = url.parse().map_err(StoreError::broken)?;
    config.application_name("casework");
    config.connect_timeout(std::time::Duration::from_secs(5));
    let manager = Manager::from_config(
        config,
        NoTls,
        ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        },
    );
    Pool::builder(manager)
        .max_size(size)
        .runtime(deadpool_postgres::Runtime::Tokio1)
        .wait_timeout(Some(std::time::Duration::from_secs(5)))
        .build()
        .map_err(StoreError::broken)
}

impl Postgres {
    /// Refuses a server that would acknowledge work it can lose, naming the setting.
    pub async fn refuse_unsafe(&self) -> Result<(), StoreError> {
        for (setting, fine) in NEEDED {
            let row = self.0.query_one(&format!("show {setting}"), &[]).await?;
            let value: String = row.get(0);
            if !fine.contains(&value.as_str()) {
                return Err(StoreError::unsafe_setting(setting, &value, fine[0]));
            }
        }
        Ok(())
    }

    pub async fn batch(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.0.batch_execute(sql).await?)
    }

    pub async fn execute(&self, sql: &str, params: &[Value]) -> Result<u64, StoreError> {
        let statement = self.0.prepare_cached(sql).await?;
        let params = params.iter().map(|p| p as &(dyn ToSql + Sync));
        Ok(self.0.execute_raw(&statement, params).await?)
    }

    pub async fn all<T: Columns>(&self, sql: &str, params: &[Value]) -> Result<Vec<T>, StoreError> {
        let mut kinds = Vec::new();
        T::kinds(&mut kinds);
        let rows = self.all_values(sql, params, &kinds).await?;
        rows.into_iter()
            .map(|row| T::take(&mut Values::new(row)))
            .collect()
    }

    pub async fn all_values(
        &self,
        sql: &str,
        params: &[Value],
        kinds: &[Kind],
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        let statement = self.0.prepare_cached(sql).await?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as &(dyn ToSql + Sync)).collect();
        let rows = self.0.query(&statement, &params).await?;
        rows.iter()
            .map(|row| {
                kinds
                    .iter()
                    .enumerate()
                    .map(|(i, kind)| read(row, i, *kind))
                    .collect()
            })
            .collect()
    }
}

fn read(row: &tokio_postgres::Row, i: usize, kind: Kind) -> Result<Value, StoreError> {
    macro_rules! get {
        ($type:ty, $wrap:expr) => {
            row.try_get::<_, Option<$type>>(i)?
                .map_or(Value::Null, $wrap)
        };
    }
    Ok(match kind {
        Kind::Bool => get!(bool, Value::Bool),
        Kind::Int => get!(i64, Value::Int),
        Kind::Text => get!(String, Value::Text),
        Kind::Bytes => get!(Vec<u8>, Value::Bytes),
        Kind::Uuid => get!(uuid::Uuid, Value::Uuid),
        Kind::At => get!(jiff::Timestamp, Value::At),
        Kind::On => get!(jiff::civil::Date, Value::On),
        Kind::Json => get!(serde_json::Value, Value::Json),
    })
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Bool(b) => b.to_sql(ty, out),
            Value::Int(i) => match *ty {
                Type::INT4 => i32::try_from(*i)?.to_sql(ty, out),
                Type::INT2 => i16::try_from(*i)?.to_sql(ty, out),
                _ => i.to_sql(ty, out),
            },
            Value::Text(t) => t.to_sql(ty, out),
            Value::Bytes(b) => b.to_sql(ty, out),
            Value::Uuid(u) => u.to_sql(ty, out),
            Value::At(t) => t.to_sql(ty, out),
            Value::On(d) => d.to_sql(ty, out),
            Value::Json(j) => j.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let code = error.code().cloned();
        match code {
            Some(c) if c == SqlState::T_R_SERIALIZATION_FAILURE || c == SqlState::T_R_DEADLOCK_DETECTED => {
                Self::Busy
            }
            Some(c) if c == SqlState::QUERY_CANCELED || c == SqlState::LOCK_NOT_AVAILABLE => Self::Busy,
            Some(c) if c == SqlState::DISK_FULL => Self::Full,
            Some(c) if c == SqlState::UNIQUE_VIOLATION || c == SqlState::FOREIGN_KEY_VIOLATION => {
                Self::Clash(Box::new(error))
            }
            _ => Self::broken(error),
        }
    }
}

impl From<deadpool_postgres::PoolError> for StoreError {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        match error {
            deadpool_postgres::PoolError::Timeout(_) => Self::Busy,
            other => Self::broken(other),
        }
    }
}
