//! From draft to sent: made ready by a person, sent on a [`Disclosure`], dated by the day it went.

use crate::consents::{Disclosure, Pack};
use crate::ids::LetterId;
use crate::inquiries::{Inquiry, InquiryRefusal, InquiryState};
use jiff::civil::Date;

impl Inquiry {
    /// Whether an answer is owed: sent, and neither answered, given up nor withdrawn.
    pub fn is_open(&self) -> bool {
        match self.state {
            InquiryState::Sent => true,
            InquiryState::Draft
            | InquiryState::Ready
            | InquiryState::Answered
            | InquiryState::NoReply
            | InquiryState::Withdrawn => false,
        }
    }
}

impl Inquiry {
    /// Whether somebody has still to hear of it: an answer is owed, or its letter is in the post.
    pub fn is_under_way(&self) -> bool {
        self.is_open() || (self.state == InquiryState::Ready && self.letter_id.is_some())
    }
}

/// Says that a draft may go.
pub fn make_ready(inquiry: &Inquiry) -> Result<Inquiry, InquiryRefusal> {
    if inquiry.state != InquiryState::Draft {
        return Err(InquiryRefusal::NotDraft);
    }
    if inquiry.question.trim().is_empty() {
        return Err(InquiryRefusal::NoQuestion);
    }
    if inquiry.data_classes.is_empty() {
        return Err(InquiryRefusal::NoDataClass);
    }
    Ok(Inquiry {
        state: InquiryState::Ready,
        ..inquiry.clone()
    })
}

/// How and when an inquiry went out, as whoever sent it saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentHow {
    /// The day it left. For an e-mail that is when the mail server took it, never when it was tasked.
    pub on: Date,
    pub today: Date,
    /// When the agency's answer is due by its clock.
    pub due_on: Option<Date>,
    /// When the office means to ask again.
    pub chase_on: Option<Date>,
    pub letter_id: Option<LetterId>,
}

/// Marks an inquiry as sent. Without a disclosure made for this very inquiry there is no way here.
pub fn send_inquiry(
    inquiry: &Inquiry,
    disclosure: &Disclosure,
    pack: Option<&Pack>,
    how: SentHow,
) -> Result<Inquiry, InquiryRefusal> {
    match inquiry.state {
        InquiryState::Ready => {}
        InquiryState::Draft => return Err(InquiryRefusal::NotReady),
        InquiryState::Sent | InquiryState::Answered | InquiryState::NoReply => {
            return Err(InquiryRefusal::AlreadySent);
        }
        InquiryState::Withdrawn => return Err(InquiryRefusal::NotOpen),
    }
    let same = disclosure.inquiry_id() == inquiry.id
        && disclosure.case_id() == inquiry.case_id
        && disclosure.recipient() == inquiry.agency
        && disclosure.purpose() == inquiry.purpose
        && disclosure.channel() == inquiry.channel
        && inquiry
            .data_classes
            .iter()
            .all(|class| disclosure.data_classes().contains(class));
    if !same {
        return Err(InquiryRefusal::OtherDisclosure);
    }
    let channels = pack.and_then(|pack| pack.submit_channel.as_ref());
    if channels.is_some_and(|accepted| !accepted.contains(&inquiry.channel)) {
        return Err(InquiryRefusal::ChannelNotAccepted);
    }
    if how.on > how.today {
        return Err(InquiryRefusal::InFuture);
    }
    Ok(Inquiry {
        state: InquiryState::Sent,
        sent_on: Some(how.on),
        due_on: how.due_on,
        chase_on: how.chase_on,
        disclosure_id: Some(disclosure.id()),
        letter_id: how.letter_id.or(inquiry.letter_id),
        ..inquiry.clone()
    })
}

/// Takes back an inquiry that nobody has answered.
pub fn withdraw_inquiry(inquiry: &Inquiry, on: Date) -> Result<Inquiry, InquiryRefusal> {
    match inquiry.state {
        InquiryState::Draft | InquiryState::Ready | InquiryState::Sent => Ok(Inquiry {
            state: InquiryState::Withdrawn,
            closed_on: Some(on),
            chase_on: None,
            ..inquiry.clone()
        }),
        InquiryState::Answered | InquiryState::NoReply | InquiryState::Withdrawn => {
            Err(InquiryRefusal::NotOpen)
        }
    }
}
