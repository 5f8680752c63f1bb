//! Take back what was just done or put off, from the line that says so.
//!
//! The way back stands in the address: what it was and, for a case, the day it had. Free words of a worker are found
//! again in the case's own timeline.

use axum::{extract::Path, response::Response};
use domain::{
    cases::{EntryKind, NextAct, Reference},
    ids::TaskId,
};
use jiff::civil::Date;
use store::cases::TimelinePage;

use crate::app::{PageError, Posted, Said, Visit, go_saying};

/// One way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Back {
    /// The task is not done after all.
    Task(String, TaskId),
    /// The next act is not done after all; it was due on that day.
    Done(String, Date),
    /// The case's next act gets its day back.
    Snoozed(String, Date),
    /// The task gets its day back.
    TaskSnoozed(String, TaskId, Date),
}

/// Longer addresses do not fit into the line; what was done to more rows is taken back on their own pages.
const LONGEST: usize = 190;

impl Back {
    fn word(&self) -> String {
        let bare = |reference: &str| reference.replace('-', "");
        let on = |day: &Date| day.strftime("%Y%m%d").to_string();
        match self {
            Self::Task(r, id) => format!("t-{}-{}", bare(r), id.0.simple()),
            Self::Done(r, day) => format!("d-{}-{}", bare(r), on(day)),
            Self::Snoozed(r, day) => format!("s-{}-{}", bare(r), on(day)),
            Self::TaskSnoozed(r, id, day) => format!("p-{}-{}-{}", bare(r), id.0.simple(), on(day)),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let reference = parts.get(1)?.parse::<Reference>().ok()?.to_string();
        let day = |text: &str| Date::strptime("%Y%m%d", text).ok();
        match parts.as_slice() {
            ["t", _, id] => Some(Self::Task(reference, id.parse().ok()?)),
            ["d", _, on] => Some(Self::Done(reference, day(on)?)),
            ["s", _, on] => Some(Self::Snoozed(reference, day(on)?)),
            ["p", _, id, on] => Some(Self::TaskSnoozed(reference, id.parse().ok()?, day(on)?)),
            _ => None,
        }
    }
}

/// The address that takes all of it back, where it is not too long to be carried.
pub fn address(ways: &[Back]) -> Option<String> {
    let words: Vec<String> = ways.iter().map(Back::word).collect();
    let address = format!("/work/undo/{}", words.join("_"));
    (!ways.is_empty() && address.len() < LONGEST).then_some(address)
}

pub async fn undo(visit: Visit, Path(what): Path<String>, _: Posted) -> Result<Response, PageError> {
    let ways: Option<Vec<Back>> = what.split('_').map(Back::read).collect();
    for way in ways.ok_or(PageError::NotFound)? {
        one(&visit, way).await?;
    }
    Ok(go_saying("/work", &Said::new("work-undone")))
}

async fn one(visit: &Visit, way: Back) -> Result<(), PageError> {
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let today = visit.here().today();
    let done = match way {
        Back::Task(reference, task) => {
            crate::app::perform(async move {
                actions::tasks::undo_finish_task(&house, &actor, &reference, task).await
            })
            .await
        }
        Back::Done(reference, on) => {
            let next = what_was_next(visit, &reference).await?;
            crate::app::perform(async move {
                actions::cases::set_next(&house, &actor, &reference, next, on.max(today)).await
            })
            .await
        }
        Back::Snoozed(reference, on) => {
            crate::app::perform(async move {
                actions::cases::snooze(&house, &actor, &reference, on.max(today)).await
            })
            .await
        }
        Back::TaskSnoozed(reference, task, on) => {
            crate::app::perform(async move {
                actions::tasks::put_off_task(&house, &actor, &reference, task, on.max(today)).await
            })
            .await
        }
    };
    Ok(done?)
}

/// The next act as it was before it was marked done, from the newest such line of the timeline.
async fn what_was_next(visit: &Visit, reference: &str) -> Result<NextAct, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let case = crate::cases::reference::seen(&mut look, reference).await?;
    let events =
        store::cases::timeline(&mut look, &case, TimelinePage::Newest, &[EntryKind::Event], 20).await?;
    drop(look);
    let done = events
        .iter()
        .find(|e| e.detail.get("event").is_some_and(|event| event == "next_done"));
    let detail = |name: &str| done.and_then(|e| e.detail.get(name));
    if let Some(word) = detail("act").and_then(|word| word.parse().ok()) {
        return Ok(NextAct::Named(word));
    }
    detail("words")
        .map(|words| NextAct::Words(words.clone()))
        .ok_or(PageError::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_back_is_read_as_it_was_written() {
        let reference = Reference::from_random([1, 2, 3, 4, 5]).to_string();
        let (id, on) = (TaskId(uuid::Uuid::from_u128(9)), jiff::civil::date(2026, 3, 2));
        for way in [
            Back::Task(reference.clone(), id),
            Back::Done(reference.clone(), on),
            Back::Snoozed(reference.clone(), on),
            Back::TaskSnoozed(reference.clone(), id, on),
        ] {
            assert_eq!(Back::read(&way.word()), Some(way.clone()), "{}", way.word());
        }
        assert!(
            address(&vec![Back::Task(reference, id); 9]).is_none(),
            "too long to be carried"
        );
    }
}
