//! Bringing a database to the shape this program knows. Each step is one transaction: either old or new, never between.

use crate::{
    StoreError,
    engine::{Database, Deadline, MIGRATIONS, Transaction},
    params, statements,
};

statements! {
    APPLIED = "select n from schema_migrations order by n limit 10000";
    NOTE = "insert into schema_migrations (n, name) values ($1, $2)";
}

/// Applies what is missing, and answers the names. Where tables have an owner, the connection must be the owner's.
pub async fn migrate(database: &Database) -> Result<Vec<&'static str>, StoreError> {
    let mut applied = Vec::new();
    for migration in MIGRATIONS {
        let mut tx = database.write(None, Deadline::NONE).await?;
        tx.batch(database.migration_log_text()).await?;
        if known(&mut tx).await?.contains(&migration.n) {
            tx.rollback().await?;
            continue;
        }
        tx.batch(database.migration_text(migration)).await?;
        tx.execute(NOTE, params![migration.n, migration.name.to_owned()])
            .await?;
        tx.commit().await?;
        applied.push(migration.name);
    }
    Ok(applied)
}

/// Whether the database has exactly the shape this program knows: `None` if so, else what to do about it.
pub async fn shape_fault(database: &Database) -> Result<Option<&'static str>, StoreError> {
    let mut tx = database.read(None, Deadline::PAGE).await?;
    let Ok(applied) = known(&mut tx).await else {
        return Ok(Some("the database is empty: run `casework init`"));
    };
    let newest = MIGRATIONS.last().map_or(0, |m| m.n);
    Ok(match applied.last() {
        None => Some("the database is empty: run `casework init`"),
        Some(n) if *n < newest => Some("the database is from an older version: run `casework migrate`"),
        Some(n) if *n > newest => Some("the database is from a newer version of casework: use that version"),
        Some(_) => None,
    })
}

async fn known(tx: &mut Transaction<'_>) -> Result<Vec<i64>, StoreError> {
    Ok(tx
        .all::<(i64,)>(APPLIED, &[])
        .await?
        .into_iter()
        .map(|(n,)| n)
        .collect())
}
