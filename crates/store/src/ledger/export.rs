//! The ledger in a file that anybody can check without the database: one line of JSON an event.

use std::io::{BufRead, Write};

use domain::ids::OfficeId;
use hexadecimal::{decode, encode};
use serde::{Deserialize, Serialize};

use super::{
    Fault,
    verify::{Stored, Walked},
};
use crate::{
    StoreError,
    engine::{Database, Deadline},
    params,
};

/// What can be wrong with an export file.
#[derive(Debug, thiserror::Error)]
pub enum ExportFault {
    #[error("line {line} of the file is not a line of an export: {why}")]
    Unreadable { line: usize, why: String },
    #[error(transparent)]
    Ledger(#[from] Fault),
    #[error("the file cannot be read")]
    File(#[from] std::io::Error),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    casework_ledger: u32,
    office: OfficeId,
    lines: i64,
    root: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExportLine {
    seq: i64,
    at: jiff::Timestamp,
    actor_kind: String,
    actor_id: uuid::Uuid,
    action: String,
    object: String,
    object_id: uuid::Uuid,
    case_id: Option<domain::ids::CaseId>,
    outcome: String,
    payload_digest: String,
    salt: String,
    payload: String,
    leaf: String,
    chain: String,
}

/// Writes the whole ledger of an office, and answers how many lines that were.
pub async fn export(database: &Database, office: OfficeId, out: &mut impl Write) -> Result<i64, StoreError> {
    let mut tx = database.read(Some(office), Deadline::NONE).await?;
    let head = super::head(&mut tx, office).await?;
    let (lines, root) = head.map_or((0, super::Edge::default().root()), |h| (h.seq, h.edge.root()));
    let header = Header {
        casework_ledger: 1,
        office,
        lines,
        root: encode(&root),
    };
    write_line(out, &header)?;
    let mut last = 0;
    while last < lines {
        let page: Vec<Stored> = tx.all(super::WALK, params![office, last, 1_000_i64]).await?;
        let Some(end) = page.last() else { break };
        last = end.event.seq;
        for line in page.into_iter().filter(|l| l.event.seq <= lines) {
            write_line(out, &line_of(line))?;
        }
    }
    Ok(lines)
}

/// Checks an export by itself. Answers the number of lines and the root, to compare with one noted elsewhere:
/// a file cut short and given a new header cannot be told from a shorter ledger by itself.
pub fn check_export(file: impl BufRead) -> Result<(i64, String), ExportFault> {
    let mut lines = file.lines();
    let unreadable = |line: usize, why: &dyn std::fmt::Display| ExportFault::Unreadable {
        line,
        why: why.to_string(),
    };
    let first = lines
        .next()
        .ok_or_else(|| unreadable(1, &"the file is empty"))??;
    let header: Header = serde_json::from_str(&first).map_err(|e| unreadable(1, &e))?;
    let mut walked = Walked::start();
    for (n, text) in lines.enumerate() {
        let line: ExportLine = serde_json::from_str(&text?).map_err(|e| unreadable(n + 2, &e))?;
        let stored = stored_of(line).map_err(|e| unreadable(n + 2, &e))?;
        walked
            .take(header.office, stored)
            .map_err(|e| unreadable(n + 2, &e))??;
    }
    let root = encode(&walked.edge.root());
    if walked.seq != header.lines || root != header.root {
        return Err(Fault::Head { head: header.lines }.into());
    }
    Ok((walked.seq, root))
}

fn write_line(out: &mut impl Write, value: &impl Serialize) -> Result<(), StoreError> {
    let text = serde_json::to_string(value).map_err(StoreError::broken)?;
    writeln!(out, "{text}").map_err(StoreError::broken)
}

fn line_of(line: Stored) -> ExportLine {
    ExportLine {
        seq: line.event.seq,
        at: line.event.at,
        actor_kind: line.event.actor_kind,
        actor_id: line.event.actor_id,
        action: line.event.action,
        object: line.event.object,
        object_id: line.event.object_id,
        case_id: line.event.case_id,
        outcome: line.event.outcome,
        payload_digest: encode(&line.event.payload),
        salt: encode(&line.salt),
        payload: encode(&line.payload),
        leaf: encode(&line.leaf),
        chain: encode(&line.chain),
    }
}

fn stored_of(line: ExportLine) -> Result<Stored, StoreError> {
    let digest = decode(&line.payload_digest)?;
    Ok(Stored {
        event: super::Event {
            office: OfficeId(uuid::Uuid::nil()),
            seq: line.seq,
            at: line.at,
            actor_kind: line.actor_kind,
            actor_id: line.actor_id,
            action: line.action,
            object: line.object,
            object_id: line.object_id,
            case_id: line.case_id,
            outcome: line.outcome,
            payload: digest.as_slice().try_into().map_err(StoreError::broken)?,
        },
        salt: decode(&line.salt)?,
        payload: decode(&line.payload)?,
        leaf: decode(&line.leaf)?,
        chain: decode(&line.chain)?,
    })
}

/// Bytes as hexadecimal: any program can read it.
mod hexadecimal {
    use crate::StoreError;

    pub fn encode(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }

    pub fn decode(text: &str) -> Result<Vec<u8>, StoreError> {
        let digit = |c: u8| char::from(c).to_digit(16).map(|d| d as u8);
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let bytes: Option<Vec<u8>> = pairs
            .iter()
            .map(|[a, b]| Some(digit(*a)? << 4 | digit(*b)?))
            .collect();
        bytes
            .filter(|_| rest.is_empty())
            .ok_or_else(|| StoreError::broken("not hexadecimal"))
    }
}
