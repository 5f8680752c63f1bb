//! Asks the person for a signed release: the letter is drafted in their language, for somebody to read and send.

use actions::consents::ask_for_release;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::people::Way;
use maud::{Markup, html};

use crate::{
    app::{
        Faults, Fields, PageError, Posted, Reading, Said, Visit, again, fault_of, go_saying, perform_once,
    },
    cases::below::Below,
    letters::safe::answer_of,
    ui::{
        card::{card, checks},
        form::{Choice, Radios, radios},
        form_page::{FormPage, FormSection, form_page},
        icon::Icon,
        shell::Place,
    },
};

/// The ways a form to sign can go.
const WAYS: [Way; 2] = [Way::Post, Way::Email];

pub async fn ask(visit: Visit, Path(reference): Path<String>) -> Result<Response, PageError> {
    let below = below(&visit, &reference).await?;
    Ok(page(&visit, &below, &Fields::default(), Faults::new())
        .await?
        .into_response())
}

pub async fn draft(
    visit: Visit,
    Path(reference): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let below = below(&visit, &reference).await?;
    let mut form = Reading::of(&visit, &posted.fields);
    let Some(way) = form.needed::<Way>("way", "letters-field-way") else {
        return Ok(again(page(&visit, &below, &posted.fields, form.faults).await?));
    };
    let case = below.case.reference.clone();
    match perform_once(&visit, &posted.fields, move |house, actor| async move {
        ask_for_release(&house, &actor, &case, way).await
    })
    .await
    {
        Ok(letter) => Ok(go_saying(
            &format!("/letters/{letter}"),
            &Said::new("consents-asked-toast"),
        )),
        Err(fault) => {
            let faults = visit.placed(fault, |_| "way")?;
            let faults = faults.into_iter().map(|(_, text)| ("way".to_owned(), text));
            Ok(again(
                page(&visit, &below, &posted.fields, faults.collect()).await?,
            ))
        }
    }
}

async fn below(visit: &Visit, reference: &str) -> Result<Below, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let below = Below::of(&mut look, reference).await?;
    drop(look);
    if let Some(person) = &below.person {
        desk.record_read(visit.actor(), Some(below.case.id), "people", person.id.0)
            .await?;
    }
    Ok(below)
}

async fn page(visit: &Visit, below: &Below, typed: &Fields, errors: Faults) -> Result<Markup, PageError> {
    let w = visit.words;
    let title = w.t("consents-ask");
    let choice = |way: &Way| {
        Choice::with_hint(
            way.as_str(),
            w.word("way", way.as_str()),
            w.t(match way {
                Way::Post => "consents-ask-post",
                Way::Email | Way::Text | Way::Phone | Way::Voicemail => "consents-ask-email",
            }),
        )
    };
    let ways = radios(&Radios {
        name: "way".into(),
        legend: w.t("letters-field-way"),
        error: fault_of(&errors, "way").unwrap_or_default().to_owned(),
        value: typed.text("way").to_owned(),
        choices: WAYS.iter().map(choice).collect(),
        ..Radios::default()
    });
    let lines: Vec<_> = WAYS
        .iter()
        .flat_map(|way| answer_of(visit, below, *way).lines)
        .collect();
    let aside = html! {
        (card(Some(Icon::ShieldCheck), &w.t("letters-safe"), &html! {}, &checks(&lines)))
    };
    let lede = w.tr("consents-ask-lede", &[("name", below.called(visit).into())]);
    let form = FormPage {
        title: title.clone(),
        head: below.head(visit, title.clone(), lede, title.clone()),
        url: below.url("/releases/ask"),
        form: "ask-release",
        sections: vec![FormSection {
            more: Some(ways),
            ..FormSection::default()
        }],
        button: w.t("consents-ask-draft"),
        foot_note: w.t("consents-ask-note"),
        cancel_href: below.url(""),
        aside: Some(aside),
        errors,
        ..FormPage::default()
    };
    Ok(form_page(&visit.shell(Place::Cases).await?, &form))
}
