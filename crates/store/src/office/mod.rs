//! Offices and their programmes.

use domain::{
    ids::{OfficeId, ProgrammeId},
    office::{Office, Programme},
};
use jiff::Timestamp;

use crate::{Act, Look, StoreError, engine::Transaction, params, record, statements};

record!(Office, "offices", [
    id: OfficeId, name: String, slug: String, zone: String, calendar: String, cadence_days: i64,
    totp_required: bool, language: String, mail_from: String, phone: String, created_at: Timestamp, version: i64,
], version: version);

record!(Programme, "programmes", [
    id: ProgrammeId, title: String, model_id: String, model_version: i64, version: i64,
], version: version);

statements! {
    /// every office on this machine; offices are the one thing seen without an office
    ALL_OFFICES = of Office, "order by t.slug, t.id limit 1000";
    PROGRAMMES = of Programme, "where t.office_id = $1 order by t.title, t.id limit 100";
}

/// Every office of this database. Read before anybody is logged in, and by the queue.
pub async fn all_offices(tx: &mut Transaction<'_>) -> Result<Vec<Office>, StoreError> {
    tx.all(ALL_OFFICES, &[]).await
}

pub async fn programmes(look: &mut Look<'_>) -> Result<Vec<Programme>, StoreError> {
    let office = look.office_id();
    look.tx().all(PROGRAMMES, params![office]).await
}

impl Act<'_> {
    pub async fn programmes(&mut self) -> Result<Vec<Programme>, StoreError> {
        let office = self.office_id();
        self.tx().all(PROGRAMMES, params![office]).await
    }
}
