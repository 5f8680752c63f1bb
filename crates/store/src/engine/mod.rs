//! The only place that knows which engine runs.

mod columns;
mod connection;
mod migrations;
mod open;
mod postgres;
mod question;
mod sqlite;
mod statement;
mod value;

pub use columns::{Columns, Record, Table, Values};
pub use connection::{Connection, Transaction};
pub use migrations::MIGRATIONS;
pub use open::{Database, DatabaseUrl, Deadline, Statements};
pub use statement::Statement;
pub use value::{Column, Kind, Value};
