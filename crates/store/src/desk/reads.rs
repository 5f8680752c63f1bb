//! The read log: who opened what. Written in batches by one writer a process; a page waits for its batch.

use std::{sync::Weak, time::Duration};

use domain::{access::Actor, ids::CaseId};
use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::{Desk, Inner};
use crate::{
    StoreError,
    engine::{Column, Deadline, Value},
    ledger::{self, Changed, Deed, Touch, digest_of_row, root_of},
    params, statements,
};

statements! {
    READ = "insert into reads (office_id, id, batch_id, n, staff_id, case_id, object, object_id, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

/// How long a batch gathers. A reader waits at most this much longer than the write itself.
const GATHER: Duration = Duration::from_millis(5);
/// Most reads in one batch.
const BATCH: usize = 500;

/// One opening of one thing.
#[derive(Debug, Clone)]
pub struct Read {
    pub actor: Actor,
    pub case_id: Option<CaseId>,
    pub object: &'static str,
    pub object_id: Uuid,
    pub at: Timestamp,
}

type Waiting = (Read, oneshot::Sender<Result<(), StoreError>>);

/// The way in to the read log.
pub struct Reads {
    queue: mpsc::Sender<Waiting>,
}

impl Reads {
    pub(super) fn start(desk: Weak<Inner>) -> Self {
        let (queue, waiting) = mpsc::channel(4096);
        tokio::spawn(write_batches(desk, waiting));
        Self { queue }
    }

    /// # Errors
    /// Where the read could not be written; then what was read must not be shown.
    pub async fn record(&self, read: Read) -> Result<(), StoreError> {
        let (done, answer) = oneshot::channel();
        self.queue
            .send((read, done))
            .await
            .map_err(|_| StoreError::Busy)?;
        answer.await.map_err(|_| StoreError::Busy)?
    }
}

async fn write_batches(desk: Weak<Inner>, mut waiting: mpsc::Receiver<Waiting>) {
    while let Some(first) = waiting.recv().await {
        let mut batch = vec![first];
        tokio::time::sleep(GATHER).await;
        while batch.len() < BATCH {
            let Ok(next) = waiting.try_recv() else { break };
            batch.push(next);
        }
        let Some(inner) = desk.upgrade() else { return };
        let desk = Desk { inner };
        // One line an office: an office's ledger tells of nobody else's readers.
        batch.sort_by_key(|(read, _)| read.actor.office_id);
        for office in batch.chunk_by_mut(|a, b| a.0.actor.office_id == b.0.actor.office_id) {
            let reads: Vec<&Read> = office.iter().map(|(read, _)| read).collect();
            let failed = write(&desk, &reads).await.err().map(|fault| fault.to_string());
            for (_, done) in office {
                let (closed, _) = oneshot::channel();
                let answer = failed
                    .as_ref()
                    .map_or(Ok(()), |fault| Err(StoreError::broken(fault.clone())));
                // A reader that went away needs no answer.
                let _ = std::mem::replace(done, closed).send(answer);
            }
        }
    }
}

async fn write(desk: &Desk, reads: &[&Read]) -> Result<(), StoreError> {
    let office = reads[0].actor.office_id;
    let batch = desk.new_id();
    let mut tx = desk.database().write(Some(office), Deadline::PAGE).await?;
    let mut leaves = Vec::with_capacity(reads.len());
    for (n, read) in reads.iter().enumerate() {
        let id = desk.new_id();
        let staff = read.actor.staff_id();
        let n = i64::try_from(n).expect("a batch is small");
        tx.execute(
            READ,
            params![
                office,
                id,
                batch,
                n,
                staff,
                read.case_id,
                read.object.to_owned(),
                read.object_id,
                read.at
            ],
        )
        .await?;
        leaves.push(leaf_of_read(id, &row(staff.to_value(), read)));
    }
    let deed = Deed {
        action: "reads.batch",
        object: "reads",
        object_id: batch,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    let changed = vec![Changed {
        table: "reads".into(),
        id: batch,
        touch: Touch::Insert,
        after: root_of(leaves),
    }];
    let house = Actor::house(office);
    let line = ledger::Line {
        actor: &house,
        deed: &deed,
        at: desk.now(),
        salt: desk.chance().bytes(),
        changed,
    };
    ledger::append(&mut tx, line).await?;
    tx.commit().await
}

fn row(staff: Value, read: &Read) -> [Value; 5] {
    [
        staff,
        read.case_id.to_value(),
        read.object.to_owned().to_value(),
        read.object_id.to_value(),
        read.at.to_value(),
    ]
}

/// The leaf of one read: its row's digest, over staff, case, object, object id and instant.
pub fn leaf_of_read(id: Uuid, values: &[Value]) -> ledger::Digest {
    digest_of_row("reads", id, values)
}
