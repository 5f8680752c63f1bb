//! Promise the person something by a day, in a way that is safe for them.

use axum::{extract::Path, response::Response};
use domain::people::{Safe, Way};

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

pub async fn make(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let fields = &posted.fields;
    let due_on = match day_needed(&visit, fields, "due_on", &visit.words.t("cases-promise-day")) {
        Ok(on) => on,
        Err(fault) => return page(&visit, &reference, &Typed::back(fields, vec![fault])).await,
    };
    let (of, what, way) = (
        reference.clone(),
        fields.text("what").to_owned(),
        fields.text("way").to_owned(),
    );
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            actions::cases::promise(&house, &actor, &of, &what, due_on, &way).await
        })
        .await;
    match done {
        Ok(_) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-promise-toast"),
        )),
        Err(fault) => {
            let faults = small::at("what", visit.faults(fault)?);
            page(&visit, &reference, &Typed::back(fields, faults)).await
        }
    }
}

async fn page(visit: &Visit, typed: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let case = case_of(visit, typed).await?;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let subject = store::people::subject(&mut look, &case).await?;
    drop(look);
    // Only ways the person called safe are offered; how it was agreed may be said in words too.
    let safe = |way: &&Way| {
        subject
            .as_ref()
            .is_some_and(|(person, _)| person.safe.ways.get(way) == Some(&Safe::Yes))
    };
    let ways: Vec<Choice> = Way::ALL
        .iter()
        .filter(safe)
        .map(|way| Choice::new(w.word("way", way.as_str()), w.word("way", way.as_str())))
        .collect();
    let way = if ways.is_empty() {
        Input::Text
    } else {
        Input::Choose(ways)
    };
    let mut form = form_of(visit, &case, "promises", &w.t("cases-more-promise"), back);
    form.sections = vec![FormSection {
        fields: vec![
            back.field("what", w.t("cases-promise-what"), Input::Text, "")
                .width(6)
                .required(),
            back.field("due_on", w.t("cases-promise-day"), Input::Date, "")
                .width(3)
                .required(),
            back.field("way", w.t("cases-promise-way"), way, "")
                .hint(w.t("cases-promise-way-hint"))
                .width(3)
                .required(),
        ],
        ..FormSection::default()
    }];
    form.button = w.t("cases-promise-make");
    answer(visit, &form).await
}
