//! The ways to reach a person: add one, or mark one unsafe, after which nothing goes there.

use actions::people::AddContactPoint;
use axum::{extract::Path, response::Response};
use domain::{
    ids::ContactPointId,
    people::{ContactKind, Safe},
};

use super::{
    page::read_id,
    small::{answer, form_of, person_of},
};
use crate::{
    app::{PageError, Posted, Said, Visit, go_saying},
    cases::{Typed, at, day},
    ui::{
        form::{Choice, Input},
        form_page::FormSection,
    },
};

pub async fn ask(visit: Visit, Path(id): Path<String>) -> Result<Response, PageError> {
    page(&visit, &id, &Typed::default()).await
}

pub async fn add(visit: Visit, Path(id): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let person = read_id(&id)?;
    let fields = &posted.fields;
    let from_on = match day(&visit, fields, "from_on", &visit.words.t("people-field-from")) {
        Ok(on) => on,
        Err(fault) => return page(&visit, &id, &Typed::back(fields, vec![fault])).await,
    };
    let what = AddContactPoint {
        kind: fields
            .read("kind")
            .and_then(Result::ok)
            .unwrap_or(ContactKind::Phone),
        value: fields.text("value").to_owned(),
        safe: fields.read("safe").and_then(Result::ok).unwrap_or(Safe::Unknown),
        from_on,
        verified_on: None,
        note: fields.filled("note").map(str::to_owned),
    };
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            actions::people::add_contact_point(&house, &actor, person, what).await
        })
        .await;
    match done {
        Ok(_) => Ok(go_saying(
            &format!("/people/{person}"),
            &Said::new("people-contact-toast"),
        )),
        Err(fault) => {
            let faults = at("value", visit.faults(fault)?);
            page(&visit, &id, &Typed::back(fields, faults)).await
        }
    }
}

async fn page(visit: &Visit, id: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let person = person_of(visit, id).await?;
    let kinds = ContactKind::ALL
        .iter()
        .map(|k| Choice::new(k.as_str(), w.word("point", k.as_str())))
        .collect();
    let safe = Safe::ALL
        .iter()
        .map(|s| Choice::new(s.as_str(), w.word("safe", s.as_str())))
        .collect();
    let mut form = form_of(visit, &person, "contacts", &w.t("people-add-contact"), back);
    form.sections = vec![FormSection {
        fields: vec![
            back.field("kind", w.t("people-field-kind"), Input::Pick(kinds), "mobile")
                .width(3),
            back.field("safe", w.t("people-field-safe"), Input::Pick(safe), "unknown")
                .hint(w.t("people-field-safe-hint"))
                .width(3),
            back.field("value", w.t("people-field-value"), Input::Text, "")
                .width(6)
                .required(),
            back.field("from_on", w.t("people-field-from"), Input::Date, "")
                .width(3),
            back.field("note", w.t("people-field-note"), Input::Text, "")
                .width(3),
        ],
        ..FormSection::default()
    }];
    answer(visit, &form).await
}

fn point_id(text: &str) -> Result<ContactPointId, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}

pub async fn ask_unsafe(
    visit: Visit,
    Path((id, point)): Path<(String, String)>,
) -> Result<Response, PageError> {
    unsafe_page(&visit, &id, point_id(&point)?, &Typed::default()).await
}

pub async fn mark_unsafe(
    visit: Visit,
    Path((id, point)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (person, point) = (read_id(&id)?, point_id(&point)?);
    let note = posted.fields.text("note").to_owned();
    let house = visit.house().clone();
    let actor = *visit.actor();
    let done = crate::app::perform(async move {
        actions::people::mark_unsafe(&house, &actor, person, point, &note).await
    })
    .await;
    match done {
        Ok(_) => Ok(go_saying(
            &format!("/people/{person}"),
            &Said::new("people-unsafe-toast"),
        )),
        Err(fault) => {
            let faults = at("note", visit.faults(fault)?);
            unsafe_page(&visit, &id, point, &Typed::back(&posted.fields, faults)).await
        }
    }
}

async fn unsafe_page(
    visit: &Visit,
    id: &str,
    point: ContactPointId,
    back: &Typed,
) -> Result<Response, PageError> {
    let w = visit.words;
    let person = person_of(visit, id).await?;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let points = store::people::contact_points(&mut look, &person).await?;
    drop(look);
    let found = points
        .into_iter()
        .find(|p| p.id == point)
        .ok_or(PageError::NotFound)?;
    let mut form = form_of(visit, &person, "contacts", &w.t("people-mark-unsafe-title"), back);
    form.url = format!("/people/{}/contacts/{point}/unsafe", person.id);
    form.head.lede = found.value;
    form.sections = vec![FormSection {
        note: w.t("people-mark-unsafe-note"),
        fields: vec![back.field("note", w.t("people-field-note"), Input::Text, "")],
        ..FormSection::default()
    }];
    form.button = w.t("people-mark-unsafe");
    answer(visit, &form).await
}
