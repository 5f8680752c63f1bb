//! The numbers agencies know a person by: add one, or see one in full for a minute, for a reason that is kept.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{ids::IdentifierId, people::IdentifierKind};

use super::{
    page::{self as person_page, Opened, read_id},
    small::{answer, form_of, person_of},
};
use crate::{
    app::{PageError, Posted, Said, Visit, again, go_saying},
    cases::{Typed, agency_choices, at},
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
    let kind = fields
        .read("kind")
        .and_then(Result::ok)
        .unwrap_or(IdentifierKind::Other);
    let (number, agency) = (
        fields.text("number").to_owned(),
        fields.filled("agency").map(str::to_owned),
    );
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            actions::people::add_identifier(&house, &actor, person, kind, (&number, agency.as_deref())).await
        })
        .await;
    match done {
        Ok(_) => Ok(go_saying(
            &format!("/people/{person}"),
            &Said::new("people-identifier-toast"),
        )),
        Err(fault) => {
            let faults = at("number", visit.faults(fault)?);
            page(&visit, &id, &Typed::back(fields, faults)).await
        }
    }
}

async fn page(visit: &Visit, id: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let person = person_of(visit, id).await?;
    let kinds = IdentifierKind::ALL
        .iter()
        .map(|k| Choice::new(k.as_str(), w.word("identifier", k.as_str())));
    let none = [Choice::new("", w.t("common-not-known"))];
    let agencies = none.into_iter().chain(agency_choices(visit)).collect();
    let mut form = form_of(visit, &person, "identifiers", &w.t("people-add-identifier"), back);
    form.sections = vec![FormSection {
        note: w.t("people-identifiers-note"),
        fields: vec![
            back.field(
                "kind",
                w.t("people-field-number-kind"),
                Input::Choose(kinds.collect()),
                "",
            )
            .width(3)
            .required(),
            back.field("agency", w.t("people-field-agency"), Input::Pick(agencies), "")
                .width(3),
            back.field("number", w.t("people-field-number"), Input::Text, "")
                .width(6)
                .required(),
        ],
        ..FormSection::default()
    }];
    answer(visit, &form).await
}

/// Shows a number for a minute. The reason is in the ledger before the number is on the page.
pub async fn reveal(visit: Visit, Path(id): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let person = read_id(&id)?;
    let Some(Ok(number)) = posted.fields.read::<IdentifierId>("identifier") else {
        return Err(PageError::NotFound);
    };
    let purpose = posted.fields.text(&format!("purpose-{number}")).to_owned();
    let reason = match purpose.as_str() {
        "inquiry" | "match" | "read-back" => visit.words.t(&format!("people-purpose-{purpose}")),
        _ => String::new(),
    };
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let shown = crate::app::perform(async move {
        actions::people::reveal_identifier(&house, &actor, person, number, &reason).await
    })
    .await;
    match shown {
        Ok(full) => {
            let opened = Opened {
                id: Some(number),
                number: Some(full),
                error: String::new(),
            };
            Ok(person_page::show(&visit, person, &opened).await?.into_response())
        }
        Err(fault) => {
            let faults = visit.faults(fault)?;
            let error = faults
                .into_iter()
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
                .join(" ");
            let opened = Opened {
                id: Some(number),
                number: None,
                error,
            };
            Ok(again(person_page::show(&visit, person, &opened).await?))
        }
    }
}
