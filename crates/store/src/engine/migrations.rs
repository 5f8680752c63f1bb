//! The steps of the database's shape, in the words of each engine.

use super::Database;

/// One step; its number is never used again.
pub struct Migration {
    pub n: i64,
    pub name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// Every step, in order.
pub const MIGRATIONS: &[Migration] = &[Migration {
    n: 1,
    name: "house",
    sqlite: include_str!("../../migrations/sqlite/0001_house.sql"),
    postgres: include_str!("../../migrations/postgres/0001_house.sql"),
}];

impl Database {
    /// The statements of one step.
    pub fn migration_text(&self, migration: &Migration) -> &'static str {
        if self.is_postgres() {
            migration.postgres
        } else {
            migration.sqlite
        }
    }

    /// Makes the list of steps that were taken, where there is none yet.
    pub fn migration_log_text(&self) -> &'static str {
        if self.is_postgres() {
            "create table if not exists schema_migrations (n bigint primary key, name text not null)"
        } else {
            "create table if not exists schema_migrations (n integer primary key, name text not null) strict"
        }
    }
}
