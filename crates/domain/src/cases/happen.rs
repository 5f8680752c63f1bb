//! Something happened on a case: the model's clocks start, pause, resume and stop by it.

use uuid::Uuid;

use super::case::Case;
use super::model::{ClockRule, Event};
use super::stamp::{Fresh, Rules, Stamp};
use crate::clocks::{Clock, ClockKind, Period, pause, resume, stop};
use crate::ids::ClockId;

/// One event, and the inquiry or other thing it is about when the case has several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    pub event: Event,
    pub subject: Option<Uuid>,
}

impl<E: Into<Event>> From<E> for Happening {
    fn from(event: E) -> Self {
        Self {
            event: event.into(),
            subject: None,
        }
    }
}

/// What became of the clocks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClockMoves {
    pub changed: Vec<Clock>,
    pub started: Vec<Clock>,
}

/// Lets the model's clocks follow what happened, in this order.
#[must_use]
pub fn happen(
    case: &Case,
    clocks: &[Clock],
    happenings: &[Happening],
    rules: Rules<'_>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> ClockMoves {
    let mut now: Vec<Clock> = clocks.to_vec();
    for happening in happenings {
        for rule in &rules.model.clocks {
            follow(rule, happening, &mut now, stamp);
            if let Some(started) = begin(rule, happening, &now, case, rules, stamp, fresh) {
                now.push(started);
            }
        }
    }
    let started = now.split_off(clocks.len());
    let changed = now
        .into_iter()
        .zip(clocks)
        .filter(|(after, before)| after != *before);
    ClockMoves {
        changed: changed.map(|(after, _)| after).collect(),
        started,
    }
}

/// Stops, pauses and resumes the running clocks of one rule.
fn follow(rule: &ClockRule, happening: &Happening, clocks: &mut [Clock], stamp: &Stamp) {
    let of_rule =
        |clock: &&mut Clock| clock.kind == rule.kind && clock.is_open() && concerns(happening, clock.subject);
    for clock in clocks.iter_mut().filter(of_rule) {
        let event = happening.event.to_string();
        // A day before the clock's last change cannot be told from here: it then changes on that day.
        let changed = if rule.stops_on.contains(&happening.event) {
            stop(clock, stamp.today.max(clock.started_on), &event).ok()
        } else if rule.pauses_on.contains(&happening.event) {
            pause(clock, stamp.today, &event, stamp.by).ok()
        } else if rule.resumes_on.contains(&happening.event) && paused_by(rule, clock) {
            resume(clock, stamp.today).ok()
        } else {
            None
        };
        if let Some(changed) = changed {
            *clock = changed;
        }
    }
}

/// The clock the event starts, unless one like it is running.
fn begin(
    rule: &ClockRule,
    happening: &Happening,
    clocks: &[Clock],
    case: &Case,
    rules: Rules<'_>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Option<Clock> {
    let like_it =
        |clock: &Clock| clock.kind == rule.kind && clock.is_open() && clock.subject == happening.subject;
    if !rule.starts_on.contains(&happening.event) || clocks.iter().any(like_it) {
        return None;
    }
    let calendar = rules.calendars.newest(&rule.calendar).unwrap_or(rules.calendar);
    Some(Clock {
        id: ClockId(fresh()),
        case_id: case.id,
        kind: rule.kind,
        turn: rule.turn,
        started_on: stamp.today,
        allowed: allowed(rule, case),
        calendar: Some(calendar.id.clone()),
        calendar_version: Some(calendar.version),
        pauses: vec![],
        extensions: vec![],
        stopped_on: None,
        stopped_by_event: None,
        subject: happening.subject,
        version: 0,
    })
}

/// The case's own cadence outranks the model's.
fn allowed(rule: &ClockRule, case: &Case) -> Period {
    match rule.kind {
        ClockKind::HeardFromUs => u16::try_from(case.cadence_days).map_or(rule.allowed, Period::Days),
        ClockKind::FirstResponse
        | ClockKind::AgencyReply
        | ClockKind::PersonReply
        | ClockKind::TellPerson
        | ClockKind::Assessment
        | ClockKind::PlanReview
        | ClockKind::SafetyReview => rule.allowed,
    }
}

/// An event without a subject concerns every clock; one with a subject, those of that subject or of none.
fn concerns(happening: &Happening, subject: Option<Uuid>) -> bool {
    happening.subject.is_none() || subject.is_none() || happening.subject == subject
}

/// Whether the model paused it. What a person paused, a person resumes.
fn paused_by(rule: &ClockRule, clock: &Clock) -> bool {
    let open = clock.pauses.iter().find(|pause| pause.until.is_none());
    open.is_some_and(|pause| {
        rule.pauses_on
            .iter()
            .any(|event| event.to_string() == pause.reason)
    })
}
