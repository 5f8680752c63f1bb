//! A message for a closed case: a line on the case, and a task for whoever had it, due within the working day. It
//! stays closed until a person decides otherwise.

use std::collections::BTreeMap;

use domain::{
    access::{Deed, may},
    arrivals::Arrival,
    cases::{Direction, Entry, EntryKind},
    ids::{ArrivalId, CaseId, EntryId, StaffId, TaskId},
    staff::{Role, Staff},
    tasks,
};
use store::cases::SeenCase;

use crate::{ActionError, Doing};

/// Sees to it that somebody reads it.
pub(super) async fn tell(doing: &mut Doing<'_>, case: CaseId, arrival: ArrivalId) -> Result<(), ActionError> {
    let case = doing.case_by_id(case).await?;
    set_task(doing, &case).await?;
    let line = Entry {
        id: EntryId(doing.act.new_id()),
        case_id: case.id,
        kind: EntryKind::Event,
        direction: Direction::In,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: None,
        person_id: None,
        body: String::new(),
        private: false,
        subject_id: Some(arrival.0),
        detail: BTreeMap::from([("event".to_owned(), "late_message".to_owned())]),
    };
    doing.act.insert(&line).await?;
    Ok(())
}

/// Sets the task to read it, unless one is open. Where nobody who had the case works here any more, a supervisor reads
/// it. Answers whether a task was set.
pub(super) async fn set_task(doing: &mut Doing<'_>, case: &SeenCase) -> Result<bool, ActionError> {
    let known = store::cases::tasks(&mut doing.act, case).await?;
    let staff = doing.act.everybody().await?;
    let reads = |id: StaffId| {
        let theirs = staff.iter().find(|worker| worker.id == id);
        theirs.is_some_and(|worker| worker.is_active() && may(worker.role, Deed::SeeCases))
    };
    let id = TaskId(doing.act.new_id());
    let task = tasks::late_message(id, case, &known, reads, doing.calendar(), &doing.stamp);
    let Some(mut task) = task else {
        return Ok(false);
    };
    task.assigned_to = task.assigned_to.or_else(|| stand_in(&staff));
    doing.act.insert(&task).await?;
    Ok(true)
}

/// Somebody who gives work to others, else anybody who works on cases.
fn stand_in(staff: &[Staff]) -> Option<StaffId> {
    [Role::Supervisor, Role::Director, Role::Caseworker, Role::Intake]
        .into_iter()
        .find_map(|role| {
            staff
                .iter()
                .find(|worker| worker.role == role && worker.is_active())
        })
        .map(|worker| worker.id)
}

/// An arrival for a closed case was decided: the task is done once nothing waits any more. Where it was joined to the
/// case by somebody else, whoever had the case still reads it.
pub(super) async fn decided(doing: &mut Doing<'_>, arrival: &Arrival) -> Result<(), ActionError> {
    let Some(case) = arrival.reply_to_case else {
        return Ok(());
    };
    let case = doing.case_by_id(case).await?;
    let waiting = store::arrivals::others_waiting(&mut doing.act, &case, arrival.id).await?;
    if case.is_open() || waiting > 0 {
        return Ok(());
    }
    let was_joined = arrival.fate_case == Some(case.id);
    for task in store::cases::tasks(&mut doing.act, &case).await? {
        let is_others = task.assigned_to.is_some_and(|reader| reader != doing.stamp.by);
        if !task.is_late_message() || (was_joined && is_others) {
            continue;
        }
        let mut done =
            tasks::finish(&task, &doing.stamp).map_err(|refusal| crate::Refused::new(refusal.key()))?;
        doing.act.update(&mut done).await?;
    }
    Ok(())
}
