//! The names of those who work or worked here, from memory: every page needs a few of them.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use domain::{
    access::Actor,
    ids::{OfficeId, StaffId},
};
use jiff::{SignedDuration, Timestamp};

use super::Desk;
use crate::{StoreError, ledger};

/// Names by office, each with when they were read.
#[derive(Default)]
pub(super) struct Names(RwLock<HashMap<OfficeId, Kept>>);

type Kept = (Timestamp, Arc<HashMap<StaffId, String>>);

/// Another process may have let somebody in: names are read anew after this long.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

impl Desk {
    /// The names of the actor's colleagues, by id.
    pub async fn names(&self, actor: &Actor) -> Result<Arc<HashMap<StaffId, String>>, StoreError> {
        let now = self.now();
        if let Some((read_at, names)) = self.kept_names(actor.office_id)
            && now.duration_since(read_at).abs() < FRESH
        {
            return Ok(names);
        }
        let mut look = self.look(actor).await?;
        let names = Arc::new(ledger::names(&mut look).await?);
        let mut kept = self.inner.names.0.write().expect("no holder of this lock panics");
        kept.insert(actor.office_id, (now, Arc::clone(&names)));
        Ok(names)
    }

    fn kept_names(&self, office: OfficeId) -> Option<Kept> {
        let kept = self.inner.names.0.read().expect("no holder of this lock panics");
        kept.get(&office).cloned()
    }

    /// Somebody was let in, or is called otherwise.
    pub(super) fn forget_names(&self) {
        let mut kept = self.inner.names.0.write().expect("no holder of this lock panics");
        kept.clear();
    }
}
