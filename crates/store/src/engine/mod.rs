//! The only place that knows which engine runs.

mod columns;
mod connection;
mod open;
mod postgres;
mod sqlite;
mod statement;
mod value;

pub use columns::{Columns, Record, Table, Values};
pub use connection::{Connection, Transaction};
pub use open::{Database, DatabaseUrl, Deadline};
pub use statement::Statement;
pub use value::{Column, Kind, Value};
