//! Change what is written of a case. Where a colleague changed the same field meanwhile, both versions are shown and
//! the second chooses; what only one of them touched is kept by itself.

use actions::{
    ActionError,
    cases::{ChangeCase, both_versions},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::cases::{CaseField, CaseFields, Level, Urgency};
use store::cases::SeenCase;

use super::{
    list::agency_choices,
    reference,
    small::{self, Typed, answer, case_of, form_of},
    versions::{Version, Versions, versions_page},
};
use crate::{
    app::{Fields, PageError, Posted, Said, Visit, go_saying},
    ui::{
        form::{Choice, Input},
        form_page::FormSection,
        shell::Place,
    },
};

pub async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    page(&visit, &typed, &Typed::default()).await
}

pub async fn change(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let fields = &posted.fields;
    let change = ChangeCase {
        version: fields.read("version").and_then(Result::ok).unwrap_or(-1),
        was: fields.has("was-title").then(|| read(fields, "was-")),
        fields: chosen(fields),
    };
    let (of, sent) = (reference.clone(), change.clone());
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            actions::cases::change(&house, &actor, &of, &sent).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-changed-toast"),
        )),
        Err(ActionError::Conflict) => two_versions(&visit, &reference, &change).await,
        Err(fault) => {
            let faults = small::at("title", visit.faults(fault)?);
            page(&visit, &reference, &Typed::back(fields, faults)).await
        }
    }
}

/// The fields of a form whose names begin with `before`.
fn read(fields: &Fields, before: &str) -> CaseFields {
    let text = |field: CaseField| fields.text(&format!("{before}{field}")).trim().to_owned();
    let given = |field: CaseField| Some(text(field)).filter(|t| !t.is_empty());
    CaseFields {
        title: text(CaseField::Title),
        summary: text(CaseField::Summary).replace("\r\n", "\n"),
        agency: given(CaseField::Agency),
        topic: given(CaseField::Topic),
        level: text(CaseField::Level).parse::<Level>().ok(),
        urgency: text(CaseField::Urgency).parse().unwrap_or(Urgency::Routine),
        cadence_days: text(CaseField::Cadence).parse().unwrap_or(0),
    }
}

/// What the second of two people chose: theirs for a field, or their own.
fn chosen(fields: &Fields) -> CaseFields {
    let mut sent = fields.clone();
    for field in CaseField::ALL {
        if fields.text(&format!("keep-{field}")) == "theirs" {
            sent.replace(&field.to_string(), fields.text(&format!("theirs-{field}")));
        }
    }
    read(&sent, "")
}

fn hidden_was(fields: &CaseFields) -> Vec<(String, String)> {
    use domain::both::Fields as _;
    CaseField::ALL
        .iter()
        .map(|field| (format!("was-{field}"), fields.text(*field)))
        .collect()
}

async fn page(visit: &Visit, typed: &str, back: &Typed) -> Result<Response, PageError> {
    let case = case_of(visit, typed).await?;
    let now = CaseFields::of(&case);
    let mut form = form_of(visit, &case, "edit", &visit.words.t("cases-more-edit"), back);
    form.hidden = vec![("version".into(), back.or("version", case.version.to_string()))];
    // What the form first showed comes back with it, so that a change made meanwhile is still seen.
    form.hidden
        .extend(hidden_was(&now).into_iter().map(|(name, value)| {
            let value = back.or(&name, value);
            (name, value)
        }));
    form.sections = vec![FormSection {
        fields: inputs(visit, &now, back),
        ..FormSection::default()
    }];
    form.draft_url = Some(format!("/drafts/change/{}", case.id));
    answer(visit, &form).await
}

