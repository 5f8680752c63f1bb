//! Reopen a case with a reason; everything of before stays.

use axum::{extract::Path, response::Response};

use super::{
    phases::phase_name,
    reference,
    small::{self, Typed, answer, case_of, form_of},
};
use crate::{
    app::{PageError, Posted, Said, Visit, go_saying},
    ui::{
        form::{Choice, Input},
        form_page::FormSection,
    },
};

pub async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    page(&visit, &typed, &Typed::default()).await
}

pub async fn reopen(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let (of, reason) = (reference.clone(), posted.fields.text("reason").to_owned());
    let phase = posted.fields.filled("phase").map(str::to_owned);
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::reopen(&house, &actor, &of, &reason, phase.as_deref()).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-reopened-toast"),
        )),
        Err(fault) => {
            let faults = small::at("reason", visit.faults(fault)?);
            page(&visit, &reference, &Typed::back(&posted.fields, faults)).await
        }
    }
}

async fn page(visit: &Visit, typed: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let case = case_of(visit, typed).await?;
    let model = visit
        .house()
        .model(&case.model_id, case.model_version)
        .ok_or(PageError::NotFound)?;
    let phases = model.phases.iter().filter(|p| !model.overrides(&p.id));
    let phases = phases
        .map(|p| Choice::new(p.id.clone(), phase_name(w, &p.id)))
        .collect();
    let mut form = form_of(visit, &case, "reopen", &w.t("cases-reopen-title"), back);
    let why = back.field("reason", w.t("cases-reopen-why"), Input::Area(3), "");
    form.sections = vec![FormSection {
        fields: vec![
            why.hint(w.t("cases-reopen-why-hint")).width(6).required(),
            back.field(
                "phase",
                w.t("cases-reopen-phase"),
                Input::Pick(phases),
                case.phase.clone(),
            )
            .width(3),
        ],
        ..FormSection::default()
    }];
    form.button = w.t("cases-reopen");
    answer(visit, &form).await
}
