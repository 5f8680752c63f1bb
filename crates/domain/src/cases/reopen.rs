//! Reopen a case: with a reason, back to who had it; the former closing stays in the history.

use super::case::Case;
use super::close::closing_detail;
use super::enter_phase::next_visit;
use super::happen::{ClockMoves, Happening, happen};
use super::limbo::next_by_default;
use super::model::{Event, EventWord};
use super::records::{Entry, PhaseVisit};
use super::refusal::{Refusal, said};
use super::stamp::{Fresh, Rules, Stamp, event_entry};
use crate::clocks::{Clock, Turn};

/// Why, and into which phase; none: the one it was closed in.
#[derive(Debug, Clone, Copy)]
pub struct Reopening<'a> {
    pub reason: &'a str,
    pub phase: Option<&'a str>,
    pub visits: &'a [PhaseVisit],
    pub clocks: &'a [Clock],
}

/// The case at work again.
#[derive(Debug, Clone, PartialEq)]
pub struct Reopened {
    pub case: Case,
    pub visit: PhaseVisit,
    pub clocks: ClockMoves,
    /// Tells of the reopening and keeps the former closing.
    pub entry: Entry,
}

/// Reopens a closed case.
pub fn reopen(
    case: &Case,
    reopening: Reopening<'_>,
    rules: Rules<'_>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Result<Reopened, Refusal> {
    if case.is_open() {
        return Err(Refusal::NotClosed);
    }
    let reason = said(reopening.reason, Refusal::ReasonMissing)?;
    let phase = reopening.phase.unwrap_or(&case.phase);
    if rules.model.phase(phase).is_none() {
        return Err(Refusal::UnknownPhase(phase.to_owned()));
    }
    // An override is entered by what calls for it, not by a reopening.
    if rules.model.overrides(phase) {
        return Err(Refusal::OverrideNotCalled);
    }
    let (next_act, next_on) = next_by_default(case.cadence_days, stamp.today, rules.calendar);
    let after = Case {
        phase: phase.to_owned(),
        turn: Turn::Ours,
        next_act,
        next_on,
        closed_on: None,
        closed_at: None,
        closed_by: None,
        outcome: None,
        told: None,
        watch: None,
        ..case.clone()
    };
    let again: [Happening; 2] = [
        EventWord::CaseReopened.into(),
        Event::Entered(after.phase.clone()).into(),
    ];
    let clocks = happen(&after, reopening.clocks, &again, rules, stamp, fresh);
    let visit = next_visit(&after, reopening.visits, Some(reason.clone()), stamp, fresh);
    let former = closing_detail(case)
        .into_iter()
        .map(|(name, value)| (format!("former_{name}"), value));
    let mut detail: std::collections::BTreeMap<String, String> = former.collect();
    detail.insert("reason".to_owned(), reason);
    let entry = event_entry(&after, EventWord::CaseReopened.as_str(), detail, stamp, fresh);
    Ok(Reopened {
        case: after,
        visit,
        clocks,
        entry,
    })
}
