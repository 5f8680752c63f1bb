//! What each kind of reply does to its inquiry, and what it asks of the rest of the house.

use crate::inquiries::{Inquiry, InquiryRefusal, InquiryState, Reply, ReplyKind};
use jiff::civil::Date;

/// What follows from a reply, for clocks, promises and tasks to carry out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplyEffect {
    /// The agency's clock runs on.
    AgencyClockRunsOn,
    /// The agency's clock is extended: a row with the old day, the new one and the reason.
    ExtendAgencyClock {
        from: Option<Date>,
        to: Date,
        reason: Option<String>,
    },
    /// The agency's clock stops.
    StopAgencyClock { on: Date },
    /// It is our turn: the person has to be told.
    TellPerson { from: Date },
    /// These questions are still open.
    QuestionsStayOpen(Vec<String>),
    /// Another body has it now; day 1 of its clock is the day after it gets it (RC25).
    AskOtherBody { body: Option<String>, handed_on: Date },
    /// The agency does not take the release: a new one is needed, for this reason.
    BackToRelease { reason: Option<String> },
    /// Ended without an answer; for statistics it is censored.
    CountsAsCensored,
}

/// Takes a reply on record: the inquiry as it stands after it, and what follows. Whatever comes, however late, is
/// taken; only a second ending does not overwrite the first one's day.
pub fn record_reply(
    inquiry: &Inquiry,
    reply: &Reply,
    agency_ref: Option<&str>,
    today: Date,
) -> Result<(Inquiry, Vec<ReplyEffect>), InquiryRefusal> {
    check(inquiry, reply, today)?;
    let effects = effects(inquiry, reply);
    let mut after = inquiry.clone();
    if let Some(number) = agency_ref.map(str::trim).filter(|number| !number.is_empty()) {
        after.agency_ref = Some(number.to_owned());
    }
    for effect in &effects {
        match effect {
            ReplyEffect::ExtendAgencyClock { to, .. } => {
                after.due_on = Some(*to);
                after.chase_on = Some(*to);
            }
            ReplyEffect::StopAgencyClock { .. } => {
                after.chase_on = None;
                if inquiry.state != InquiryState::Answered && inquiry.state != InquiryState::Withdrawn {
                    after.state = InquiryState::Answered;
                    after.closed_on = Some(reply.known_on);
                }
            }
            ReplyEffect::AgencyClockRunsOn
            | ReplyEffect::TellPerson { .. }
            | ReplyEffect::QuestionsStayOpen(_)
            | ReplyEffect::AskOtherBody { .. }
            | ReplyEffect::BackToRelease { .. }
            | ReplyEffect::CountsAsCensored => {}
        }
    }
    Ok((after, effects))
}

fn check(inquiry: &Inquiry, reply: &Reply, today: Date) -> Result<(), InquiryRefusal> {
    if reply.inquiry_id != inquiry.id || reply.case_id != inquiry.case_id {
        return Err(InquiryRefusal::OtherInquiry);
    }
    if inquiry.sent_on.is_none() {
        return Err(InquiryRefusal::NotSent);
    }
    if reply.known_on > today {
        return Err(InquiryRefusal::InFuture);
    }
    if reply.acted_on.is_some_and(|acted| acted > reply.known_on) {
        return Err(InquiryRefusal::KnownBeforeActed);
    }
    let wordless = reply.text.trim().is_empty() && reply.document_id.is_none();
    match reply.kind {
        ReplyKind::NoReply => Err(InquiryRefusal::DeclaredNotReceived),
        ReplyKind::Substantive | ReplyKind::Partial if wordless => Err(InquiryRefusal::NoText),
        ReplyKind::Partial if reply.open_questions.is_empty() => Err(InquiryRefusal::NoOpenQuestion),
        ReplyKind::Interim if reply.expected_on.is_some_and(|to| to <= reply.known_on) => {
            Err(InquiryRefusal::ExpectedInPast)
        }
        ReplyKind::Acknowledgement
        | ReplyKind::Interim
        | ReplyKind::Partial
        | ReplyKind::Substantive
        | ReplyKind::Referral
        | ReplyKind::RefusalOfRelease => Ok(()),
    }
}

/// What follows from one kind of reply (handbook, section 10). A reply is known before it is told, so our turn starts
/// on the day we knew; the agency's clock stops on the day it acted, where that day is known.
pub fn effects(inquiry: &Inquiry, reply: &Reply) -> Vec<ReplyEffect> {
    let stop = ReplyEffect::StopAgencyClock {
        on: reply.acted_on.unwrap_or(reply.known_on),
    };
    let tell = ReplyEffect::TellPerson { from: reply.known_on };
    match reply.kind {
        ReplyKind::Acknowledgement => vec![ReplyEffect::AgencyClockRunsOn],
        ReplyKind::Interim => {
            let clock = reply.expected_on.map_or(ReplyEffect::AgencyClockRunsOn, |to| {
                ReplyEffect::ExtendAgencyClock {
                    from: inquiry.due_on,
                    to,
                    reason: reply.reason.clone(),
                }
            });
            vec![clock, tell]
        }
        ReplyKind::Partial => vec![
            ReplyEffect::AgencyClockRunsOn,
            ReplyEffect::QuestionsStayOpen(reply.open_questions.clone()),
            tell,
        ],
        ReplyKind::Substantive => vec![stop, tell],
        ReplyKind::Referral => vec![
            stop,
            ReplyEffect::AskOtherBody {
                body: reply.referred_to.clone(),
                handed_on: reply.acted_on.unwrap_or(reply.known_on),
            },
            tell,
        ],
        ReplyKind::RefusalOfRelease => {
            vec![
                stop,
                ReplyEffect::BackToRelease {
                    reason: reply.reason.clone(),
                },
                tell,
            ]
        }
        ReplyKind::NoReply => vec![stop, ReplyEffect::CountsAsCensored, tell],
    }
}
