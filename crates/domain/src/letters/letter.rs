//! One letter or e-mail, from draft to delivery.

use crate::ids::{CaseId, DisclosureId, LetterId, PersonId, ReplyId, StaffId};
use crate::people::Way;
use crate::words;
use jiff::Timestamp;

words! {
    /// Whom a letter is for.
    pub enum ToKind {
        Person => "person",
        Representative => "representative",
        Agency => "agency",
    }
}

words! {
    /// Where a letter stands.
    pub enum LetterState {
        Draft => "draft",
        Queued => "queued",
        Sending => "sending",
        Sent => "sent",
        Failed => "failed",
        /// It came back undelivered.
        Returned => "returned",
        /// Stopped before sending, because permission or safety changed.
        Held => "held",
    }
}

/// One letter out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub id: LetterId,
    pub case_id: Option<CaseId>,
    pub person_id: Option<PersonId>,
    pub to_kind: ToKind,
    pub to_name: String,
    /// The mailbox, number or postal address it goes to.
    pub to_address: String,
    pub way: Way,
    pub template: Option<String>,
    pub template_version: Option<i64>,
    /// BCP 47 tag.
    pub language: String,
    /// Neutral: nothing of the case.
    pub subject: String,
    pub body: String,
    pub state: LetterState,
    pub message_id: Option<String>,
    pub thread_token: Option<String>,
    pub in_reply_to: Option<String>,
    pub disclosure_id: Option<DisclosureId>,
    pub drafted_at: Timestamp,
    pub drafted_by: StaffId,
    pub signed_off_by: Option<StaffId>,
    /// Who let it go although the answer of safe contact was *ask*.
    pub confirmed_by: Option<StaffId>,
    /// The reason it was let go against, by [`ContactReason::word`](crate::people::ContactReason::word).
    pub confirmed_reason: Option<String>,
    /// The replies of agencies that the person hears of by it.
    pub tells_of: Vec<ReplyId>,
    pub queued_at: Option<Timestamp>,
    pub sent_at: Option<Timestamp>,
    pub attempts: i64,
    pub last_error: Option<String>,
    pub version: i64,
}
