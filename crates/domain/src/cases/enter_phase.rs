//! Enter a phase: the visit before ends, a new one begins, and a return says why.

use std::collections::BTreeMap;

use super::case::Case;
use super::guards::{Facts, unmet};
use super::happen::{ClockMoves, Happening, happen};
use super::limbo::keep_out_of_limbo;
use super::model::{Event, Model, ReEntry};
use super::records::{Entry, PhaseVisit};
use super::refusal::{Refusal, must_be_open, said};
use super::stamp::{Fresh, Rules, Stamp, event_entry};
use crate::clocks::Clock;
use crate::ids::PhaseVisitId;
use crate::tasks::{Task, made_on_entry};

/// Where to, why, and what there is already.
#[derive(Debug, Clone, Copy)]
pub struct Entering<'a> {
    pub phase: &'a str,
    pub reason: &'a str,
    pub visits: &'a [PhaseVisit],
    pub clocks: &'a [Clock],
    pub tasks: &'a [Task],
    pub facts: &'a Facts,
}

/// The case in its new phase, with what ended and began by it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entered {
    pub case: Case,
    pub left: Option<PhaseVisit>,
    pub visit: PhaseVisit,
    pub clocks: ClockMoves,
    pub tasks: Vec<Task>,
    pub entry: Entry,
}

/// Enters a phase.
pub fn enter_phase(
    case: &Case,
    entering: Entering<'_>,
    rules: Rules<'_>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Result<Entered, Refusal> {
    may_enter(case, entering.phase, entering.visits, rules.model, entering.facts)?;
    let again = was_visited(entering.visits, entering.phase);
    let reason = said(entering.reason, Refusal::ReasonMissing);
    let reason = if again { Some(reason?) } else { reason.ok() };
    let mut after = Case {
        phase: entering.phase.to_owned(),
        ..case.clone()
    };
    keep_out_of_limbo(&mut after, stamp.today, rules.calendar);
    let moved: [Happening; 2] = [
        Event::Left(case.phase.clone()).into(),
        Event::Entered(after.phase.clone()).into(),
    ];
    let clocks = happen(&after, entering.clocks, &moved, rules, stamp, fresh);
    let tasks = made_on_entry(&after, entering.tasks, rules, stamp, fresh);
    let visit = next_visit(&after, entering.visits, reason.clone(), stamp, fresh);
    let mut detail = BTreeMap::from([
        ("from".to_owned(), case.phase.clone()),
        ("to".to_owned(), after.phase.clone()),
        ("visit".to_owned(), visit.n.to_string()),
    ]);
    detail.extend(reason.map(|reason| ("reason".to_owned(), reason)));
    let entry = event_entry(&after, "phase_entered", detail, stamp, fresh);
    Ok(Entered {
        case: after,
        left: leave(entering.visits, stamp),
        visit,
        clocks,
        tasks,
        entry,
    })
}

/// Whether a phase may be entered now, apart from the reason a return needs.
pub fn may_enter(
    case: &Case,
    to: &str,
    visits: &[PhaseVisit],
    model: &Model,
    facts: &Facts,
) -> Result<(), Refusal> {
    must_be_open(case)?;
    let phase = model
        .phase(to)
        .ok_or_else(|| Refusal::UnknownPhase(to.to_owned()))?;
    if to == case.phase {
        return Err(Refusal::AlreadyThere);
    }
    let called = model.override_is_called(facts);
    if model.overrides(to) {
        return if called {
            Ok(())
        } else {
            Err(Refusal::OverrideNotCalled)
        };
    }
    if model.overrides(&case.phase) && called {
        return Err(Refusal::OverrideHolds);
    }
    let from = suspended(case, visits, model);
    let back = to == from || (model.re_entry == ReEntry::Any && was_visited(visits, to));
    let listed = phase
        .entry_from
        .as_ref()
        .is_none_or(|list| list.iter().any(|id| id == from));
    if !back && !listed {
        return Err(Refusal::NotFromHere {
            from: from.to_owned(),
            to: to.to_owned(),
        });
    }
    let missing = unmet(&phase.needs, facts);
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Unmet(missing))
    }
}

/// The phase a case is in, or the one that an override suspended.
fn suspended<'a>(case: &'a Case, visits: &'a [PhaseVisit], model: &Model) -> &'a str {
    if !model.overrides(&case.phase) {
        return &case.phase;
    }
    let before = visits
        .iter()
        .filter(|visit| !model.overrides(&visit.phase))
        .max_by_key(|visit| visit.n);
    before.map_or(case.phase.as_str(), |visit| visit.phase.as_str())
}

/// Whether a phase had a visit before.
#[must_use]
pub fn was_visited(visits: &[PhaseVisit], phase: &str) -> bool {
    visits.iter().any(|visit| visit.phase == phase)
}

/// The open visit, ended now.
pub(super) fn leave(visits: &[PhaseVisit], stamp: &Stamp) -> Option<PhaseVisit> {
    let open = visits
        .iter()
        .filter(|visit| visit.left_at.is_none())
        .max_by_key(|visit| visit.n);
    open.map(|visit| PhaseVisit {
        left_at: Some(stamp.now),
        ..visit.clone()
    })
}

/// The visit that begins now, numbered after the last.
pub(super) fn next_visit(
    case: &Case,
    visits: &[PhaseVisit],
    reason: Option<String>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> PhaseVisit {
    PhaseVisit {
        id: PhaseVisitId(fresh()),
        case_id: case.id,
        n: visits.iter().map(|visit| visit.n).max().unwrap_or(0) + 1,
        phase: case.phase.clone(),
        entered_at: stamp.now,
        entered_by: stamp.by,
        left_at: None,
        reason,
        version: 0,
    }
}
