//! Move a case to another phase, or back to one with a reason. Those it cannot enter are shown with why.

use axum::{extract::Path, response::Response};
use domain::cases::{Offer, Refusal, model::ActName, offers};

use super::{
    phases::phase_name,
    reference,
    small::{self, Typed, answer, case_of, form_of},
};
use crate::{
    app::{PageError, Posted, Said, Visit, go_saying},
    ui::{
        card::{CheckLine, CheckState, checks},
        form::{Choice, Input, Radios, radios},
        form_page::FormSection,
    },
};

pub async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    page(&visit, &typed, &Typed::default()).await
}

pub async fn enter(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let (of, phase) = (reference.clone(), posted.fields.text("phase").to_owned());
    let reason = posted.fields.text("reason").to_owned();
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::enter_phase(&house, &actor, &of, &phase, &reason).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-phase-toast"),
        )),
        Err(fault) => {
            let faults = small::at("phase", visit.faults(fault)?);
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
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let visits = store::cases::visits(&mut look, &case).await?;
    let facts = actions::cases::facts(&mut look, &case).await?;
    drop(look);
    let offers = offers(model, &case, &visits, &facts);
    let entries: Vec<&Offer> = offers.iter().filter(|o| o.act == ActName::EnterPhase).collect();
    let name = |o: &Offer| phase_name(w, o.to.as_deref().unwrap_or_default());
    let can = entries.iter().filter(|o| o.refusal.is_none());
    let choices = can.map(|o| {
        let hint = if o.asks_reason {
            w.t("cases-phase-again")
        } else {
            String::new()
        };
        Choice::with_hint(o.to.clone().unwrap_or_default(), name(o), hint)
    });
    let cannot: Vec<CheckLine> = entries
        .iter()
        .filter_map(|o| o.refusal.as_ref().map(|why| (name(o), why)))
        .map(|(name, why)| CheckLine::new(CheckState::No, format!("{name}: {}", in_words(visit, why))))
        .collect();
    let phases = Radios {
        name: "phase".into(),
        legend: w.t("cases-phase-to"),
        error: back.fault("phase").unwrap_or_default().to_owned(),
        value: back.or("phase", ""),
        choices: choices.collect(),
        ..Radios::default()
    };
    let reason = back
        .field("reason", w.t("cases-reason"), Input::Area(3), "")
        .hint(w.t("cases-phase-reason-hint"));
    let mut form = form_of(visit, &case, "phase", &w.t("cases-move-phase"), back);
    form.sections = vec![FormSection {
        fields: vec![reason],
        more: Some(maud::html! { (radios(&phases)) }),
        ..FormSection::default()
    }];
    if !cannot.is_empty() {
        form.sections.push(FormSection {
            title: w.t("cases-phase-not-now"),
            more: Some(checks(&cannot)),
            ..FormSection::default()
        });
    }
    form.button = w.t("cases-phase-move");
    answer(visit, &form).await
}

/// A refusal with each condition that is missing in its own words.
pub fn in_words(visit: &Visit, refusal: &Refusal) -> String {
    let (w, here) = (visit.words, visit.here());
    match refusal {
        Refusal::Unmet(missing) => {
            let each: Vec<String> = missing.iter().map(|m| w.explain(&here, m.key, &m.args)).collect();
            each.join(" ")
        }
        other => w.explain(&here, other.key(), &other.args()),
    }
}
