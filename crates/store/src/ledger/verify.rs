//! Proving the ledger: walk the chain, then hold every live row against the digest its last act left.

use std::collections::HashMap;

use domain::ids::{CaseId, OfficeId, StaffId};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    Digest, Edge, Event, Head, Payload, READS_COUNT, READS_OF_BATCH, START, Touch, WALK, chain, commitment,
    digest_of_row, head, leaf, root_of,
};
use crate::{
    StoreError,
    engine::{Column, Columns, Database, Deadline, Table, Transaction, Value, Values},
    params, tables,
};

/// The first thing that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("line {after} is followed by line {found}: a line was removed, inserted or renumbered")]
    Gap { after: i64, found: i64 },
    #[error("line {seq}: its payload does not fit its commitment")]
    Payload { seq: i64 },
    #[error("line {seq}: what it says is not what was hashed")]
    Leaf { seq: i64 },
    #[error("line {seq}: it does not follow from the line before")]
    Chain { seq: i64 },
    #[error("the head says {head} lines ending in one hash, and the lines say otherwise")]
    Head { head: i64 },
    #[error("{table} {id}: the row is not as line {seq} left it")]
    Row { table: String, id: Uuid, seq: i64 },
    #[error("{table} {id}: the row has no line in the ledger")]
    Unknown { table: String, id: Uuid },
    #[error("{table} {id}: line {seq} left a row that is gone")]
    Gone { table: String, id: Uuid, seq: i64 },
    #[error("line {seq}: the reads of its batch are not those it was made of")]
    Reads { seq: i64 },
    #[error("{count} reads belong to no line of the ledger")]
    StrayReads { count: i64 },
}

impl Fault {
    /// The number of the line that does not fit, or after which something is missing; 0 where no line is known.
    pub const fn seq(&self) -> i64 {
        match self {
            Self::Gap { after, .. } => *after + 1,
            Self::Payload { seq }
            | Self::Leaf { seq }
            | Self::Chain { seq }
            | Self::Row { seq, .. }
            | Self::Gone { seq, .. }
            | Self::Reads { seq } => *seq,
            Self::Head { head } => *head,
            Self::Unknown { .. } | Self::StrayReads { .. } => 0,
        }
    }
}

/// What was checked, where all of it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub lines: i64,
    pub rows: u64,
    pub reads: i64,
    pub root: Digest,
}

/// One line as it is stored.
pub(super) struct Stored {
    pub event: Event,
    pub salt: Vec<u8>,
    pub payload: Vec<u8>,
    pub leaf: Vec<u8>,
    pub chain: Vec<u8>,
}

type First = (i64, Timestamp, String, Uuid, String, String, Uuid, Option<CaseId>);

impl Columns for Stored {
    fn kinds(out: &mut Vec<crate::engine::Kind>) {
        First::kinds(out);
        <(String, Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>)>::kinds(out);
    }
    fn take(values: &mut Values) -> Result<Self, StoreError> {
        let (seq, at, actor_kind, actor_id, action, object, object_id, case_id) = First::take(values)?;
        let outcome: String = values.take()?;
        let digest: Vec<u8> = values.take()?;
        // A commitment of the wrong length fits nothing; zeros make it fail where it is checked.
        let payload = digest.as_slice().try_into().unwrap_or([0; 32]);
        let office = OfficeId(Uuid::nil());
        Ok(Self {
            event: Event {
                office,
                seq,
                at,
                actor_kind,
                actor_id,
                action,
                object,
                object_id,
                case_id,
                outcome,
                payload,
            },
            salt: values.take()?,
            payload: values.take()?,
            leaf: values.take()?,
            chain: values.take()?,
        })
    }
}

/// What the lines say the rows must look like.
pub(super) struct Walked {
    pub edge: Edge,
    pub chain: Digest,
    pub seq: i64,
    pub rows: HashMap<(String, Uuid), (Digest, i64)>,
    pub reads: Vec<(i64, Uuid, Digest)>,
}

impl Walked {
    pub fn start() -> Self {
        Self {
            edge: Edge::default(),
            chain: START,
            seq: 0,
            rows: HashMap::new(),
            reads: Vec::new(),
        }
    }

    /// Takes the next line, or names what does not fit.
    pub fn take(&mut self, office: OfficeId, mut line: Stored) -> Result<Result<(), Fault>, StoreError> {
        line.event.office = office;
        let seq = line.event.seq;
        if seq != self.seq + 1 {
            return Ok(Err(Fault::Gap {
                after: self.seq,
                found: seq,
            }));
        }
        if commitment(&line.salt, &line.payload) != line.event.payload {
            return Ok(Err(Fault::Payload { seq }));
        }
        let leaf = leaf(&line.event.to_bytes());
        if line.leaf != leaf {
            return Ok(Err(Fault::Leaf { seq }));
        }
        self.chain = chain(&self.chain, &leaf);
        if line.chain != self.chain {
            return Ok(Err(Fault::Chain { seq }));
        }
        self.edge.push(leaf);
        self.seq = seq;
        for changed in Payload::from_bytes(&line.payload)?.changed {
            if changed.table == "reads" {
                self.reads.push((seq, changed.id, changed.after));
            } else if changed.touch == Touch::Remove {
                self.rows.remove(&(changed.table, changed.id));
            } else {
                self.rows
                    .insert((changed.table, changed.id), (changed.after, seq));
            }
        }
        Ok(Ok(()))
    }

