//! How rows become values of the house: a list of columns, taken in order.

use super::{Column, Kind, Value};
use crate::StoreError;

/// The values of one row, taken from the left.
pub struct Values(std::vec::IntoIter<Value>);

impl Values {
    pub fn new(values: Vec<Value>) -> Self {
        Self(values.into_iter())
    }

    /// The next column as `T`.
    pub fn take<T: Column>(&mut self) -> Result<T, StoreError> {
        T::from_value(
            self.0
                .next()
                .ok_or_else(|| StoreError::broken("a row had fewer columns than asked for"))?,
        )
    }
}

/// Something read from a run of columns.
pub trait Columns: Sized + Send {
    fn kinds(out: &mut Vec<Kind>);
    fn take(values: &mut Values) -> Result<Self, StoreError>;
}

impl<T: Column + Send> Columns for T {
    fn kinds(out: &mut Vec<Kind>) {
        out.push(T::KIND);
    }
    fn take(values: &mut Values) -> Result<Self, StoreError> {
        values.take()
    }
}

macro_rules! tuple_columns {
    ($($name:ident)+) => {
        impl<$($name: Columns),+> Columns for ($($name,)+) {
            fn kinds(out: &mut Vec<Kind>) { $($name::kinds(out);)+ }
            fn take(values: &mut Values) -> Result<Self, StoreError> { Ok(($($name::take(values)?,)+)) }
        }
    };
}
tuple_columns!(A);
tuple_columns!(A B);
tuple_columns!(A B C);
tuple_columns!(A B C D);
tuple_columns!(A B C D E);
tuple_columns!(A B C D E F);
tuple_columns!(A B C D E F G);
tuple_columns!(A B C D E F G H);

/// A stored thing: one row of one table, keyed by office and id.
pub trait Record: Columns + Sync {
    const TABLE: &'static Table;
    fn id(&self) -> uuid::Uuid;
    fn values(&self) -> Vec<Value>;
    /// The version column, where two people may edit the same row.
    fn version(&self) -> Option<i64>;
    fn set_version(&mut self, version: i64);
}

/// A table: its name, and its columns in the order in which digests are made.
#[derive(Debug)]
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, Kind)],
    pub versioned: bool,
}

impl Table {
    /// `a, b, c`, each with the given alias before it (`c.a, c.b`).
    pub fn list(&self, alias: &str) -> String {
        let dot = if alias.is_empty() { "" } else { "." };
        let names: Vec<String> = self
            .columns
            .iter()
            .map(|(name, _)| format!("{alias}{dot}{name}"))
            .collect();
        names.join(", ")
    }

    pub fn insert_sql(&self) -> String {
        let marks: Vec<String> = (2..=self.columns.len() + 1).map(|n| format!("${n}")).collect();
        format!(
            "insert into {} (office_id, {}) values ($1, {})",
            self.name,
            self.list(""),
            marks.join(", ")
        )
    }

    /// Updates every column of one row; where the table has versions, only the version that was read.
    pub fn update_sql(&self) -> String {
        let sets: Vec<String> = self
            .columns
            .iter()
            .enumerate()
            .map(|(i, (name, _))| format!("{name} = ${}", i + 2))
            .collect();
        let id = self
            .columns
            .iter()
            .position(|(name, _)| *name == "id")
            .expect("every table has an id")
            + 2;
        let guard = if self.versioned {
            format!(" and version = ${}", self.columns.len() + 2)
        } else {
            String::new()
        };
        format!(
            "update {} set {} where office_id = $1 and id = ${id}{guard}",
            self.name,
            sets.join(", ")
        )
    }

    pub fn remove_sql(&self) -> String {
        format!("delete from {} where office_id = $1 and id = $2", self.name)
    }

    pub fn find_sql(&self, lock: bool) -> String {
        let lock = if lock { " for update" } else { "" };
        format!(
            "select {} from {} where office_id = $1 and id = $2{lock}",
            self.list(""),
            self.name
        )
    }

    /// A page of rows by id, for checking the whole table against the ledger.
    pub fn walk_sql(&self) -> String {
        format!(
            "select {} from {} where office_id = $1 and id > $2 order by id limit $3",
            self.list(""),
            self.name
        )
    }
}

/// Maps a stored struct to its columns once, so that insert, update, select and digest all use one list.
#[macro_export]
macro_rules! record {
    ($type:ty, $table:literal, [$($field:ident : $ftype:ty),* $(,)?] $(, version: $version:ident)?) => {
        impl $crate::engine::Columns for $type {
            fn kinds(out: &mut Vec<$crate::engine::Kind>) { $(out.push(<$ftype as $crate::engine::Column>::KIND);)* }
            fn take(values: &mut $crate::engine::Values) -> Result<Self, $crate::StoreError> {
                Ok(Self { $($field: values.take::<$ftype>()?),* })
            }
        }

        impl $crate::engine::Record for $type {
            const TABLE: &'static $crate::engine::Table = &$crate::engine::Table {
                name: $table,
                columns: &[$((stringify!($field), <$ftype as $crate::engine::Column>::KIND)),*],
                versioned: $crate::record!(@versioned $($version)?),
            };
            fn id(&self) -> uuid::Uuid { self.id.0 }
            fn values(&self) -> Vec<$crate::engine::Value> { vec![$($crate::engine::Column::to_value(&self.$field)),*] }
            fn version(&self) -> Option<i64> { $crate::record!(@get self $($version)?) }
            fn set_version(&mut self, version: i64) { let _ = version; $(self.$version = version;)? }
        }
    };
    (@versioned) => { false };
    (@versioned $version:ident) => { true };
    (@get $self:ident) => { None };
    (@get $self:ident $version:ident) => { Some($self.$version) };
}

/// A read model: a struct read from a run of columns, in the order of its fields.
#[macro_export]
macro_rules! read_model {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$fdoc:meta])* pub $field:ident : $ftype:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[$fdoc])* pub $field: $ftype),* }

        impl $crate::engine::Columns for $name {
            fn kinds(out: &mut Vec<$crate::engine::Kind>) { $(<$ftype as $crate::engine::Columns>::kinds(out);)* }
            fn take(values: &mut $crate::engine::Values) -> Result<Self, $crate::StoreError> {
                Ok(Self { $($field: <$ftype as $crate::engine::Columns>::take(values)?),* })
            }
        }
    };
}
