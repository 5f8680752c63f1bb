//! All an act may reach for: the desk, the keys, the folder of files, and the office's rules as data.

use std::{path::PathBuf, sync::Arc};

use auth::Passwords;
use domain::{
    cases::{model::Model, models},
    clocks::{Calendar, Calendars},
    consents::Packs,
    ids::OfficeId,
};
use files::{Objects, OfficeKeys, RootKey};
use store::Desk;

use crate::ActionError;

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
pub struct House(Arc<HouseParts>);

impl House {
    pub fn new(parts: HouseParts) -> Self {
        Self(Arc::new(parts))
    }

    pub fn desk(&self) -> &Desk {
        &self.0.desk
    }

    pub fn keys(&self, office: OfficeId) -> OfficeKeys {
        self.0.root_key.office(office)
    }

    /// The office's folder of sealed files.
    pub fn objects(&self, office: OfficeId) -> Result<Objects, ActionError> {
        Ok(Objects::open(
            &self.0.objects.join(office.to_string()),
            &self.keys(office),
        )?)
    }

    pub fn models(&self) -> &[Model] {
        &self.0.models
    }

    /// The model a case was opened under; its version does not change while the case is open.
    pub fn model(&self, id: &str, version: i64) -> Option<&Model> {
        models::version(&self.0.models, id, version)
    }

    pub fn calendars(&self) -> &Calendars {
        &self.0.calendars
    }

    /// A calendar by id, or weekdays where the office names one that is not there.
    pub fn calendar(&self, id: &str) -> &Calendar {
        let calendars = &self.0.calendars;
        calendars
            .newest(id)
            .or_else(|| calendars.newest("weekdays"))
            .expect("the weekdays calendar is compiled in")
    }

    pub fn packs(&self) -> &Packs {
        &self.0.packs
    }

    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }
}
