//! Write into a case's timeline: a note, a call, a try that reached nobody. What a case lacks never refuses it, and a
//! closed case takes it too.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::case::Case;
use super::records::{Direction, Entry, EntryKind};
use super::refusal::{Refusal, said};
use super::stamp::{Fresh, Stamp};
use crate::ids::EntryId;
use crate::people::Way;
use crate::words;

words! {
    /// What came of a call.
    pub enum Reached {
        /// We spoke.
        Spoke => "spoke",
        LeftMessage => "left-message",
        NoAnswer => "no-answer",
    }
}

/// Whom a call was with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalledWith {
    /// The person of the case.
    Person,
    /// Somebody else, as the worker names them.
    Other(String),
}

/// A note to ourselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noting {
    pub body: String,
    /// For its author alone.
    pub private: bool,
    /// When it happened; none: now.
    pub at: Option<Timestamp>,
}

/// A call, in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calling {
    pub with: CalledWith,
    pub direction: Direction,
    pub reached: Reached,
    pub minutes: Option<u16>,
    /// When it was; none: now.
    pub at: Option<Timestamp>,
    pub body: String,
    /// The person was told only that there is no news yet.
    pub no_news: bool,
}

/// A note. It needs words, and nothing else.
pub fn note(case: &Case, noting: &Noting, stamp: &Stamp, fresh: Fresh<'_>) -> Result<Entry, Refusal> {
    let body = said(&noting.body, Refusal::WordsMissing)?;
    let at = when(noting.at, stamp)?;
    Ok(Entry {
        private: noting.private,
        at,
        ..line(case, EntryKind::Note, Direction::None, body, stamp, fresh)
    })
}

/// A call. That it took place is worth keeping without a word.
pub fn call(case: &Case, calling: &Calling, stamp: &Stamp, fresh: Fresh<'_>) -> Result<Entry, Refusal> {
    let at = when(calling.at, stamp)?;
    let kind = match calling.reached {
        Reached::Spoke => EntryKind::Call,
        Reached::LeftMessage | Reached::NoAnswer => EntryKind::Attempt,
    };
    let direction = match calling.direction {
        Direction::In => Direction::In,
        Direction::Out | Direction::None => Direction::Out,
    };
    let body = calling.body.trim().to_owned();
    let mut entry = line(case, kind, direction, body, stamp, fresh);
    entry.at = at;
    entry.detail.insert("way".to_owned(), Way::Phone.to_string());
    entry
        .detail
        .insert("reached".to_owned(), calling.reached.to_string());
    match &calling.with {
        CalledWith::Person => entry.person_id = case.person_id,
        CalledWith::Other(name) => {
            let name = said(name, Refusal::WordsMissing)?;
            entry.detail.insert("with".to_owned(), name);
        }
    }
    if let Some(minutes) = calling.minutes {
        entry.detail.insert("minutes".to_owned(), minutes.to_string());
    }
    if calling.no_news {
        entry.detail.insert("no_news".to_owned(), "yes".to_owned());
    }
    Ok(entry)
}

/// A try by another way that reached nobody: a visit to a closed door, a letter that came back.
pub fn attempt(
    case: &Case,
    way: Way,
    body: &str,
    at: Option<Timestamp>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Result<Entry, Refusal> {
    let at = when(at, stamp)?;
    let mut entry = line(
        case,
        EntryKind::Attempt,
        Direction::Out,
        body.trim().to_owned(),
        stamp,
        fresh,
    );
    entry.at = at;
    entry.person_id = case.person_id;
    entry.detail.insert("way".to_owned(), way.to_string());
    Ok(entry)
}

/// What happened lies behind us, and may be written down late.
fn when(at: Option<Timestamp>, stamp: &Stamp) -> Result<Timestamp, Refusal> {
    match at {
        Some(at) if at > stamp.now => Err(Refusal::AheadOfTime),
        Some(at) => Ok(at),
        None => Ok(stamp.now),
    }
}

fn line(
    case: &Case,
    kind: EntryKind,
    direction: Direction,
    body: String,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Entry {
    Entry {
        id: EntryId(fresh()),
        case_id: case.id,
        kind,
        direction,
        at: stamp.now,
        written_at: stamp.now,
        by: Some(stamp.by),
        person_id: None,
        body,
        private: false,
        subject_id: None,
        detail: BTreeMap::new(),
    }
}
