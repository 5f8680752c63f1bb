//! The ledger: one line an act, in the same transaction, chained and rooted, so that any change of it is found.

mod event;
mod export;
mod merkle;
mod page;
mod verify;

use domain::access::Actor;
use jiff::Timestamp;
use uuid::Uuid;

pub use event::{Changed, Deed, Digest, Event, Payload, Touch, commitment};
pub use export::{ExportFault, check_export, export};
pub use merkle::{Edge, START, chain, leaf, root_of};
pub use page::{LedgerLine, lines, looks_at_case, names, who_looked, writes_of_case};
pub use verify::{Fault, Verified, verify, verify_in};

use crate::{
    StoreError,
    engine::{Statement, Transaction, Value},
    params, statements,
};
use domain::ids::OfficeId;

statements! {
    /// the head, locked until the end of the transaction so that lines are numbered without gaps
    HEAD_LOCKED = {
        postgres: "select seq, chain, edge from ledger_heads where office_id = $1 for update",
        sqlite: "select seq, chain, edge from ledger_heads where office_id = $1",
    };
    HEAD = "select seq, chain, edge from ledger_heads where office_id = $1";
    HEAD_START = "insert into ledger_heads (office_id, seq, chain, edge) values ($1, $2, $3, $4)";
    HEAD_MOVE = "update ledger_heads set seq = $2, chain = $3, edge = $4 where office_id = $1";
    APPEND = "insert into ledger (office_id, seq, at, actor_kind, actor_id, action, object, object_id, case_id, outcome,
        payload_digest, salt, payload, leaf, chain)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    WALK = "select seq, at, actor_kind, actor_id, action, object, object_id, case_id, outcome, payload_digest, salt,
        payload, leaf, chain from ledger where office_id = $1 and seq > $2 order by seq limit $3";
    READS_OF_BATCH = "select id, staff_id, case_id, object, object_id, at from reads
        where office_id = $1 and batch_id = $2 order by n limit 100000";
    READS_COUNT = "select count(*) from reads where office_id = $1";
    OF_CASE = "select l.seq, l.at, l.actor_id, l.actor_kind, l.action, l.object, l.outcome, l.payload, l.leaf
        from ledger l where l.office_id = $1 and l.case_id = $2 and l.seq < $3 order by l.seq desc limit $4";
    READS_OF_CASE = "select r.staff_id, r.object, r.object_id, r.at, l.seq from reads r
        join ledger l on l.office_id = r.office_id and l.object_id = r.batch_id and l.action = 'reads.batch'
        where r.office_id = $1 and r.case_id = $2 and l.seq < $3 order by r.at desc, r.n desc limit $4";
    WHO_LOOKED = "select r.staff_id, max(r.at) from reads r where r.office_id = $1 and r.case_id = $2
        group by r.staff_id order by r.staff_id limit 500";
    NEWEST = "select l.seq, l.at, l.actor_id, l.actor_kind, l.action, l.object, l.outcome, l.payload, l.leaf
        from ledger l where l.office_id = $1 and l.seq < $2 order by l.seq desc limit $3";
    NAMES = "select id, name from staff where office_id = $1 limit 5000";
}

/// Where the ledger of one office stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    pub chain: Digest,
    pub edge: Edge,
}

/// Where the ledger stands.
pub async fn head(tx: &mut Transaction<'_>, office: OfficeId) -> Result<Option<Head>, StoreError> {
    head_by(tx, HEAD, office).await
}

async fn head_by(
    tx: &mut Transaction<'_>,
    statement: Statement,
    office: OfficeId,
) -> Result<Option<Head>, StoreError> {
    let row: Option<(i64, Vec<u8>, Vec<u8>)> = tx.one(statement, params![office]).await?;
    row.map(|(seq, chain, edge)| {
        Ok(Head {
            seq,
            chain: chain.as_slice().try_into().map_err(StoreError::broken)?,
            edge: Edge::from_bytes(&edge)
                .ok_or_else(|| StoreError::broken("the ledger's head is damaged"))?,
        })
    })
    .transpose()
}

/// What one act adds to the ledger.
pub struct Line<'a> {
    pub actor: &'a Actor,
    pub deed: &'a Deed,
    pub at: Timestamp,
    pub salt: [u8; 16],
    pub changed: Vec<Changed>,
}

/// Appends one line as the last thing before a commit, and answers its number.
pub async fn append(tx: &mut Transaction<'_>, line: Line<'_>) -> Result<i64, StoreError> {
    let office = line.actor.office_id;
    let (before, is_new) = match head_by(tx, HEAD_LOCKED, office).await? {
        Some(head) => (head, false),
        None => (
            Head {
                seq: 0,
                chain: START,
                edge: Edge::default(),
            },
            true,
        ),
    };
    let payload = Payload {
        reason: line.deed.reason.clone(),
        changed: line.changed,
    }
    .to_bytes();
    let event = Event::new(
        office,
        before.seq + 1,
        line.at,
        line.actor,
        line.deed,
        commitment(&line.salt, &payload),
    );
    let leaf = leaf(&event.to_bytes());
    let chain = chain(&before.chain, &leaf);
    let mut edge = before.edge;
    edge.push(leaf);
    let row: &[Value] = params![
        office,
        event.seq,
        event.at,
        event.actor_kind,
        event.actor_id,
        event.action,
        event.object,
        event.object_id,
        event.case_id,
        event.outcome,
        event.payload.to_vec(),
        line.salt.to_vec(),
        payload,
        leaf.to_vec(),
        chain.to_vec(),
    ];
    tx.execute(APPEND, row).await?;
    let head = if is_new { HEAD_START } else { HEAD_MOVE };
    tx.execute(head, params![office, event.seq, chain.to_vec(), edge.to_bytes()])
        .await?;
    Ok(event.seq)
}

/// SHA-256 over table, id and every covered column: what a row must still look like to fit the ledger.
pub fn digest_of_row(table: &str, id: Uuid, values: &[Value]) -> Digest {
    use sha2::{Digest as _, Sha256};
    let mut bytes = Vec::with_capacity(64 * (values.len() + 1));
    Value::Text(table.to_owned()).canonical(&mut bytes);
    Value::Uuid(id).canonical(&mut bytes);
    values.iter().for_each(|v| v.canonical(&mut bytes));
    Sha256::digest(bytes).into()
}
