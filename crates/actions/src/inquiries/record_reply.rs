//! Record a reply: what the agency said, apart from what we think of it, and everything that follows from its kind.

use domain::{
    access::{Actor, Deed},
    cases::{
        Case, Direction, EntryKind, Happening, NextAct, NextWord, Stamp,
        guards::Facts,
        may,
        model::{ActName, Event, EventWord},
    },
    clocks::{ClockKind, ClockRefusal, MoreTime, Turn, extend, stop},
    ids::{InquiryId, ReplyId},
    inquiries::{self, Inquiry, Learned, Reply, ReplyEffect, ReplyKind},
    tasks::HouseTask,
};
use jiff::civil::Date;
use store::cases::SeenCase;

use super::{entry, find, mark_sent::calendar_of};
use crate::{
    ActionError, Doing, House,
    documents::{Kept, Upload},
    letters::house_task_for,
    moved::{save_entry, save_moved},
};

/// A reply as somebody knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordReply {
    pub inquiry_id: InquiryId,
    pub kind: ReplyKind,
    pub learned: Learned,
    pub acted_on: Option<Date>,
    pub known_on: Date,
    /// The agency's words, unchanged.
    pub text: String,
    pub comment: Option<String>,
    pub expected_on: Option<Date>,
    pub reason: Option<String>,
    pub open_questions: Vec<String>,
    pub referred_to: Option<String>,
    pub document: Option<Upload>,
    /// The agency's own number for the matter.
    pub agency_ref: Option<String>,
}

/// Records a reply, however late, and lets clocks, turn and next act follow.
pub async fn record_reply(
    house: &House,
    actor: &Actor,
    reference: &str,
    mut what: RecordReply,
) -> Result<ReplyId, ActionError> {
    let kept = keep(house, actor, reference, what.document.take()).await?;
    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    let rules = doing.rules_of(&case)?;
    may(rules.model, ActName::RecordReply, &case, &Facts::of(&case))?;
    let inquiry = find(&mut doing, &case, what.inquiry_id).await?;
    let document_id = match kept {
        Some(kept) => Some(kept.save(&mut doing, case.id).await?.id),
        None => None,
    };
    let agency_ref = what.agency_ref.take();
    let reply = Reply {
        document_id,
        ..write(&doing, &inquiry, what)
    };
    let (mut after, effects) =
        inquiries::record_reply(&inquiry, &reply, agency_ref.as_deref(), doing.stamp.today)?;
    doing.act.insert(&reply).await?;
    if after != inquiry {
        doing.act.update(&mut after).await?;
    }
    follow(&mut doing, &case, &after, &reply, &effects).await?;
    doing.answers(&reply.id);
    doing.commit_case("inquiries.record-reply", case.id, None).await?;
    Ok(reply.id)
}

async fn keep(
    house: &House,
    actor: &Actor,
    reference: &str,
    file: Option<Upload>,
) -> Result<Option<Kept>, ActionError> {
    match file {
        Some(file) => {
            Kept::may_be_put(house, actor, reference, Deed::AskAgencies).await?;
            Ok(Some(Kept::put(house, actor.office_id, file).await?))
        }
        None => Ok(None),
    }
}

fn write(doing: &Doing<'_>, inquiry: &Inquiry, what: RecordReply) -> Reply {
    Reply {
        id: ReplyId(doing.act.new_id()),
        inquiry_id: inquiry.id,
        case_id: inquiry.case_id,
        kind: what.kind,
        learned: what.learned,
        acted_on: what.acted_on,
        known_on: what.known_on,
        text: what.text,
        comment: what.comment,
        expected_on: what.expected_on,
        reason: what.reason,
        open_questions: what.open_questions,
        referred_to: what.referred_to,
        document_id: None,
        told_by: None,
        recorded_by: doing.stamp.by,
        recorded_at: doing.stamp.now,
    }
}

/// What follows from a reply: the agency's clock, tasks, the timeline, the turn and the next act.
pub(super) async fn follow(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    inquiry: &Inquiry,
    reply: &Reply,
    effects: &[ReplyEffect],
) -> Result<(), ActionError> {
    let mut ours = false;
    for effect in effects {
        match effect {
            ReplyEffect::ExtendAgencyClock { to, reason, .. } => {
                more_time(doing, case, inquiry, *to, reason.as_deref(), reply.known_on).await?;
            }
            ReplyEffect::StopAgencyClock { on } => stop_clock(doing, case, inquiry, reply, *on).await?,
            ReplyEffect::AskOtherBody { .. } => {
                house_task_for(doing, case.id, HouseTask::AskOtherBody).await?;
            }
            ReplyEffect::BackToRelease { .. } => {
                house_task_for(doing, case.id, HouseTask::NewRelease).await?;
            }
            ReplyEffect::TellPerson { .. } => ours = true,
            ReplyEffect::AgencyClockRunsOn
            | ReplyEffect::QuestionsStayOpen(_)
            | ReplyEffect::CountsAsCensored => {}
        }
    }
    let line = entry(
        doing,
        inquiry,
        EntryKind::Reply,
        Direction::In,
        &reply.text,
        &detail(reply),
    );
    save_entry(doing, case, &line).await?;
    let (after, happened) = moved(doing, case, inquiry, reply, ours);
    // Our turn starts on the day we knew.
    let stamp = Stamp {
        today: reply.known_on,
        ..doing.stamp
    };
    save_moved(doing, case, after, &happened, &stamp).await
}

