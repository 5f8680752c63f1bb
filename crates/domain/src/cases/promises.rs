//! Promises: what we said we would do or tell, and the standing one that the person hears from us.
//!
//! Only a talk with the person or a message that reached them counts. That there is no news is a message too; a note
//! to ourselves, a call to the agency or a letter on its way is not.

use jiff::civil::Date;

use super::case::Case;
use super::model::{EventWord, Model};
use super::records::{Entry, EntryKind, Promise};
use super::refusal::{Refusal, must_be_open, said};
use super::stamp::Stamp;
use crate::clocks::Calendar;
use crate::ids::{EntryId, PromiseId};

/// The timeline entry's detail that says on which day a letter reached the person.
pub const DELIVERED_ON: &str = "delivered_on";

/// Proof that the person heard from us; only [`Heard::of`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    entry: EntryId,
    how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Talked,
    Delivered,
}

impl Heard {
    /// Whether by this entry the person of the case heard from us.
    #[must_use]
    pub fn of(case: &Case, entry: &Entry) -> Option<Self> {
        let with_person =
            entry.case_id == case.id && entry.person_id.is_some() && entry.person_id == case.person_id;
        let how = match entry.kind {
            EntryKind::Call => How::Talked,
            EntryKind::LetterOut if entry.detail.contains_key(DELIVERED_ON) => How::Delivered,
            EntryKind::LetterOut
            | EntryKind::Note
            | EntryKind::LetterIn
            | EntryKind::Inquiry
            | EntryKind::Reply
            | EntryKind::Release
            | EntryKind::Event
            | EntryKind::Attempt => return None,
        };
        with_person.then_some(Self { entry: entry.id, how })
    }

    /// The event the model's clocks follow.
    #[must_use]
    pub const fn event(self) -> EventWord {
        match self.how {
            How::Talked => EventWord::TwoWayContact,
            How::Delivered => EventWord::MessageDelivered,
        }
    }

    /// The entry that proves it.
    #[must_use]
    pub const fn entry(self) -> EntryId {
        self.entry
    }
}

/// Renews the standing promise: counted from the last day the person heard from us, never from an earlier one.
#[must_use]
pub fn renew(case: &Case, _heard: Heard, on: Date) -> Case {
    Case {
        heard_on: Some(case.heard_on.map_or(on, |before| before.max(on))),
        ..case.clone()
    }
}

/// The day by which the person should hear from us, on a working day.
#[must_use]
pub fn hears_by(case: &Case, calendar: &Calendar) -> Date {
    Model::cadence_after(
        case.heard_on.unwrap_or(case.opened_on),
        case.cadence_days,
        calendar,
    )
}

/// What is promised, by when, and in which way it is safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promising {
    pub id: PromiseId,
    pub what: String,
    pub due_on: Date,
    pub safe_way: String,
}

/// Makes a promise to the person of a case.
pub fn promise(case: &Case, promising: &Promising, stamp: &Stamp) -> Result<Promise, Refusal> {
    must_be_open(case)?;
    if promising.due_on < stamp.today {
        return Err(Refusal::DateInPast {
            earliest: stamp.today,
        });
    }
    Ok(Promise {
        id: promising.id,
        case_id: case.id,
        what: said(&promising.what, Refusal::WordsMissing)?,
        due_on: promising.due_on,
        safe_way: said(&promising.safe_way, Refusal::SafeWayMissing)?,
        made_at: stamp.now,
        made_by: stamp.by,
        kept_at: None,
        kept_by_entry: None,
        dropped_reason: None,
        version: 0,
    })
}

/// Keeps a promise by what the person heard.
pub fn keep(promise: &Promise, heard: Heard, stamp: &Stamp) -> Result<Promise, Refusal> {
    if !promise.is_open() {
        return Err(Refusal::PromiseOver);
    }
    Ok(Promise {
        kept_at: Some(stamp.now),
        kept_by_entry: Some(heard.entry()),
        ..promise.clone()
    })
}

impl Promise {
    /// Neither kept nor dropped.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.kept_at.is_none() && self.dropped_reason.is_none()
    }
}
