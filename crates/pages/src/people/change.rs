//! Change what is written of a person. Where a colleague changed the same field meanwhile, the second chooses.

use actions::{
    ActionError,
    people::{ChangePerson, both_persons, change_person},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    both::{Fields as _, merged},
    people::{BornPrecision, Interpreter, PersonField, PersonFields},
};

use super::{
    page::{head_below, read_id},
    small::{answer, form_of, person_of},
};
use crate::{
    app::{Fields, PageError, Posted, Said, Visit, go_saying},
    cases::{Typed, Version, Versions, at, versions_page},
    ui::{
        form::{Choice, Field, Input},
        form_page::FormSection,
        shell::Place,
    },
};

pub async fn ask(visit: Visit, Path(id): Path<String>) -> Result<Response, PageError> {
    page(&visit, &id, &Typed::default()).await
}

pub async fn change(visit: Visit, Path(id): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let person = read_id(&id)?;
    let fields = &posted.fields;
    let change = ChangePerson {
        version: fields.read("version").and_then(Result::ok).unwrap_or(-1),
        was: fields.has("was-full_name").then(|| read(fields, "was-")),
        fields: chosen(fields),
    };
    let sent = change.clone();
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            change_person(&house, &actor, person, &sent).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/people/{person}"),
            &Said::new("people-changed-toast"),
        )),
        Err(ActionError::Conflict) => two_versions(&visit, &id, &change).await,
        Err(fault) => {
            let faults = at("full_name", visit.faults(fault)?);
            page(&visit, &id, &Typed::back(fields, faults)).await
        }
    }
}

/// The inputs of the form with what stands in each, by name.
fn written(fields: &PersonFields) -> Vec<(&'static str, String)> {
    let on = |date: Option<jiff::civil::Date>| date.map(|on| on.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        ("full_name", fields.full_name.clone()),
        ("called", fields.called.clone()),
        ("other_names", fields.other_names.join("\n")),
        ("born_on", on(fields.born_on)),
        ("born_precision", fields.born_precision.to_string()),
        ("languages", fields.languages.join(", ")),
        ("interpreter", fields.interpreter.to_string()),
        ("pronouns", text(&fields.pronouns)),
        ("needs", text(&fields.needs)),
        ("deceased_on", on(fields.deceased_on)),
        ("do_not_contact", text(&fields.do_not_contact)),
    ]
}