fn detail(reply: &Reply) -> Vec<(&'static str, String)> {
    let mut detail = vec![
        ("kind", reply.kind.to_string()),
        ("learned", reply.learned.to_string()),
        ("known_on", reply.known_on.to_string()),
        ("reply", reply.id.to_string()),
    ];
    detail.extend(reply.acted_on.map(|on| ("acted_on", on.to_string())));
    detail.extend(reply.expected_on.map(|on| ("expected_on", on.to_string())));
    detail.extend(reply.referred_to.clone().map(|body| ("referred_to", body)));
    detail.extend(reply.reason.clone().map(|reason| ("reason", reason)));
    detail.extend(reply.comment.clone().map(|words| ("comment", words)));
    if !reply.open_questions.is_empty() {
        detail.push(("open_questions", reply.open_questions.join("\n")));
    }
    detail
}

/// The event of each kind of reply.
pub(super) const fn event_of(kind: ReplyKind) -> EventWord {
    match kind {
        ReplyKind::Acknowledgement => EventWord::ReplyAcknowledged,
        ReplyKind::Interim => EventWord::ReplyInterim,
        ReplyKind::Partial => EventWord::ReplyPartial,
        ReplyKind::Substantive => EventWord::ReplySubstantive,
        ReplyKind::Referral => EventWord::InquiryEnded,
        ReplyKind::RefusalOfRelease => EventWord::ReleaseRefused,
        ReplyKind::NoReply => EventWord::NoReplyDeclared,
    }
}

fn moved(
    doing: &Doing<'_>,
    case: &Case,
    inquiry: &Inquiry,
    reply: &Reply,
    ours: bool,
) -> (Case, Vec<Happening>) {
    let mut happened = vec![Happening {
        event: event_of(reply.kind).into(),
        subject: Some(inquiry.id.0),
    }];
    let untold = reply.is_untold();
    if ours && !untold {
        happened.push(Happening {
            event: EventWord::PersonTold.into(),
            subject: Some(inquiry.id.0),
        });
    }
    let mut after = case.clone();
    if ours && case.is_open() {
        if case.turn != Turn::Ours {
            after.turn = Turn::Ours;
            happened.push(Event::turn(Turn::Ours).into());
        }
        let next = if untold {
            NextWord::TellPerson
        } else {
            NextWord::Review
        };
        after.next_act = NextAct::Named(next);
        after.next_on = doing.calendar().on_or_after(doing.stamp.today);
    }
    (after, happened)
}

/// The agency asked for time: its clock gets a later day and keeps the old one.
async fn more_time(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    inquiry: &Inquiry,
    to: Date,
    reason: Option<&str>,
    known_on: Date,
) -> Result<(), ActionError> {
    let clocks = store::cases::clocks(&mut doing.act, case).await?;
    for clock in clocks.iter().filter(|clock| {
        clock.kind == ClockKind::AgencyReply && clock.is_open() && clock.subject == Some(inquiry.id.0)
    }) {
        let mut more = MoreTime {
            new_due: to,
            reason: reason.unwrap_or(EventWord::ReplyInterim.as_str()).to_owned(),
            by: doing.stamp.by,
            on: known_on,
            at: doing.stamp.now,
        };
        let calendar = calendar_of(doing, clock);
        let extended = extend(clock, &more, calendar).or_else(|refusal| match refusal {
            // It was changed after the day we knew: the change counts from today.
            ClockRefusal::TooEarly { .. } => {
                more.on = doing.stamp.today;
                extend(clock, &more, calendar)
            }
            other => Err(other),
        });
        match extended {
            Ok(mut after) => doing.act.update(&mut after).await?,
            // The agency means to answer within its time, or the clock stands still: nothing to move.
            Err(ClockRefusal::NotLater { .. } | ClockRefusal::AlreadyPaused) => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(())
}

/// The agency's clock stops on the day it acted, where that day is known and fits.
async fn stop_clock(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    inquiry: &Inquiry,
    reply: &Reply,
    on: Date,
) -> Result<(), ActionError> {
    let event = event_of(reply.kind).as_str();
    let clocks = store::cases::clocks(&mut doing.act, case).await?;
    for clock in clocks.iter().filter(|clock| {
        clock.kind == ClockKind::AgencyReply && clock.is_open() && clock.subject == Some(inquiry.id.0)
    }) {
        let stopped = [on, reply.known_on, doing.stamp.today]
            .into_iter()
            .find_map(|day| stop(clock, day.max(clock.started_on), event).ok());
        if let Some(mut stopped) = stopped {
            doing.act.update(&mut stopped).await?;
        }
    }
    Ok(())
}
