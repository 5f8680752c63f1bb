//! Acts on inquiries: asked on a permission, chased, and answered in one of seven ways.

mod change;
mod chase;
mod declare_no_reply;
mod draft;
mod final_text;
mod mark_sent;
mod record_reply;
mod send;
mod tell;
mod withdraw;

pub use change::{ChangeInquiry, change};
pub use chase::{ChaseInquiry, chase};
pub use declare_no_reply::{NoReply, declare_no_reply};
pub use draft::{DraftInquiry, draft};
pub use final_text::{FinalText, final_text};
pub use record_reply::{RecordReply, record_reply};
pub use send::{SendBy, SendInquiry, Sent, send};
pub use tell::tell_in;
pub use withdraw::withdraw;

pub(crate) use mark_sent::mark_sent;

use domain::{
    cases::{Direction, Entry, EntryKind},
    ids::{EntryId, InquiryId},
    inquiries::Inquiry,
};
use store::cases::SeenCase;

use crate::{ActionError, Doing};

async fn find(doing: &mut Doing<'_>, case: &SeenCase, id: InquiryId) -> Result<Inquiry, ActionError> {
    let found = store::inquiries::one(&mut doing.act, case, id).await?;
    found.ok_or(ActionError::NotFound)
}

/// A line of the timeline about an inquiry.
fn entry(
    doing: &Doing<'_>,
    inquiry: &Inquiry,
    kind: EntryKind,
    direction: Direction,
    body: &str,
    detail: &[(&str, String)],
) -> Entry {
    let mut all = vec![("agency", inquiry.agency.clone())];
    all.extend(detail.iter().cloned());
    Entry {
        id: EntryId(doing.act.new_id()),
        case_id: inquiry.case_id,
        kind,
        direction,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: doing.act.actor().role().map(|_| doing.stamp.by),
        person_id: None,
        body: body.to_owned(),
        private: false,
        subject_id: Some(inquiry.id.0),
        detail: all
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}
