//! The ledger as people read it: who did what, and who looked.

use domain::{
    access::Deed as May,
    ids::{OfficeId, StaffId},
};
use jiff::Timestamp;
use std::collections::HashMap;
use uuid::Uuid;

use super::{NAMES, NEWEST, OF_CASE, Payload, READS_OF_CASE, WHO_LOOKED};
use crate::{Look, Reader, StoreError, cases::SeenCase, engine::Transaction, params};

/// One line, a write or a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    pub seq: i64,
    pub at: Timestamp,
    /// Nil for the house.
    pub staff_id: StaffId,
    pub action: String,
    pub object: String,
    pub outcome: String,
    pub reason: Option<String>,
    /// How many rows it changed; none for a look.
    pub changed: Option<usize>,
    /// The first bytes of the line's own hash, for comparing with a printed one.
    pub fingerprint: String,
}

type Row = (
    i64,
    Timestamp,
    Uuid,
    (String, String, String, String),
    Vec<u8>,
    Vec<u8>,
);

fn line(
    (seq, at, actor, (_, action, object, outcome), payload, leaf): Row,
) -> Result<LedgerLine, StoreError> {
    let payload = Payload::from_bytes(&payload)?;
    Ok(LedgerLine {
        seq,
        at,
        staff_id: StaffId(actor),
        action,
        object,
        outcome,
        changed: Some(payload.changed.len()),
        reason: payload.reason,
        fingerprint: leaf.iter().take(4).map(|b| format!("{b:02x}")).collect(),
    })
}

/// What was done to a case, newest first, before line `before`.
pub async fn writes_of_case<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<LedgerLine>, StoreError> {
    let office = reader.reader().office_id;
    let params = params![office, case.id, before.unwrap_or(i64::MAX), limit];
    let writes: Vec<Row> = reader.transaction().all(OF_CASE, params).await?;
    writes.into_iter().map(line).collect()
}

/// Who opened a case, newest first, before line `before`. Those of one batch share its line.
pub async fn looks_at_case<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<LedgerLine>, StoreError> {
    let office = reader.reader().office_id;
    let params = params![office, case.id, before.unwrap_or(i64::MAX), limit];
    let looks: Vec<(StaffId, String, Uuid, Timestamp, i64)> =
        reader.transaction().all(READS_OF_CASE, params).await?;
    let looks = looks
        .into_iter()
        .map(|(staff_id, object, _, at, seq)| LedgerLine {
            seq,
            at,
            staff_id,
            action: "reads.opened".into(),
            object,
            outcome: "done".into(),
            reason: None,
            changed: None,
            fingerprint: String::new(),
        });
    Ok(looks.collect())
}

/// Everybody who ever opened a case, each with the last time.
pub async fn who_looked<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<(StaffId, Timestamp)>, StoreError> {
    let office = reader.reader().office_id;
    reader
        .transaction()
        .all(WHO_LOOKED, params![office, case.id])
        .await
}

/// The whole office's ledger, newest first. None for those who may not see it.
pub async fn lines(
    look: &mut Look<'_>,
    before: Option<i64>,
    limit: i64,
) -> Result<Option<Vec<LedgerLine>>, StoreError> {
    if !look.actor().may(May::SeeLedger) {
        return Ok(None);
    }
    let office = look.office_id();
    let rows: Vec<Row> = look
        .tx()
        .all(NEWEST, params![office, before.unwrap_or(i64::MAX), limit])
        .await?;
    rows.into_iter()
        .map(line)
        .collect::<Result<Vec<_>, _>>()
        .map(Some)
}

/// The names of those who work or worked here, by id.
pub async fn names<'d>(reader: &mut impl Reader<'d>) -> Result<HashMap<StaffId, String>, StoreError> {
    let office = reader.reader().office_id;
    names_of(reader.transaction(), office).await
}

async fn names_of(
    tx: &mut Transaction<'_>,
    office: OfficeId,
) -> Result<HashMap<StaffId, String>, StoreError> {
    Ok(tx
        .all::<(StaffId, String)>(NAMES, params![office])
        .await?
        .into_iter()
        .collect())
}
