//! Anything that came in, and what became of it. Never lost, never silently dropped.

mod attach;
mod decide;
mod refusal;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::ids::{ArrivalId, BatchId, CaseId, DocumentId, PersonId, StaffId};
use crate::words;

pub use attach::{ThreadProof, may_attach};
pub use decide::{Decision, decide};
pub use refusal::ArrivalRefusal;

words! {
    /// The way it came.
    pub enum ArrivalChannel {
        Email => "email",
        Phone => "phone",
        WalkIn => "walk-in",
        Letter => "letter",
        WebForm => "web-form",
    }
}

words! {
    /// What was understood of it, before anybody read it.
    pub enum Verdict {
        Bounce => "bounce",
        AutoReply => "auto-reply",
        ListOrBulk => "list-or-bulk",
        Calendar => "calendar",
        ReplyToCase => "reply-to-case",
        /// No rule fits: a person reads it.
        ToRead => "to-read",
        /// It could not be read by machine; its bytes are kept and shown.
        Unreadable => "unreadable",
    }
}

words! {
    /// What became of it.
    pub enum Fate {
        /// Nobody has decided yet.
        Waiting => "waiting",
        OpenedCase => "opened-case",
        JoinedCase => "joined-case",
        AnsweredOpinion => "answered-opinion",
        AnsweredInformation => "answered-information",
        Transferred => "transferred",
        SetAside => "set-aside",
    }
}

words! {
    /// What kind of matter it is; each has its own queue.
    pub enum MatterKind {
        Casework => "casework",
        Opinion => "opinion",
        /// A flag, a tour, a nomination.
        ServiceRequest => "service-request",
        Information => "information",
        NotKnown => "not-known",
    }
}

/// Why a verdict was given: a message key and what it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    pub key: String,
    /// Names and values, as the sentence names them.
    #[serde(default)]
    pub args: Vec<(String, String)>,
}

/// One thing that came in.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    pub id: ArrivalId,
    pub channel: ArrivalChannel,
    /// SHA-256 of the raw bytes: the same message twice is one arrival.
    pub digest: Vec<u8>,
    /// Name of the sealed raw bytes in the object folder; none for what was typed in.
    pub raw_object: Option<String>,
    pub raw_bytes: i64,
    pub received_at: Timestamp,
    /// The intake run it came with.
    pub batch_id: Option<BatchId>,
    /// Times reading was tried, counted before each try.
    pub attempts: i64,
    pub verdict: Verdict,
    pub because: Vec<Because>,
    pub from_name: String,
    pub from_address: String,
    pub subject: String,
    /// When its sender says it was written.
    pub written_at: Option<Timestamp>,
    pub message_id: Option<String>,
    /// What is new in it.
    pub new_text: String,
    /// What it quotes.
    pub quoted_text: String,
    pub signature: String,
    /// Cleaned HTML for the sandboxed frame.
    pub html: Option<String>,
    /// What was left out of the HTML, such as pictures from outside.
    pub left_out: i64,
    /// The case it seems to answer.
    pub reply_to_case: Option<CaseId>,
    /// The person it was decided to come from.
    pub person_id: Option<PersonId>,
    pub fate: Fate,
    pub fate_reason: Option<String>,
    pub fate_case: Option<CaseId>,
    pub fate_by: Option<StaffId>,
    pub fate_at: Option<Timestamp>,
    pub kind: MatterKind,
    pub language: Option<String>,
    pub due_hint_on: Option<Date>,
    pub version: i64,
}

impl Arrival {
    pub const fn waits(&self) -> bool {
        matches!(self.fate, Fate::Waiting)
    }
}

/// A file that came with an arrival.
#[derive(Debug, Clone, PartialEq)]
pub struct ArrivalFile {
    pub id: DocumentId,
    pub arrival_id: ArrivalId,
    pub n: i64,
    pub name: String,
    pub claimed_type: String,
    pub bytes: i64,
}
