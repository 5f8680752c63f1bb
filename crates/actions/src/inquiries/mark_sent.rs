//! Sent: the day is the day it left, the turn is the agency's, and the agency's clock runs from that day.

use domain::{
    cases::{
        Direction, EntryKind, Happening, NextAct, NextWord, Stamp, happen,
        model::{Event, EventWord},
    },
    clocks::{Clock, ClockKind, Period, Turn},
    consents::{Disclosure, Expected, Pack, Unit},
    inquiries::{Inquiry, SentHow, send_inquiry},
};
use jiff::civil::Date;
use store::cases::SeenCase;

use super::entry;
use crate::{
    ActionError, Doing,
    moved::{save_entry, save_moved},
};

/// Marks an inquiry as sent on that day.
pub(crate) async fn mark_sent(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    inquiry: &Inquiry,
    disclosure: &Disclosure,
    on: Date,
) -> Result<(), ActionError> {
    let house = doing.house;
    let pack = house.packs().in_force(&inquiry.agency, on);
    let due_on = start_clock(doing, case, inquiry, pack, on).await?;
    let calendar = doing.calendar();
    let expected = pack
        .and_then(|pack| pack.expected_first_reply)
        .map(|expected| period_of(expected).after(on, calendar));
    let chase_on = inquiry.chase_on.or(expected).or(due_on);
    let how = SentHow {
        on,
        today: doing.stamp.today,
        due_on,
        chase_on,
        letter_id: inquiry.letter_id,
    };
    let mut sent = send_inquiry(inquiry, disclosure, pack, how)?;
    doing.act.update(&mut sent).await?;
    for mut row in doing.act.disclosures_of_inquiry(inquiry.id).await? {
        row.at = doing.stamp.now;
        doing.act.update(&mut row).await?;
    }
    let detail = [
        ("channel", sent.channel.to_string()),
        ("purpose", sent.purpose.to_string()),
        ("sent_on", on.to_string()),
    ];
    let line = entry(
        doing,
        &sent,
        EntryKind::Inquiry,
        Direction::Out,
        &sent.question,
        &detail,
    );
    save_entry(doing, case, &line).await?;
    let mut after = (**case).clone();
    let mut happened: Vec<Happening> = Vec::new();
    if case.is_open() {
        if case.turn != Turn::Agency {
            after.turn = Turn::Agency;
            happened.push(Event::turn(Turn::Agency).into());
        }
        if let Some(on) = chase_on {
            after.next_act = NextAct::Named(NextWord::Chase);
            after.next_on = calendar.on_or_after(on.max(doing.stamp.today));
        }
    }
    let stamp = doing.stamp;
    save_moved(doing, case, after, &happened, &stamp).await
}

/// Starts the clocks that an inquiry starts, on the day it left, and answers the day the agency's is due.
async fn start_clock(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    inquiry: &Inquiry,
    pack: Option<&Pack>,
    on: Date,
) -> Result<Option<Date>, ActionError> {
    if !case.is_open() {
        return Ok(None);
    }
    let happened = Happening {
        event: EventWord::InquirySent.into(),
        subject: Some(inquiry.id.0),
    };
    let rules = doing.rules_of(case)?;
    let clocks = store::cases::clocks(&mut doing.act, case).await?;
    let stamp = Stamp {
        today: on,
        ..doing.stamp
    };
    let mut fresh = doing.fresh();
    let mut moves = happen(case, &clocks, &[happened], rules, &stamp, &mut fresh);
    let own_limit = pack.and_then(|pack| pack.reply_goal_substantive).map(period_of);
    let of_inquiry =
        |clock: &&mut Clock| clock.kind == ClockKind::AgencyReply && clock.subject == Some(inquiry.id.0);
    let mut due_on = None;
    if let Some(clock) = moves.started.iter_mut().find(of_inquiry) {
        // An agency's own limit, where its rule pack has one, takes the place of the model's.
        if let Some(limit) = own_limit {
            clock.allowed = limit;
        }
        due_on = clock.due(calendar_of(doing, clock));
    }
    doing.save_clocks(moves).await?;
    Ok(due_on)
}

/// The calendar a clock counts by.
pub(super) fn calendar_of<'h>(doing: &Doing<'h>, clock: &Clock) -> &'h domain::clocks::Calendar {
    let named = clock
        .calendar
        .as_deref()
        .and_then(|id| doing.house.calendars().newest(id));
    named.unwrap_or_else(|| doing.calendar())
}

/// A source's unit kept, but for hours: clocks count days, and a part of a day is a whole one.
fn period_of(expected: Expected) -> Period {
    match expected.unit {
        Unit::CalendarDays => Period::Days(expected.n),
        Unit::WorkingDays => Period::WorkingDays(expected.n),
        Unit::Hours => Period::Days(expected.n.div_ceil(24)),
    }
}
