//! Who has a case: take it, give it to somebody, put it into the queue.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    access::{Deed, may},
    ids::StaffId,
};

use store::cases::SeenCase;

use super::{
    reference,
    small::{self, Typed, answer, case_of, form_of},
};
use crate::{
    app::{PageError, Posted, Said, Visit, go_saying},
    ui::{
        form::{Act, Choice, Input, act},
        form_page::FormSection,
        head::record_head,
        icon::Icon,
        shell::{Place, page as frame},
    },
};

pub async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    page(&visit, &typed, &Typed::default()).await
}

/// Gives the case to somebody. Only for those who give cases to others.
pub async fn assign(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let to = match posted.fields.read::<StaffId>("to") {
        Some(Ok(to)) => to,
        Some(Err(_)) | None => {
            let label = visit.words.t("cases-owner-to");
            let missing = visit.words.tr("errors-missing", &[("field", label.into())]);
            let back = Typed::back(&posted.fields, vec![("to".into(), missing)]);
            return page(&visit, &reference, &back).await;
        }
    };
    let of = reference.clone();
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::assign(&house, &actor, &of, to).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-assigned-toast"),
        )),
        Err(fault) => {
            let faults = small::at("to", visit.faults(fault)?);
            page(&visit, &reference, &Typed::back(&posted.fields, faults)).await
        }
    }
}

async fn page(visit: &Visit, typed: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let case = case_of(visit, typed).await?;
    let names = visit.house().desk().names(visit.actor()).await?;
    let has = case.owner_id.map_or_else(
        || w.t("cases-with-nobody"),
        |id| {
            w.tr(
                "cases-with",
                &[("name", names.get(&id).cloned().unwrap_or_default().into())],
            )
        },
    );
    let mut form = form_of(visit, &case, "assign", &w.t("cases-more-owner"), back);
    form.head.lede = has;
    let base = format!("/cases/{}", case.reference);
    let shell = visit.shell(Place::Cases).await?;
    let presses = presses(visit, &case, &base);
    let beside = maud::html! {
        section class="card" {
            div class="card__head" { h2 { (w.t("cases-owner-or")) } }
            div class="card__body stack-sm" { @for one in &presses { (act(&shell, one)) } }
        }
    };
    if !visit.actor().may(Deed::AssignCases) {
        let main = maud::html! {
            div class="casehead" { (record_head(w, &form.head, &maud::html! {})) }
            div class="formpage" { (beside) }
        };
        return Ok(frame(&shell, &form.title, &main).into_response());
    }
    let staff = colleagues(visit).await?;
    form.sections = vec![FormSection {
        fields: vec![
            back.field("to", w.t("cases-owner-to"), Input::Choose(staff), "")
                .required(),
        ],
        ..FormSection::default()
    }];
    form.button = w.t("cases-owner-give");
    form.aside = (!presses.is_empty()).then_some(beside);
    answer(visit, &form).await
}

/// What somebody may do about it without naming anybody.
fn presses(visit: &Visit, case: &SeenCase, base: &str) -> Vec<Act> {
    let w = visit.words;
    match case.owner_id {
        None => vec![Act::new(format!("{base}/take"), w.t("cases-take")).icon(Icon::Hand)],
        Some(_) => vec![Act::new(format!("{base}/queue"), w.t("cases-owner-queue")).icon(Icon::Inbox)],
    }
}

/// Those who work on cases, by name.
pub async fn colleagues(visit: &Visit) -> Result<Vec<Choice>, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let everybody = store::staff::everybody(&mut look).await?;
    let active = everybody
        .into_iter()
        .filter(|s| s.is_active() && may(s.role, Deed::WorkCases));
    Ok(active.map(|s| Choice::new(s.id.to_string(), s.name)).collect())
}
