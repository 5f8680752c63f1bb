//! How a person may safely be reached, as they told us: asked before anything else, and unknown means ask.

use std::collections::BTreeMap;

use axum::{extract::Path, response::Response};
use domain::people::{Safe, SafeContact, Way};

use super::{
    page::read_id,
    small::{answer, form_of, person_of},
};
use crate::{
    app::{Fields, PageError, Posted, Said, Visit, go_saying},
    cases::{Typed, at},
    ui::{
        form::{Choice, Input, Radios, segments, tick},
        form_page::FormSection,
    },
};

pub async fn ask(visit: Visit, Path(id): Path<String>) -> Result<Response, PageError> {
    page(&visit, &id, &Typed::default()).await
}

pub async fn record(visit: Visit, Path(id): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let person = read_id(&id)?;
    let safe = read(&posted.fields);
    let version = posted.fields.read("version").and_then(Result::ok).unwrap_or(-1);
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let done = crate::app::perform(async move {
        actions::people::record_safe_contact(&house, &actor, person, version, safe).await
    })
    .await;
    match done {
        Ok(_) => Ok(go_saying(
            &format!("/people/{person}"),
            &Said::new("people-safe-toast"),
        )),
        Err(actions::ActionError::Conflict) => {
            let faults = vec![("hours".to_owned(), visit.words.t("people-safe-conflict"))];
            let mut back = Typed::back(&posted.fields, faults);
            // The next sending is made on what is there now: the two answers were just seen side by side.
            back.fields.remove("version");
            page(&visit, &id, &back).await
        }
        Err(fault) => {
            let faults = at("hours", visit.faults(fault)?);
            page(&visit, &id, &Typed::back(&posted.fields, faults)).await
        }
    }
}

fn read(fields: &Fields) -> SafeContact {
    let answers = Way::ALL.iter().filter_map(|way| {
        let safe = fields.read::<Safe>(&format!("way-{way}"))?.ok()?;
        Some((*way, safe))
    });
    let given = |name: &str| fields.filled(name).map(str::to_owned);
    SafeContact {
        ways: answers.collect::<BTreeMap<Way, Safe>>(),
        hours: given("hours"),
        words_not_to_say: given("words"),
        who_else_may_pick_up: given("others"),
        nothing_by_post: fields.text("no_post") == "yes",
        asked_on: None,
    }
}

async fn page(visit: &Visit, id: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let person = person_of(visit, id).await?;
    let now = &person.safe;
    let ways: Vec<Radios> = Way::ALL
        .iter()
        .map(|way| {
            let name = format!("way-{way}");
            let first = now.ways.get(way).map_or("", |safe| safe.as_str());
            Radios {
                value: back.or(&name, first),
                name,
                legend: w.word("way", way.as_str()),
                choices: Safe::ALL
                    .iter()
                    .map(|s| Choice::new(s.as_str(), w.word("safe", s.as_str())))
                    .collect(),
                ..Radios::default()
            }
        })
        .collect();
    let no_post = back.or("no_post", if now.nothing_by_post { "yes" } else { "" }) == "yes";
    let text = |name: &str, key: &str, first: &Option<String>| {
        back.field(name, w.t(key), Input::Text, first.clone().unwrap_or_default())
            .width(6)
    };
    let title = w.tr("people-safe-title", &[("name", (&person.called).into())]);
    let mut form = form_of(visit, &person, "safe", &title, back);
    form.hidden = vec![("version".into(), back.or("version", person.version.to_string()))];
    form.sections = vec![
        FormSection {
            more: Some(maud::html! {
                div class="stack-sm" { @for way in &ways { (segments(way)) } }
                div class="mt4" { (tick("no_post", "yes", &w.t("contact-nothing-by-post"), "", no_post)) }
            }),
            ..FormSection::default()
        },
        FormSection {
            fields: vec![
                text("hours", "people-safe-hours", &now.hours),
                text("words", "people-safe-words", &now.words_not_to_say),
                text("others", "people-safe-others", &now.who_else_may_pick_up),
            ],
            ..FormSection::default()
        },
    ];
    answer(visit, &form).await
}
