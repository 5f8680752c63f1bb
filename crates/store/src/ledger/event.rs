//! One line of the ledger as bytes: what happened, by whom, when, to what, with a commitment to what was changed.

use ciborium::Value as Cbor;
use domain::{
    access::Actor,
    ids::{CaseId, OfficeId},
};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::StoreError;

/// 32 bytes of SHA-256.
pub type Digest = [u8; 32];

/// The version of the layout below.
const LAYOUT: u64 = 1;

/// What an act did, as told by the act itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// `cases.open`, `consents.revoke`…: room and verb.
    pub action: &'static str,
    /// What it was done to: kind and id.
    pub object: &'static str,
    pub object_id: Uuid,
    pub case_id: Option<CaseId>,
    /// `done`, or `refused` where the rules said no and that is worth keeping.
    pub outcome: &'static str,
    /// Free text, kept in the erasable payload.
    pub reason: Option<String>,
}

/// How one row was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    Insert,
    Update,
    Remove,
}

impl Touch {
    pub const fn as_str(self) -> &'static str {
        match self {
            Touch::Insert => "insert",
            Touch::Update => "update",
            Touch::Remove => "remove",
        }
    }
}

/// One row an act changed, with the digest of what it left there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub table: String,
    pub id: Uuid,
    pub touch: Touch,
    /// All zeros for a removed row.
    pub after: Digest,
}

/// The erasable part: rows changed and the reason given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Payload {
    pub reason: Option<String>,
    pub changed: Vec<Changed>,
}

impl Payload {
    /// Canonical CBOR: `[reason, [[table, id, touch, digest]…]]`.
    pub fn to_bytes(&self) -> Vec<u8> {
        let changed = self.changed.iter().map(|c| {
            Cbor::Array(vec![
                Cbor::Text(c.table.clone()),
                Cbor::Bytes(c.id.as_bytes().to_vec()),
                Cbor::Text(c.touch.as_str().into()),
                Cbor::Bytes(c.after.to_vec()),
            ])
        });
        let reason = self.reason.clone().map_or(Cbor::Null, Cbor::Text);
        encode(&Cbor::Array(vec![reason, Cbor::Array(changed.collect())]))
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StoreError> {
        let fault = || StoreError::broken("a ledger payload is not in its layout");
        let Cbor::Array(parts) = decode(bytes)? else {
            return Err(fault());
        };
        let [reason, Cbor::Array(rows)] = parts.as_slice() else {
            return Err(fault());
        };
        let mut changed = Vec::with_capacity(rows.len());
        for row in rows {
            let Cbor::Array(row) = row else {
                return Err(fault());
            };
            let [
                Cbor::Text(table),
                Cbor::Bytes(id),
                Cbor::Text(touch),
                Cbor::Bytes(after),
            ] = row.as_slice()
            else {
                return Err(fault());
            };
            let touch = match touch.as_str() {
                "insert" => Touch::Insert,
                "update" => Touch::Update,
                "remove" => Touch::Remove,
                _ => return Err(fault()),
            };
            changed.push(Changed {
                table: table.clone(),
                id: Uuid::from_slice(id).map_err(StoreError::broken)?,
                touch,
                after: after.as_slice().try_into().map_err(StoreError::broken)?,
            });
        }
        Ok(Self {
            reason: reason.as_text().map(str::to_owned),
            changed,
        })
    }
}

/// The event's bytes: canonical CBOR, one array in a fixed order (security design, audit chain).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub office: OfficeId,
    pub seq: i64,
    pub at: Timestamp,
    pub actor_kind: String,
    pub actor_id: Uuid,
    pub action: String,
    pub object: String,
    pub object_id: Uuid,
    pub case_id: Option<CaseId>,
    pub outcome: String,
    /// SHA-256 of salt and payload.
    pub payload: Digest,
}

impl Event {
    pub fn new(
        office: OfficeId,
        seq: i64,
        at: Timestamp,
        actor: &Actor,
        deed: &Deed,
        payload: Digest,
    ) -> Self {
        Self {
            office,
            seq,
            at,
            actor_kind: actor.kind().into(),
            actor_id: actor.staff_id().0,
            action: deed.action.into(),
            object: deed.object.into(),
            object_id: deed.object_id,
            case_id: deed.case_id,
            outcome: deed.outcome.into(),
            payload,
        }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let id = |id: &Uuid| Cbor::Bytes(id.as_bytes().to_vec());
        encode(&Cbor::Array(vec![
            Cbor::Integer(LAYOUT.into()),
            id(&self.office.0),
            Cbor::Integer(self.seq.into()),
            Cbor::Integer(self.at.as_microsecond().into()),
            Cbor::Text(self.actor_kind.clone()),
            id(&self.actor_id),
            Cbor::Text(self.action.clone()),
            Cbor::Text(self.object.clone()),
            id(&self.object_id),
            self.case_id.map_or(Cbor::Null, |c| id(&c.0)),
            Cbor::Text(self.outcome.clone()),
            Cbor::Bytes(self.payload.to_vec()),
        ]))
    }
}

/// SHA-256 of salt and payload: proves the payload while it is kept, and says nothing once it is erased.
pub fn commitment(salt: &[u8], payload: &[u8]) -> Digest {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(payload);
    hash.finalize().into()
}

fn encode(value: &Cbor) -> Vec<u8> {
    let mut out = Vec::new();
    ciborium::into_writer(value, &mut out).expect("writing to memory does not fail");
    out
}

fn decode(bytes: &[u8]) -> Result<Cbor, StoreError> {
    ciborium::from_reader(bytes).map_err(StoreError::broken)
}
