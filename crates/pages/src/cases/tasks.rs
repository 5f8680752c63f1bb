//! The tasks of a case: set one, mark it done, take that back, drop it with a reason.

use actions::tasks::SetTask;
use axum::{extract::Path, response::Response};
use domain::{ids::TaskId, tasks::TaskKind};

use super::{
    compose::Typed as Back,
    page, reference,
    shown::Asked,
    small::{self, Typed, answer, case_of, form_of},
};
use crate::{
    app::{PageError, Posted, Said, Visit, again, go_saying},
    ui::{composer::ComposerKind, form::Input, form_page::FormSection},
    work::list::task_words,
};

fn task_id(text: &str) -> Result<TaskId, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}

/// Sets a task in the worker's own words, for a week from now unless a day is given.
pub async fn set(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let today = visit.here().today();
    let in_a_week = visit
        .house()
        .calendar(&visit.visitor.office.calendar)
        .working_day_after(today, 5);
    let task = SetTask {
        what: posted.fields.text("text").to_owned(),
        due_on: posted
            .fields
            .read("due_on")
            .and_then(Result::ok)
            .unwrap_or(in_a_week),
        assigned_to: None,
    };
    let of = reference.clone();
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::tasks::set_task(&house, &actor, &of, task).await
        })
        .await;
    match done {
        Ok(_) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-task-saved"),
        )),
        Err(fault) => {
            let faults = visit.faults(fault)?;
            let back = Back {
                kind: ComposerKind::Note,
                fields: std::collections::BTreeMap::new(),
                faults,
            };
            Ok(again(
                page::show(&visit, &reference, &Asked::default(), Some(&back)).await?,
            ))
        }
    }
}

pub async fn finish(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (reference, task) = (reference::read(&typed)?, task_id(&id)?);
    let of = reference.clone();
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::tasks::finish_task(&house, &actor, &of, task).await
        })
        .await?;
    let said = Said::new("cases-task-done-toast").undo(format!("/cases/{reference}/tasks/{task}/undo"));
    Ok(go_saying(&format!("/cases/{reference}"), &said))
}

pub async fn undo(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (reference, task) = (reference::read(&typed)?, task_id(&id)?);
    let of = reference.clone();
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::tasks::undo_finish_task(&house, &actor, &of, task).await
        })
        .await?;
    Ok(go_saying(
        &format!("/cases/{reference}"),
        &Said::new("cases-task-undone-toast"),
    ))
}

/// Asks why nobody will do it any more.
pub async fn ask_drop(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    drop_page(&visit, &typed, task_id(&id)?, &Typed::default()).await
}

pub async fn drop(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (reference, task) = (reference::read(&typed)?, task_id(&id)?);
    let (of, reason) = (reference.clone(), posted.fields.text("reason").to_owned());
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::tasks::drop_task(&house, &actor, &of, task, &reason).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-task-dropped-toast"),
        )),
        Err(fault) => {
            let faults = small::at("reason", visit.faults(fault)?);
            drop_page(&visit, &reference, task, &Typed::back(&posted.fields, faults)).await
        }
    }
}

async fn drop_page(visit: &Visit, typed: &str, id: TaskId, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let case = case_of(visit, typed).await?;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let tasks = store::cases::tasks(&mut look, &case).await?;
    std::mem::drop(look);
    let task = tasks
        .into_iter()
        .find(|t| t.id == id)
        .ok_or(PageError::NotFound)?;
    let what = match task.kind {
        TaskKind::Free => task.what.clone(),
        TaskKind::Offered | TaskKind::Automatic => task_words(w, &task.what),
    };
    let mut form = form_of(visit, &case, "tasks", &w.t("cases-task-drop"), back);
    form.url = format!("/cases/{}/tasks/{id}/drop", case.reference);
    form.head.lede = what;
    form.sections = vec![FormSection {
        fields: vec![
            back.field("reason", w.t("cases-reason"), Input::Area(3), "")
                .required(),
        ],
        ..FormSection::default()
    }];
    form.button = w.t("cases-task-drop");
    answer(visit, &form).await
}
