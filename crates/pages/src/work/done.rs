//! Mark rows of the day done: tasks, and next acts of cases. Each is an act of its own.

use axum::response::Response;

use super::{
    item::{Item, key_of, selected},
    undo::{self, Back},
};
use crate::app::{PageError, Posted, Said, Visit, go_saying};

pub async fn done(visit: Visit, posted: Posted) -> Result<Response, PageError> {
    let once = posted.fields.once();
    let mut ways = Vec::new();
    for (n, item) in selected(&posted.fields).into_iter().enumerate() {
        ways.push(one(&visit, key_of(once.as_ref(), n), item).await?);
    }
    if ways.is_empty() {
        return Ok(go_saying("/work", &Said::new("work-nothing-selected")));
    }
    let said = Said::new(if ways.len() == 1 {
        "work-done-one"
    } else {
        "work-done-several"
    });
    let said = match undo::address(&ways) {
        Some(address) => said.undo(address),
        None => said,
    };
    Ok(go_saying("/work", &said))
}

async fn one(visit: &Visit, key: Option<String>, item: Item) -> Result<Back, PageError> {
    match item {
        Item::Task(reference, task) => {
            let of = reference.clone();
            visit
                .once(key, move |house, actor| async move {
                    actions::tasks::finish_task(&house, &actor, &of, task).await
                })
                .await?;
            Ok(Back::Task(reference, task))
        }
        Item::Case(reference) => {
            let mut look = visit.house().desk().look(visit.actor()).await?;
            let case = crate::cases::reference::seen(&mut look, &reference).await?;
            drop(look);
            let of = reference.clone();
            visit
                .once(key, move |house, actor| async move {
                    actions::cases::done_next(&house, &actor, &of).await
                })
                .await?;
            Ok(Back::Done(reference, case.next_on))
        }
    }
}