    pub fn check_head(&self, head: Option<&Head>) -> Result<(), Fault> {
        let fits = match head {
            None => self.seq == 0,
            Some(head) => head.seq == self.seq && head.chain == self.chain && head.edge == self.edge,
        };
        if fits {
            Ok(())
        } else {
            Err(Fault::Head {
                head: head.map_or(0, |h| h.seq),
            })
        }
    }
}

/// How many lines or rows are read at a time.
const PAGE: i64 = 2_000;

/// Checks everything of one office. The inner result names the first thing that does not fit.
pub async fn verify(database: &Database, office: OfficeId) -> Result<Result<Verified, Fault>, StoreError> {
    let mut tx = database.read(Some(office), Deadline::NONE).await?;
    verify_in(&mut tx, office).await
}

/// As [`verify`], within a transaction somebody else began.
pub async fn verify_in(
    tx: &mut Transaction<'_>,
    office: OfficeId,
) -> Result<Result<Verified, Fault>, StoreError> {
    let walked = match walk(tx, office).await? {
        Ok(walked) => walked,
        Err(fault) => return Ok(Err(fault)),
    };
    let root = walked.edge.root();
    let lines = walked.seq;
    let reads = match check_reads(tx, office, &walked.reads).await? {
        Ok(reads) => reads,
        Err(fault) => return Ok(Err(fault)),
    };
    Ok(check_rows(tx, office, walked.rows).await?.map(|rows| Verified {
        lines,
        rows,
        reads,
        root,
    }))
}

async fn walk(tx: &mut Transaction<'_>, office: OfficeId) -> Result<Result<Walked, Fault>, StoreError> {
    let mut walked = Walked::start();
    let mut last = i64::MIN;
    loop {
        let page: Vec<Stored> = tx.all(WALK, params![office, last, PAGE]).await?;
        let Some(end) = page.last() else { break };
        last = end.event.seq;
        for line in page {
            if let Err(fault) = walked.take(office, line)? {
                return Ok(Err(fault));
            }
        }
    }
    let head = match head(tx, office).await {
        Ok(head) => head,
        // A head that cannot even be read fits nothing.
        Err(StoreError::Broken(_)) => return Ok(Err(Fault::Head { head: 0 })),
        Err(other) => return Err(other),
    };
    Ok(walked.check_head(head.as_ref()).map(|()| walked))
}

async fn check_reads(
    tx: &mut Transaction<'_>,
    office: OfficeId,
    batches: &[(i64, Uuid, Digest)],
) -> Result<Result<i64, Fault>, StoreError> {
    type Row = (Uuid, StaffId, Option<CaseId>, String, Uuid, Timestamp);
    let mut seen = 0;
    for (seq, batch, root) in batches {
        let rows: Vec<Row> = tx.all(READS_OF_BATCH, params![office, *batch]).await?;
        seen += i64::try_from(rows.len()).expect("a batch is small");
        let leaves = rows.into_iter().map(|(id, staff, case, object, object_id, at)| {
            let values = [
                staff.to_value(),
                case.to_value(),
                object.to_value(),
                object_id.to_value(),
                at.to_value(),
            ];
            digest_of_row("reads", id, &values)
        });
        if root_of(leaves) != *root {
            return Ok(Err(Fault::Reads { seq: *seq }));
        }
    }
    let total = tx
        .one::<(i64,)>(READS_COUNT, params![office])
        .await?
        .map_or(0, |(n,)| n);
    Ok(if total == seen {
        Ok(seen)
    } else {
        Err(Fault::StrayReads { count: total - seen })
    })
}

async fn check_rows(
    tx: &mut Transaction<'_>,
    office: OfficeId,
    mut expected: HashMap<(String, Uuid), (Digest, i64)>,
) -> Result<Result<u64, Fault>, StoreError> {
    let mut rows = 0;
    for table in tables() {
        if let Err(fault) = check_table(tx, office, table, &mut expected, &mut rows).await? {
            return Ok(Err(fault));
        }
    }
    Ok(match expected.into_iter().next() {
        Some(((table, id), (_, seq))) => Err(Fault::Gone { table, id, seq }),
        None => Ok(rows),
    })
}

async fn check_table(
    tx: &mut Transaction<'_>,
    office: OfficeId,
    table: &'static Table,
    expected: &mut HashMap<(String, Uuid), (Digest, i64)>,
    rows: &mut u64,
) -> Result<Result<(), Fault>, StoreError> {
    let kinds: Vec<_> = table.columns.iter().map(|(_, kind)| *kind).collect();
    let id_at = table
        .columns
        .iter()
        .position(|(name, _)| *name == "id")
        .expect("every table has an id");
    let sql = table.walk_sql();
    let mut last = Uuid::nil();
    loop {
        let page = tx
            .values_made(
                &sql,
                &[office.to_value(), Value::Uuid(last), PAGE.to_value()],
                &kinds,
            )
            .await?;
        let n = page.len();
        for values in page {
            let id = Uuid::from_value(values[id_at].clone())?;
            last = id;
            *rows += 1;
            match expected.remove(&(table.name.to_owned(), id)) {
                None => {
                    return Ok(Err(Fault::Unknown {
                        table: table.name.to_owned(),
                        id,
                    }));
                }
                Some((after, seq)) if digest_of_row(table.name, id, &values) != after => {
                    return Ok(Err(Fault::Row {
                        table: table.name.to_owned(),
                        id,
                        seq,
                    }));
                }
                Some(_) => {}
            }
        }
        if n < usize::try_from(PAGE).expect("a page is small") {
            return Ok(Ok(()));
        }
    }
}