/// The fields of a form whose names begin with `before`.
fn read(fields: &Fields, before: &str) -> PersonFields {
    let text = |name: &str| fields.text(&format!("{before}{name}")).trim().to_owned();
    let given = |name: &str| Some(text(name)).filter(|t| !t.is_empty());
    let parts = |name: &str, between: &[char]| {
        let whole = text(name);
        let parts = whole.split(between).map(str::trim).filter(|p| !p.is_empty());
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    let born_on = text("born_on").parse().ok();
    let precision = text("born_precision").parse().unwrap_or(BornPrecision::Unknown);
    PersonFields {
        full_name: text("full_name"),
        called: text("called"),
        other_names: parts("other_names", &['\n']),
        born_on,
        born_precision: match (born_on, precision) {
            (None, _) => BornPrecision::Unknown,
            (Some(_), BornPrecision::Unknown) => BornPrecision::Day,
            (Some(_), known) => known,
        },
        languages: parts("languages", &[',', ' ']),
        interpreter: text("interpreter").parse().unwrap_or(Interpreter::Unknown),
        pronouns: given("pronouns"),
        needs: given("needs"),
        deceased_on: text("deceased_on").parse().ok(),
        do_not_contact: given("do_not_contact"),
    }
}

/// What the second of two people chose: theirs for a field, or their own.
fn chosen(fields: &Fields) -> PersonFields {
    let mut ours = read(fields, "");
    let theirs = read(fields, "theirs-");
    for field in PersonField::ALL.iter().copied() {
        if fields.text(&format!("keep-{field}")) == "theirs" {
            ours.take(field, &theirs);
        }
    }
    ours
}

fn hidden(before: &str, fields: &PersonFields) -> Vec<(String, String)> {
    written(fields)
        .into_iter()
        .map(|(name, value)| (format!("{before}{name}"), value))
        .collect()
}

async fn page(visit: &Visit, id: &str, back: &Typed) -> Result<Response, PageError> {
    let person = person_of(visit, id).await?;
    let now = PersonFields::of(&person);
    let mut form = form_of(visit, &person, "edit", &visit.words.t("people-change"), back);
    form.hidden = vec![("version".into(), back.or("version", person.version.to_string()))];
    form.hidden
        .extend(hidden("was-", &now).into_iter().map(|(name, value)| {
            let value = back.or(&name, value);
            (name, value)
        }));
    form.sections = vec![FormSection {
        fields: inputs(visit, &now, back),
        ..FormSection::default()
    }];
    answer(visit, &form).await
}

fn inputs(visit: &Visit, now: &PersonFields, back: &Typed) -> Vec<Field> {
    let w = visit.words;
    let first = |name: &str| {
        written(now)
            .into_iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| value)
            .unwrap_or_default()
    };
    let field = |name: &str, key: &str, input: Input, width: u8| {
        back.field(name, w.t(key), input, first(name)).width(width)
    };
    let born = BornPrecision::ALL
        .iter()
        .map(|b| Choice::new(b.as_str(), w.word("born", b.as_str())))
        .collect();
    let interpreter = Interpreter::ALL
        .iter()
        .map(|i| Choice::new(i.as_str(), w.word("interpreter", i.as_str())))
        .collect();
    vec![
        field("full_name", "person-field-full-name", Input::Text, 3).required(),
        field("called", "person-field-called", Input::Text, 3),
        field("other_names", "person-field-other-names", Input::Area(2), 6),
        field("born_on", "person-field-born", Input::Date, 3),
        field(
            "born_precision",
            "people-field-born-precision",
            Input::Pick(born),
            3,
        ),
        field("languages", "person-field-languages", Input::Text, 3).hint(w.t("people-field-languages-hint")),
        field(
            "interpreter",
            "person-field-interpreter",
            Input::Pick(interpreter),
            3,
        ),
        field("pronouns", "person-field-pronouns", Input::Text, 3),
        field("needs", "person-field-needs", Input::Text, 3),
        field("deceased_on", "person-field-deceased", Input::Date, 3),
        field("do_not_contact", "person-field-do-not-contact", Input::Text, 3),
    ]
}

async fn two_versions(visit: &Visit, id: &str, change: &ChangePerson) -> Result<Response, PageError> {
    let w = visit.words;
    let both = both_persons(visit.house(), visit.actor(), read_id(id)?, change).await?;
    let person = person_of(visit, id).await?;
    let version = |d: &domain::both::Differing<PersonField>| Version {
        name: d.field.to_string(),
        label: w.t(&format!("person-field-{}", d.field)),
        theirs: d.theirs.clone(),
        theirs_value: d.theirs.clone(),
        yours: d.ours.clone(),
        yours_shown: d.ours.clone(),
        is_text: false,
    };
    let mine = match &change.was {
        Some(was) => merged(&both.theirs, was, &change.fields),
        None => change.fields.clone(),
    };
    // The fields both changed stay ours until theirs are chosen.
    let mut ours = mine;
    for d in &both.differing {
        ours.take(d.field, &change.fields);
    }
    let mut carried = vec![("version".to_owned(), both.version.to_string())];
    carried.extend(hidden("", &ours));
    carried.extend(hidden("theirs-", &both.theirs));
    carried.extend(hidden("was-", &both.theirs));
    let view = Versions {
        head: head_below(visit, &person, &w.t("people-change"), ""),
        title: w.t("people-change"),
        url: format!("/people/{}/edit", person.id),
        cancel_href: format!("/people/{}", person.id),
        who: w.t("cases-conflict-somebody"),
        fields: both.differing.iter().map(version).collect(),
        hidden: carried,
    };
    let shell = visit.shell(Place::People).await?;
    Ok((StatusCode::CONFLICT, versions_page(&shell, &view)).into_response())
}
