//! Asking again, and saying in the end that no answer came.

use crate::inquiries::{Chase, Inquiry, InquiryRefusal, InquiryState};
use jiff::civil::Date;

/// Records that the agency was asked again, and when to ask next.
pub fn chase_inquiry(
    inquiry: &Inquiry,
    chase: Chase,
    next_on: Option<Date>,
    today: Date,
) -> Result<Inquiry, InquiryRefusal> {
    let Some(sent_on) = inquiry.sent_on else {
        return Err(InquiryRefusal::NotSent);
    };
    if !inquiry.is_open() {
        return Err(InquiryRefusal::NotOpen);
    }
    if chase.on > today {
        return Err(InquiryRefusal::InFuture);
    }
    if chase.on < sent_on {
        return Err(InquiryRefusal::BeforeSent);
    }
    if next_on.is_some_and(|next| next <= chase.on) {
        return Err(InquiryRefusal::ChaseInPast);
    }
    let mut chases = inquiry.chases.clone();
    chases.push(chase);
    Ok(Inquiry {
        chases,
        chase_on: next_on,
        ..inquiry.clone()
    })
}

/// Gives up waiting, after having asked again at least once. In the agency's curve it counts as censored, not as
/// answered.
pub fn declare_no_reply(inquiry: &Inquiry, on: Date, today: Date) -> Result<Inquiry, InquiryRefusal> {
    let Some(sent_on) = inquiry.sent_on else {
        return Err(InquiryRefusal::NotSent);
    };
    if !inquiry.is_open() {
        return Err(InquiryRefusal::NotOpen);
    }
    let Some(last) = inquiry.chases.iter().map(|chase| chase.on).max() else {
        return Err(InquiryRefusal::NotChased);
    };
    if on > today {
        return Err(InquiryRefusal::InFuture);
    }
    if on < sent_on || on < last {
        return Err(InquiryRefusal::BeforeSent);
    }
    Ok(Inquiry {
        state: InquiryState::NoReply,
        closed_on: Some(on),
        chase_on: None,
        ..inquiry.clone()
    })
}
