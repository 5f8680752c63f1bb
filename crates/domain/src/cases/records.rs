//! What is kept beside a case: its phase visits, promises, timeline and the question asked after closing.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::ids::{CaseId, EntryId, FollowUpId, PersonId, PhaseVisitId, PromiseId, StaffId};
use crate::words;

/// One stay of a case in one phase. Coming back is another visit.
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseVisit {
    pub id: PhaseVisitId,
    pub case_id: CaseId,
    /// The visits of a case count up from 1, over all phases.
    pub n: i64,
    pub phase: String,
    pub entered_at: Timestamp,
    pub entered_by: StaffId,
    pub left_at: Option<Timestamp>,
    /// Why it was entered; asked for when the phase was left before.
    pub reason: Option<String>,
    pub version: i64,
}

/// Something we said we would do or tell, by a day, in a way that is safe for the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    pub id: PromiseId,
    pub case_id: CaseId,
    pub what: String,
    pub due_on: Date,
    pub safe_way: String,
    pub made_at: Timestamp,
    pub made_by: StaffId,
    pub kept_at: Option<Timestamp>,
    pub kept_by_entry: Option<EntryId>,
    /// Why it will not be kept any more, such as the closing of its case.
    pub dropped_reason: Option<String>,
    pub version: i64,
}

words! {
    /// What a line of the timeline records.
    pub enum EntryKind {
        Note => "note",
        Call => "call",
        LetterIn => "letter-in",
        LetterOut => "letter-out",
        Inquiry => "inquiry",
        Reply => "reply",
        Release => "release",
        /// Something that happened to the case itself, such as a phase entered or a closing.
        Event => "event",
        /// We tried to reach somebody and did not.
        Attempt => "attempt",
    }
}

words! {
    /// Which way words went.
    pub enum Direction {
        In => "in",
        Out => "out",
        None => "none",
    }
}

/// One line of a case's timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: EntryId,
    pub case_id: CaseId,
    pub kind: EntryKind,
    pub direction: Direction,
    /// When it happened.
    pub at: Timestamp,
    /// When it was written down.
    pub written_at: Timestamp,
    /// Who wrote it; none when the house did.
    pub by: Option<StaffId>,
    /// The person it was with or about.
    pub person_id: Option<PersonId>,
    pub body: String,
    /// Kept from everybody but those who work on the case.
    pub private: bool,
    /// The inquiry, release, letter or arrival it tells of.
    pub subject_id: Option<Uuid>,
    pub detail: BTreeMap<String, String>,
}

words! {
    /// The person's own answer to whether it was solved.
    pub enum Solved {
        Yes => "yes",
        Partly => "partly",
        No => "no",
        NoAnswer => "no-answer",
    }
}

/// The question, some weeks after closing, whether the matter was really solved.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    pub id: FollowUpId,
    pub case_id: CaseId,
    pub ask_on: Date,
    pub asked_at: Option<Timestamp>,
    pub answer: Option<Solved>,
    pub answer_note: Option<String>,
    pub answered_at: Option<Timestamp>,
    pub version: i64,
}
