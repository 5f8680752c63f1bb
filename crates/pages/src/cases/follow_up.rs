//! After closing: that the person was asked whether it was solved, and what they said.

use axum::{extract::Path, response::Response};
use domain::{
    cases::{FollowUp, Solved},
    ids::FollowUpId,
};

use super::{
    around::on_day,
    reference,
    small::{self, Typed, answer, case_of, form_of},
};
use crate::{
    app::{PageError, Posted, Said, Visit, go_saying},
    ui::{
        form::{Act, Choice, Input, Radios, act, field, radios},
        form_page::FormSection,
        shell::Place,
    },
};

pub async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    page(&visit, &typed, &Typed::default()).await
}

/// Notes that the person was asked.
pub async fn asked(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let id: FollowUpId = id.parse().map_err(|_| PageError::NotFound)?;
    let of = reference.clone();
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::ask_follow_up(&house, &actor, &of, id).await
        })
        .await?;
    Ok(go_saying(
        &format!("/cases/{reference}/follow-up"),
        &Said::new("cases-follow-up-asked-toast"),
    ))
}

/// Records the person's own answer beside our outcome.
pub async fn answered(
    visit: Visit,
    Path(typed): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let fields = &posted.fields;
    let (Some(Ok(id)), Some(Ok(solved))) = (
        fields.read::<FollowUpId>("question"),
        fields.read::<Solved>("solved"),
    ) else {
        let missing = visit.words.t("cases-follow-up-missing");
        return page(
            &visit,
            &reference,
            &Typed::back(fields, vec![("solved".into(), missing)]),
        )
        .await;
    };
    let (of, note) = (reference.clone(), fields.text("note").to_owned());
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            actions::cases::answer_follow_up(&house, &actor, &of, id, (solved, &note)).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-follow-up-toast"),
        )),
        Err(fault) => {
            let faults = small::at("solved", visit.faults(fault)?);
            page(&visit, &reference, &Typed::back(fields, faults)).await
        }
    }
}

async fn page(visit: &Visit, typed: &str, back: &Typed) -> Result<Response, PageError> {
    let (w, here) = (visit.words, visit.here());
    let case = case_of(visit, typed).await?;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let questions = store::cases::follow_ups(&mut look, &case).await?;
    drop(look);
    let mut form = form_of(visit, &case, "follow-up", &w.t("cases-more-follow-up"), back);
    let Some(question) = questions.last() else {
        return Err(PageError::NotFound);
    };
    form.head.lede = state(visit, question);
    form.hidden = vec![("question".into(), question.id.to_string())];
    let answers = Radios {
        name: "solved".into(),
        legend: w.t("cases-follow-up-question"),
        error: back.fault("solved").unwrap_or_default().to_owned(),
        value: back.or("solved", question.answer.map_or("", Solved::as_str)),
        choices: Solved::ALL
            .iter()
            .map(|s| Choice::new(s.as_str(), w.word("solved", s.as_str())))
            .collect(),
        ..Radios::default()
    };
    let note = back.field(
        "note",
        w.t("cases-follow-up-note"),
        Input::Area(3),
        question.answer_note.clone().unwrap_or_default(),
    );
    form.sections = vec![FormSection {
        more: Some(maud::html! { (radios(&answers)) div class="mt4" { (field(w, &note)) } }),
        ..FormSection::default()
    }];
    if question.asked_at.is_none() {
        let shell = visit.shell(Place::Cases).await?;
        let url = format!("/cases/{}/follow-up/{}/asked", case.reference, question.id);
        let day = on_day(w, &here, question.ask_on);
        form.aside = Some(maud::html! {
            section class="card" { div class="card__body stack-sm mt3" {
                p { (w.tr("cases-follow-up-due", &[("day", day.into())])) }
                (act(&shell, &Act::new(url, w.t("cases-follow-up-asked"))))
            } }
        });
    }
    answer(visit, &form).await
}

fn state(visit: &Visit, question: &FollowUp) -> String {
    let w = visit.words;
    match (question.asked_at, question.answer) {
        (_, Some(answer)) => w.word("solved", answer.as_str()),
        (Some(_), None) => w.t("cases-follow-up-waits"),
        (None, None) => w.t("cases-follow-up-not-asked"),
    }
}
