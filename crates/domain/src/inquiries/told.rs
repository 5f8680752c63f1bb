//! Whether the person has heard what an agency said. Until then a case does not close.

use crate::cases::promises::Heard;
use crate::inquiries::{Learned, Reply, ReplyKind};

impl Reply {
    /// Whether the person has still to hear of it from us. What went to them, or came from them, they know.
    pub fn is_untold(&self) -> bool {
        let known_to_person = match self.learned {
            Learned::Received => false,
            Learned::SentToPerson | Learned::ReportedByPerson => true,
        };
        let worth_telling = match self.kind {
            ReplyKind::Acknowledgement => false,
            ReplyKind::Interim
            | ReplyKind::Partial
            | ReplyKind::Substantive
            | ReplyKind::Referral
            | ReplyKind::RefusalOfRelease
            | ReplyKind::NoReply => true,
        };
        self.told_by.is_none() && worth_telling && !known_to_person
    }
}

/// Notes by what the person heard of a reply; the first time counts.
#[must_use]
pub fn told(reply: &Reply, heard: Heard) -> Reply {
    Reply {
        told_by: reply.told_by.or(Some(heard.entry())),
        ..reply.clone()
    }
}
