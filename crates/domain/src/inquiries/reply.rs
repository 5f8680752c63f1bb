//! What an agency said, kept apart from what the office thinks of it.

use crate::ids::{CaseId, DocumentId, EntryId, InquiryId, ReplyId, StaffId};
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;

words! {
    /// The seven kinds of reply; only a substantive one answers.
    pub enum ReplyKind {
        Acknowledgement => "acknowledgement",
        Interim => "interim",
        Partial => "partial",
        Substantive => "substantive",
        Referral => "referral",
        RefusalOfRelease => "refusal-of-release",
        NoReply => "no-reply",
    }
}

words! {
    /// How we came to know of a reply.
    pub enum Learned {
        /// It came to us.
        Received => "received",
        /// It went to the person; the agency told us.
        SentToPerson => "sent-to-person",
        /// The person told us.
        ReportedByPerson => "reported-by-person",
    }
}

/// One answer. Written once: the agency's text is never edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub id: ReplyId,
    pub inquiry_id: InquiryId,
    pub case_id: CaseId,
    pub kind: ReplyKind,
    pub learned: Learned,
    /// The day the agency acted, where it is known.
    pub acted_on: Option<Date>,
    /// The day we knew of it.
    pub known_on: Date,
    /// The agency's words.
    pub text: String,
    /// The office's words about them.
    pub comment: Option<String>,
    /// The day the agency now expects to answer.
    pub expected_on: Option<Date>,
    pub reason: Option<String>,
    /// Questions that stay open after this reply.
    pub open_questions: Vec<String>,
    /// The body an agency passed the matter to.
    pub referred_to: Option<String>,
    pub document_id: Option<DocumentId>,
    /// The line of the timeline by which the person heard of it.
    pub told_by: Option<EntryId>,
    pub recorded_by: StaffId,
    pub recorded_at: Timestamp,
}
