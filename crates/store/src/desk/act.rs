//! A write that carries its actor: it buffers what it changes, and its commit adds the one line that says so.

use domain::{access::Actor, ids::OfficeId, office::Office};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;
use uuid::Uuid;

use super::{Desk, look::Reader, way_back::KeptRow};
use crate::{
    StoreError,
    engine::{Column, Record, Table, Transaction, Value},
    ledger::{self, Changed, Deed, Touch},
};

/// One act. Dropped without [`Act::commit`], nothing of it happened.
pub struct Act<'d> {
    desk: &'d Desk,
    pub(super) tx: Transaction<'d>,
    actor: Actor,
    now: Timestamp,
    changed: Vec<Changed>,
    enqueued: bool,
    pub(super) way_back: Option<Vec<KeptRow>>,
}

impl<'d> Act<'d> {
    pub(super) fn new(desk: &'d Desk, tx: Transaction<'d>, actor: Actor) -> Self {
        Self {
            desk,
            tx,
            actor,
            now: desk.now(),
            changed: Vec::new(),
            enqueued: false,
            way_back: None,
        }
    }

    pub const fn office_id(&self) -> OfficeId {
        self.actor.office_id
    }

    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub const fn desk(&self) -> &'d Desk {
        self.desk
    }

    /// The instant of the act: the same for all it writes.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    pub fn new_id(&self) -> Uuid {
        self.desk.new_id()
    }

    pub async fn office(&self) -> Result<Arc<Office>, StoreError> {
        self.desk.office(self.office_id()).await
    }

    /// Today in the office's zone.
    pub async fn today(&self) -> Result<Date, StoreError> {
        Ok(self.desk.today(&*self.office().await?))
    }

    pub(crate) fn tx(&mut self) -> &mut Transaction<'d> {
        &mut self.tx
    }

    /// One row by id, locked until the end of the act, for tables that belong to the office and not to a case.
    pub(crate) async fn row<T: Record>(&mut self, id: Uuid) -> Result<Option<T>, StoreError> {
        let sql = self.tx.find_sql(T::TABLE);
        let params = [self.actor.office_id.to_value(), Value::Uuid(id)];
        Ok(self.tx.all_made(&sql, &params).await?.pop())
    }

    pub async fn insert<T: Record>(&mut self, row: &T) -> Result<(), StoreError> {
        let values = row.values();
        let mut params = vec![self.actor.office_id.to_value()];
        params.extend(values.iter().cloned());
        self.tx.execute_made(&T::TABLE.insert_sql(), &params).await?;
        self.changes(T::TABLE, row.id(), Touch::Insert, &values, None);
        Ok(())
    }

    /// Writes the whole row, if nobody changed it since it was read.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where somebody did.
    pub async fn update<T: Record>(&mut self, row: &mut T) -> Result<(), StoreError> {
        let before = self.before(T::TABLE, row.id()).await?;
        let read = row.version();
        if let Some(version) = read {
            row.set_version(version + 1);
        }
        let values = row.values();
        let mut params = vec![self.actor.office_id.to_value()];
        params.extend(values.iter().cloned());
        params.extend(read.map(Value::Int));
        let n = self.tx.execute_made(&T::TABLE.update_sql(), &params).await?;
        if n != 1 {
            if let Some(version) = read {
                row.set_version(version);
            }
            return Err(StoreError::Conflict);
        }
        self.changes(T::TABLE, row.id(), Touch::Update, &values, before);
        Ok(())
    }

    pub async fn remove<T: Record>(&mut self, row: &T) -> Result<(), StoreError> {
        let before = self.before(T::TABLE, row.id()).await?;
        let params = [self.actor.office_id.to_value(), Value::Uuid(row.id())];
        self.tx.execute_made(&T::TABLE.remove_sql(), &params).await?;
        self.changes(T::TABLE, row.id(), Touch::Remove, &[], before);
        Ok(())
    }

    /// Notes a change for the ledger, and what was there before it for the way back.
    fn changes(
        &mut self,
        table: &'static Table,
        id: Uuid,
        touch: Touch,
        values: &[Value],
        before: Option<Vec<Value>>,
    ) {
        self.note(table, id, touch, values);
        if let (Some(rows), Some(changed)) = (&mut self.way_back, self.changed.last()) {
            rows.push(KeptRow::new(changed, before));
        }
    }

    pub(super) fn note(&mut self, table: &'static Table, id: Uuid, touch: Touch, values: &[Value]) {
        let after = match touch {
            Touch::Remove => [0; 32],
            Touch::Insert | Touch::Update => ledger::digest_of_row(table.name, id, values),
        };
        self.changed.push(Changed {
            table: table.name.to_owned(),
            id,
            touch,
            after,
        });
    }

    pub(crate) const fn has_enqueued(&mut self) {
        self.enqueued = true;
    }

    /// Adds the act's line to the ledger and makes all of it durable. Answers the line's number.
    pub async fn commit(mut self, deed: Deed) -> Result<i64, StoreError> {
        let line = ledger::Line {
            actor: &self.actor,
            deed: &deed,
            at: self.now,
            salt: self.desk.chance().bytes(),
            changed: std::mem::take(&mut self.changed),
        };
        let touches_office = line.changed.iter().any(|c| c.table == "offices");
        let touches_staff = line.changed.iter().any(|c| c.table == "staff");
        let seq = ledger::append(&mut self.tx, line).await?;
        self.save_way_back(&deed, seq).await?;
        self.tx.commit().await?;
        if touches_staff {
            self.desk.forget_names();
        }
        if touches_office {
            self.desk.forget_offices();
        }
        if self.enqueued {
            self.desk.work().notify_one();
        }
        Ok(seq)
    }

    /// Commits operational rows (drafts, sessions, leases) that are no part of any record.
    ///
    /// # Panics
    /// If the act changed a record: that needs [`Act::commit`].
    pub async fn commit_operational(self) -> Result<(), StoreError> {
        assert!(
            self.changed.is_empty(),
            "a record was changed without a line in the ledger"
        );
        self.tx.commit().await
    }

    /// Takes everything back, at once.
    pub async fn abandon(self) -> Result<(), StoreError> {
        self.tx.rollback().await
    }
}

impl<'d> Reader<'d> for Act<'d> {
    fn reader(&self) -> &Actor {
        &self.actor
    }
    fn transaction(&mut self) -> &mut Transaction<'d> {
        &mut self.tx
    }
}