fn inputs(visit: &Visit, now: &CaseFields, back: &Typed) -> Vec<crate::ui::form::Field> {
    use domain::both::Fields as _;
    let w = visit.words;
    let field = |field: CaseField, input: Input, width: u8| {
        back.field(field.as_str(), label(visit, field), input, now.text(field))
            .width(width)
    };
    let none = || Choice::new("", w.t("common-not-known"));
    let agencies = [none()].into_iter().chain(agency_choices(visit)).collect();
    let levels = [none()].into_iter().chain(
        Level::ALL
            .iter()
            .map(|l| Choice::new(l.as_str(), w.word("level", l.as_str()))),
    );
    let urgency = Urgency::ALL
        .iter()
        .map(|u| Choice::new(u.as_str(), w.word("urgency", u.as_str())));
    vec![
        field(CaseField::Title, Input::Text, 6).required(),
        field(CaseField::Summary, Input::Area(5), 6),
        field(CaseField::Agency, Input::Pick(agencies), 3),
        field(CaseField::Topic, Input::Text, 3),
        field(CaseField::Level, Input::Pick(levels.collect()), 2),
        field(CaseField::Urgency, Input::Pick(urgency.collect()), 2),
        field(CaseField::Cadence, Input::Number, 2).hint(w.t("cases-field-cadence-hint")),
    ]
}

fn label(visit: &Visit, field: CaseField) -> String {
    visit.words.t(&format!("case-field-{field}"))
}

/// Both versions of every field that two people changed.
async fn two_versions(visit: &Visit, reference: &str, change: &ChangeCase) -> Result<Response, PageError> {
    use domain::both::Fields as _;
    let both = both_versions(visit.house(), visit.actor(), reference, change).await?;
    let case = case_of(visit, reference).await?;
    let who = changed_by(visit, &case).await?;
    let version = |d: &domain::both::Differing<CaseField>| Version {
        name: d.field.to_string(),
        label: label(visit, d.field),
        theirs: shown(visit, d.field, &d.theirs),
        theirs_value: d.theirs.clone(),
        yours: d.ours.clone(),
        yours_shown: shown(visit, d.field, &d.ours),
        is_text: matches!(d.field, CaseField::Title | CaseField::Summary | CaseField::Topic),
    };
    let fields: Vec<Version> = both.differing.iter().map(version).collect();
    // What only one of the two touched: ours where we touched it, theirs where they did.
    let merged = match &change.was {
        Some(was) => domain::both::merged(&both.theirs, was, &change.fields),
        None => change.fields.clone(),
    };
    let rest = CaseField::ALL
        .iter()
        .filter(|f| !both.differing.iter().any(|d| d.field == **f));
    let mut hidden: Vec<(String, String)> = rest.map(|f| (f.to_string(), merged.text(*f))).collect();
    hidden.push(("version".into(), both.version.to_string()));
    hidden.extend(hidden_was(&both.theirs));
    let shell = visit.shell(Place::Cases).await?;
    let view = Versions {
        head: super::head_below(visit, &case, &visit.words.t("cases-more-edit"), &case.title),
        title: case.reference.clone(),
        url: format!("/cases/{}/edit", case.reference),
        cancel_href: format!("/cases/{}", case.reference),
        who,
        fields,
        hidden,
    };
    Ok((axum::http::StatusCode::CONFLICT, versions_page(&shell, &view)).into_response())
}

fn shown(visit: &Visit, field: CaseField, value: &str) -> String {
    let w = visit.words;
    match field {
        _ if value.is_empty() => w.t("common-not-known"),
        CaseField::Agency => visit.house().agency_title(value),
        CaseField::Level => w.word("level", value),
        CaseField::Urgency => w.word("urgency", value),
        CaseField::Title | CaseField::Summary | CaseField::Topic | CaseField::Cadence => value.to_owned(),
    }
}

/// Who changed the case last, from its timeline.
async fn changed_by(visit: &Visit, case: &SeenCase) -> Result<String, PageError> {
    use store::cases::TimelinePage;
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let kinds = [domain::cases::EntryKind::Event];
    let events = store::cases::timeline(&mut look, case, TimelinePage::Newest, &kinds, 50).await?;
    drop(look);
    let by = events
        .iter()
        .find(|e| e.detail.get("event").is_some_and(|event| event == "changed"))
        .and_then(|e| e.by);
    let names = desk.names(visit.actor()).await?;
    let name = by.and_then(|id| names.get(&id).cloned());
    Ok(name.unwrap_or_else(|| visit.words.t("cases-conflict-somebody")))
}
