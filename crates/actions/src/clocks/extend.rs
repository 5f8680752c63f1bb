//! Give a clock more time: the day it had stays on record, with the reason and the author.

use domain::{
    access::Actor,
    clocks::{Calendar, Clock, MoreTime, extend},
    ids::ClockId,
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House};

/// Extends the clock to a later day.
pub async fn extend_clock(
    house: &House,
    actor: &Actor,
    reference: &str,
    clock: ClockId,
    new_due: Date,
    reason: &str,
) -> Result<(), ActionError> {
    let (mut doing, seen, before) = super::begin(house, actor, reference, clock).await?;
    let more = MoreTime {
        new_due,
        reason: reason.to_owned(),
        by: doing.stamp.by,
        on: doing.stamp.today,
        at: doing.stamp.now,
    };
    let mut after = extend(&before, &more, calendar_of(&doing, &before))?;
    doing.act.update(&mut after).await?;
    let original = after
        .extensions
        .last()
        .map(|extension| extension.original_due.to_string());
    let detail = [
        ("clock", after.kind.to_string()),
        ("from", original.unwrap_or_default()),
        ("to", new_due.to_string()),
        ("reason", reason.trim().to_owned()),
    ];
    doing.tell_event(&seen, "clock_extended", &detail).await?;
    let reason = Some(reason.trim().to_owned());
    doing.commit_case("clocks.extend", seen.id, reason).await?;
    Ok(())
}

/// The calendar the clock was started with, in that version where it is still at hand.
fn calendar_of<'h>(doing: &Doing<'h>, clock: &Clock) -> &'h Calendar {
    let named = clock.calendar.as_deref();
    let version = named.zip(clock.calendar_version);
    let exact = version.and_then(|(id, version)| doing.house.calendars().version(id, version));
    exact.unwrap_or_else(|| named.map_or_else(|| doing.calendar(), |id| doing.house.calendar(id)))
}
