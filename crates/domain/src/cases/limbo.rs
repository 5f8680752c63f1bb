//! No limbo: every open case has an owner or a queue, a next act and a day for it, by default and never by refusing.

use jiff::civil::Date;

use super::case::{Case, NextAct, NextWord};
use super::model::Model;
use crate::clocks::Calendar;

/// The next act nobody chose: a follow-up at the case's cadence, on a working day.
#[must_use]
pub fn next_by_default(cadence_days: i64, today: Date, calendar: &Calendar) -> (NextAct, Date) {
    (
        NextAct::Named(NextWord::FollowUp),
        Model::cadence_after(today, cadence_days, calendar),
    )
}

/// Gives an open case what it lacks. A day that has passed is late and stays so that it is seen.
pub fn keep_out_of_limbo(case: &mut Case, today: Date, calendar: &Calendar) {
    if !case.is_open() {
        return;
    }
    case.cadence_days = case.cadence_days.max(1);
    let nothing_said = match &case.next_act {
        NextAct::Named(_) => false,
        NextAct::Words(words) => words.trim().is_empty(),
    };
    if nothing_said || case.next_on < case.opened_on {
        (case.next_act, case.next_on) = next_by_default(case.cadence_days, today, calendar);
    }
}

/// The next act is done and nobody named another: the default takes its place.
#[must_use]
pub fn next_done(case: &Case, today: Date, calendar: &Calendar) -> Case {
    let mut after = case.clone();
    if after.is_open() {
        (after.next_act, after.next_on) = next_by_default(after.cadence_days, today, calendar);
    }
    keep_out_of_limbo(&mut after, today, calendar);
    after
}

/// Whether a case has what every open case must have; its owner may be the queue.
#[must_use]
pub fn is_in_limbo(case: &Case) -> bool {
    let nothing_said = match &case.next_act {
        NextAct::Named(_) => false,
        NextAct::Words(words) => words.trim().is_empty(),
    };
    case.is_open() && (nothing_said || case.next_on < case.opened_on || case.cadence_days < 1)
}
