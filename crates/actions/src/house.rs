//! All an act may reach for: the desk, the keys, the folder of files, and the office's rules as data.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use auth::Passwords;
use domain::{
    cases::{model::Model, models},
    clocks::{Calendar, Calendars},
    consents::Packs,
    ids::OfficeId,
    people::{IdentifierKind, normalise_number},
};
use files::{Objects, OfficeKeys, RootKey};
use store::Desk;

use crate::{ActionError, login::Hashing};

/// What a house is made of.
pub struct HouseParts {
    pub desk: Desk,
    pub root_key: RootKey,
    /// The folder under which each office has its own folder of sealed files.
    pub objects: PathBuf,
    pub models: Vec<Model>,
    pub calendars: Calendars,
    pub packs: Packs,
    pub passwords: Passwords,
}

/// The house. Cheap to clone; every door holds one.
#[derive(Clone)]
pub struct House(Arc<Inner>, OnceKey);

/// The key of the form an act follows, where it came by a form.
#[derive(Clone, Default)]
struct OnceKey(Option<Arc<str>>);

struct Inner {
    parts: HouseParts,
    /// Opened once an office: an open folder knows which of its folders are already on the disk.
    objects: Mutex<HashMap<OfficeId, Arc<Objects>>>,
    hashing: Hashing,
}

impl House {
    pub fn new(parts: HouseParts) -> Self {
        let inner = Inner {
            parts,
            objects: Mutex::default(),
            hashing: Hashing::on_this_machine(),
        };
        Self(Arc::new(inner), OnceKey::default())
    }

    /// The same house, for one act that is done once for this key. A blank key is none.
    #[must_use]
    pub fn keyed(&self, key: &str) -> Self {
        let key = Some(key.trim()).filter(|key| !key.is_empty());
        Self(Arc::clone(&self.0), OnceKey(key.map(Arc::from)))
    }

    /// The key of the form this act follows.
    pub(crate) fn key(&self) -> Option<&str> {
        self.1.0.as_deref()
    }

    pub fn desk(&self) -> &Desk {
        &self.0.parts.desk
    }

    pub fn keys(&self, office: OfficeId) -> OfficeKeys {
        self.0.parts.root_key.office(office)
    }

    /// The office's folder of sealed files. Blocking: its calls belong off the event loop.
    pub fn objects(&self, office: OfficeId) -> Result<Arc<Objects>, ActionError> {
        let mut open = self.0.objects.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(objects) = open.get(&office) {
            return Ok(Arc::clone(objects));
        }
        let objects = Arc::new(Objects::open(&self.0.parts.objects, &self.keys(office))?);
        open.insert(office, Arc::clone(&objects));
        Ok(objects)
    }

    pub fn models(&self) -> &[Model] {
        &self.0.parts.models
    }

    /// The model a case was opened under; its version does not change while the case is open.
    pub fn model(&self, id: &str, version: i64) -> Option<&Model> {
        models::version(&self.0.parts.models, id, version)
    }

    pub fn calendars(&self) -> &Calendars {
        &self.0.parts.calendars
    }

    /// A calendar by id, or weekdays where the office names one that is not there.
    pub fn calendar(&self, id: &str) -> &Calendar {
        let calendars = &self.0.parts.calendars;
        calendars
            .newest(id)
            .or_else(|| calendars.newest("weekdays"))
            .expect("the weekdays calendar is compiled in")
    }

    pub fn packs(&self) -> &Packs {
        &self.0.parts.packs
    }

    /// What an agency is called, or its code where no pack names it.
    pub fn agency_title(&self, code: &str) -> String {
        self.packs()
            .newest(code)
            .map_or_else(|| code.to_owned(), |pack| pack.title.clone())
    }

    /// What a typed number would be found under, for each kind of number it could be.
    pub fn blind_indexes(&self, office: OfficeId, typed: &str) -> Vec<Vec<u8>> {
        let sealer = self.keys(office).identifiers();
        let kinds = IdentifierKind::ALL.iter().filter_map(|kind| {
            let normal = normalise_number(*kind, typed).ok()?;
            Some(sealer.blind_index(kind.as_str(), &normal).to_vec())
        });
        kinds.collect()
    }

    pub fn passwords(&self) -> &Passwords {
        &self.0.parts.passwords
    }

    /// The line in which password work waits its turn.
    pub(crate) fn hashing(&self) -> &Hashing {
        &self.0.hashing
    }
}
