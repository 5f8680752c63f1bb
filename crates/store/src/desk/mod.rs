//! The desk everybody works at: it knows the time, throws the dice, and hands out looks and acts.

mod act;
mod chance;
mod look;
mod names;
mod reads;
mod time;
mod way_back;

pub(crate) use reads::STATEMENTS as READ_STATEMENTS;
pub(crate) use way_back::STATEMENTS as WAY_BACK_STATEMENTS;

use std::sync::Arc;

use domain::{
    access::Actor,
    ids::{CaseId, OfficeId},
    office::Office,
};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

pub use act::Act;
pub use chance::Chance;
pub use look::{Look, Reader};
pub use reads::Reads;
pub use time::{TimeSource, zone};
pub use way_back::TakenBack;

use crate::{
    StoreError,
    engine::{Database, Deadline},
    office,
};

/// A desk: the database, the time, the dice and the read log. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    inner: Arc<Inner>,
}

struct Inner {
    database: Database,
    time: TimeSource,
    chance: Chance,
    reads: Reads,
    offices: std::sync::RwLock<Vec<Arc<Office>>>,
    names: names::Names,
    /// Somebody enqueued a job: the runner need not wait for its next look.
    work: tokio::sync::Notify,
}

impl Desk {
    /// Sets up a desk. Needs a running multi-threaded runtime, for the read log's writer.
    pub fn new(database: Database, time: TimeSource, chance: Chance) -> Self {
        Self {
            inner: Arc::new_cyclic(|desk| Inner {
                reads: Reads::start(desk.clone()),
                database,
                time,
                chance,
                offices: std::sync::RwLock::default(),
                names: names::Names::default(),
                work: tokio::sync::Notify::new(),
            }),
        }
    }

    pub fn database(&self) -> &Database {
        &self.inner.database
    }

    pub fn now(&self) -> Timestamp {
        self.inner.time.now()
    }

    pub fn time(&self) -> &TimeSource {
        &self.inner.time
    }

    pub fn chance(&self) -> &Chance {
        &self.inner.chance
    }

    pub fn new_id(&self) -> Uuid {
        self.inner.chance.uuid()
    }

    /// Today in the office's zone.
    pub fn today(&self, office: &Office) -> Date {
        self.now().to_zoned(zone(&office.zone)).date()
    }

    pub fn work(&self) -> &tokio::sync::Notify {
        &self.inner.work
    }

    /// Opens a snapshot for somebody to look at.
    pub async fn look(&self, actor: &Actor) -> Result<Look<'_>, StoreError> {
        let tx = self
            .database()
            .read(Some(actor.office_id), Deadline::PAGE)
            .await?;
        Ok(Look::new(tx, *actor))
    }

    /// Opens a transaction for somebody to act in.
    pub async fn act(&self, actor: &Actor) -> Result<Act<'_>, StoreError> {
        let tx = self
            .database()
            .write(Some(actor.office_id), Deadline::PAGE)
            .await?;
        Ok(Act::new(self, tx, *actor))
    }

    /// Records that somebody opened something, and waits until that is durable. A page's body is sent after this.
    pub async fn record_read(
        &self,
        actor: &Actor,
        case_id: Option<CaseId>,
        object: &'static str,
        object_id: Uuid,
    ) -> Result<(), StoreError> {
        let read = reads::Read {
            actor: *actor,
            case_id,
            object,
            object_id,
            at: self.now(),
        };
        self.inner.reads.record(read).await
    }

    /// The office, from memory where it is known.
    pub async fn office(&self, id: OfficeId) -> Result<Arc<Office>, StoreError> {
        if let Some(office) = self.known().iter().find(|o| o.id == id) {
            return Ok(Arc::clone(office));
        }
        let offices = self.offices().await?;
        offices
            .into_iter()
            .find(|o| o.id == id)
            .ok_or_else(|| StoreError::broken("there is no such office"))
    }

    /// Every office of this database, read anew.
    pub async fn offices(&self) -> Result<Vec<Arc<Office>>, StoreError> {
        let mut tx = self.database().read(None, Deadline::PAGE).await?;
        let offices: Vec<Arc<Office>> = office::all_offices(&mut tx)
            .await?
            .into_iter()
            .map(Arc::new)
            .collect();
        tx.rollback().await?;
        self.inner
            .offices
            .write()
            .expect("no holder of this lock panics")
            .clone_from(&offices);
        Ok(offices)
    }

    fn known(&self) -> std::sync::RwLockReadGuard<'_, Vec<Arc<Office>>> {
        self.inner.offices.read().expect("no holder of this lock panics")
    }

    /// The offices as last read; read them first with [`Self::offices`].
    pub fn offices_known(&self) -> Vec<Arc<Office>> {
        self.known().clone()
    }

    pub(crate) fn forget_offices(&self) {
        self.inner
            .offices
            .write()
            .expect("no holder of this lock panics")
            .clear();
    }
}
