//! Tasks from a case model: made when a phase is entered, or offered while it lasts.

use jiff::civil::Date;

use super::Task;
use super::refusal::TaskRefusal;
use crate::cases::model::{Model, TaskRule};
use crate::cases::{Case, Fresh, Rules, Stamp};
use crate::clocks::{Calendar, Period};
use crate::ids::TaskId;
use crate::tasks::TaskKind;

/// The automatic tasks of the phase a case is in. One that is still open from an earlier visit is not made twice.
pub fn made_on_entry(
    case: &Case,
    tasks: &[Task],
    rules: Rules<'_>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Vec<Task> {
    let due = rules_of(rules.model, &case.phase, TaskKind::Automatic, tasks);
    due.map(|rule| from_rule(rule, case, rules, stamp, fresh))
        .collect()
}

/// What the model offers in a case's phase and nobody has taken up.
#[must_use]
pub fn offered<'a>(model: &'a Model, phase: &str, tasks: &[Task]) -> Vec<&'a TaskRule> {
    rules_of(model, phase, TaskKind::Offered, tasks).collect()
}

/// Takes up an offered task.
pub fn take_up(
    offer: &str,
    case: &Case,
    tasks: &[Task],
    rules: Rules<'_>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Result<Task, TaskRefusal> {
    if !case.is_open() {
        return Err(TaskRefusal::CaseClosed);
    }
    let rule = offered(rules.model, &case.phase, tasks)
        .into_iter()
        .find(|rule| rule.id == offer);
    let rule = rule.ok_or(TaskRefusal::NotOffered)?;
    Ok(Task {
        assigned_to: Some(stamp.by),
        ..from_rule(rule, case, rules, stamp, fresh)
    })
}

fn rules_of<'a>(
    model: &'a Model,
    phase: &str,
    kind: TaskKind,
    tasks: &[Task],
) -> impl Iterator<Item = &'a TaskRule> {
    let here = model
        .tasks
        .iter()
        .filter(move |rule| rule.phase == phase && rule.kind == kind);
    here.filter(|rule| !tasks.iter().any(|task| task.is_open() && task.is_of(rule)))
}

fn from_rule(rule: &TaskRule, case: &Case, rules: Rules<'_>, stamp: &Stamp, fresh: Fresh<'_>) -> Task {
    Task {
        id: TaskId(fresh()),
        case_id: case.id,
        what: rule.id.clone(),
        due_on: due_on(rule.due, stamp.today, rules.calendar),
        assigned_to: None,
        kind: rule.kind,
        done_at: None,
        done_by: None,
        dropped_reason: None,
        version: 0,
    }
}

/// The last day of the task's time, on a working day; but what has a day or less does not wait for Monday.
fn due_on(due: Period, today: Date, calendar: &Calendar) -> Date {
    let last = due.after(today, calendar);
    match due {
        Period::Days(0 | 1) => last,
        Period::Days(_) | Period::WorkingDays(_) | Period::Months(_) => calendar.on_or_after(last),
    }
}

impl Task {
    fn is_of(&self, rule: &TaskRule) -> bool {
        self.kind != TaskKind::Free && self.what == rule.id
    }
}
