//! Put rows of the day off to a later day. What was promised to the person stays promised.

use axum::response::Response;
use jiff::civil::Date;

use super::{
    item::{Item, key_of, selected},
    undo::{self, Back},
};
use crate::app::{PageError, Posted, Said, Visit, go_saying};

pub async fn snooze(visit: Visit, posted: Posted) -> Result<Response, PageError> {
    let Some(Ok(until)) = posted.fields.read::<Date>("until") else {
        return Ok(go_saying("/work", &Said::new("work-snooze-no-day")));
    };
    let once = posted.fields.once();
    let mut ways = Vec::new();
    for (n, item) in selected(&posted.fields).into_iter().enumerate() {
        ways.push(one(&visit, key_of(once.as_ref(), n), item, until).await?);
    }
    if ways.is_empty() {
        return Ok(go_saying("/work", &Said::new("work-nothing-selected")));
    }
    let said = Said::new(if ways.len() == 1 {
        "work-snoozed-one"
    } else {
        "work-snoozed-several"
    });
    let said = match undo::address(&ways) {
        Some(address) => said.undo(address),
        None => said,
    };
    Ok(go_saying("/work", &said))
}

async fn one(visit: &Visit, key: Option<String>, item: Item, until: Date) -> Result<Back, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let case = crate::cases::reference::seen(&mut look, item.reference()).await?;
    match item {
        Item::Case(reference) => {
            drop(look);
            let of = reference.clone();
            visit
                .once(key, move |house, actor| async move {
                    actions::cases::snooze(&house, &actor, &of, until).await
                })
                .await?;
            Ok(Back::Snoozed(reference, case.next_on))
        }
        Item::Task(reference, task) => {
            let tasks = store::cases::tasks(&mut look, &case).await?;
            drop(look);
            let before = tasks
                .into_iter()
                .find(|t| t.id == task)
                .ok_or(PageError::NotFound)?;
            let of = reference.clone();
            visit
                .once(key, move |house, actor| async move {
                    actions::tasks::put_off_task(&house, &actor, &of, task, until).await
                })
                .await?;
            Ok(Back::TaskSnoozed(reference, task, before.due_on))
        }
    }
}
