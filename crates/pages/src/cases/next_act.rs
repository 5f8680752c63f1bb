//! What comes next on a case: say it, put it off, say that it is done.

use axum::{extract::Path, response::Response};
use domain::cases::{NextAct, NextWord};

use super::{
    reference,
    small::{self, Typed, answer, case_of, day_needed, form_of},
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

pub async fn set(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let fields = &posted.fields;
    let on = match day_needed(&visit, fields, "on", &visit.words.t("cases-next-day")) {
        Ok(on) => on,
        Err(fault) => return page(&visit, &reference, &Typed::back(fields, vec![fault])).await,
    };
    let next = match fields.read::<NextWord>("act") {
        Some(Ok(word)) => NextAct::Named(word),
        Some(Err(_)) | None => NextAct::Words(fields.text("words").to_owned()),
    };
    let of = reference.clone();
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            actions::cases::set_next(&house, &actor, &of, next, on).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-next-toast"),
        )),
        Err(fault) => {
            let faults = small::at("on", visit.faults(fault)?);
            page(&visit, &reference, &Typed::back(fields, faults)).await
        }
    }
}

/// "Not now": the same, on a later day.
pub async fn snooze(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let until = match day_needed(&visit, &posted.fields, "until", &visit.words.t("cases-next-day")) {
        Ok(until) => until,
        Err(fault) => return page(&visit, &reference, &Typed::back(&posted.fields, vec![fault])).await,
    };
    let of = reference.clone();
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::snooze(&house, &actor, &of, until).await
        })
        .await?;
    Ok(go_saying(
        &format!("/cases/{reference}"),
        &Said::new("cases-snoozed-toast"),
    ))
}

/// It is done; a follow-up by the cadence comes next.
pub async fn done(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let of = reference.clone();
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::done_next(&house, &actor, &of).await
        })
        .await?;
    Ok(go_saying(
        &format!("/cases/{reference}"),
        &Said::new("cases-next-done-toast"),
    ))
}

async fn page(visit: &Visit, typed: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let case = case_of(visit, typed).await?;
    let (word, words) = match &case.next_act {
        NextAct::Named(word) => (word.to_string(), String::new()),
        NextAct::Words(words) => (String::new(), words.clone()),
    };
    let mut acts = vec![Choice::new("", w.t("cases-next-own-words"))];
    acts.extend(
        NextWord::ALL
            .iter()
            .map(|n| Choice::new(n.as_str(), w.t(&format!("next-{n}")))),
    );
    let mut form = form_of(visit, &case, "next", &w.t("cases-more-next"), back);
    form.sections = vec![FormSection {
        fields: vec![
            back.field("act", w.t("cases-next-act"), Input::Pick(acts), word)
                .width(3),
            back.field("on", w.t("cases-next-day"), Input::Date, case.next_on.to_string())
                .width(3)
                .required(),
            back.field("words", w.t("cases-next-words"), Input::Text, words)
                .width(6),
        ],
        ..FormSection::default()
    }];
    answer(visit, &form).await
}
