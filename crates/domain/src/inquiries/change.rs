//! Writing an inquiry again before it goes, and taking it out of the post.

use crate::consents::DataClass;
use crate::ids::StaffId;
use crate::inquiries::{AgencyChannel, Inquiry, InquiryPurpose, InquiryRefusal, InquiryState};

/// What of an inquiry can be written again. Another agency is another inquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    pub liaison: Option<String>,
    pub purpose: InquiryPurpose,
    pub question: String,
    pub data_classes: Vec<DataClass>,
    pub channel: AgencyChannel,
}

/// Writes a draft again. Whoever does is its author: nobody overrides the gate for their own words.
pub fn change_inquiry(inquiry: &Inquiry, words: Wording, by: StaffId) -> Result<Inquiry, InquiryRefusal> {
    if inquiry.state != InquiryState::Draft {
        return Err(InquiryRefusal::NotDraft);
    }
    Ok(Inquiry {
        liaison: words.liaison,
        purpose: words.purpose,
        question: words.question,
        data_classes: words.data_classes,
        channel: words.channel,
        drafted_by: by,
        ..inquiry.clone()
    })
}

/// Makes an inquiry a draft again whose letter never left.
pub fn unsend(inquiry: &Inquiry) -> Result<Inquiry, InquiryRefusal> {
    match inquiry.state {
        InquiryState::Ready => Ok(Inquiry {
            state: InquiryState::Draft,
            disclosure_id: None,
            letter_id: None,
            ..inquiry.clone()
        }),
        InquiryState::Draft => Err(InquiryRefusal::NotReady),
        InquiryState::Sent | InquiryState::Answered | InquiryState::NoReply | InquiryState::Withdrawn => {
            Err(InquiryRefusal::AlreadySent)
        }
    }
}
