//! The list of cases: views by whose they are and whose turn it is, filters, pages forth and back by key.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{clocks::Turn, ids::CaseId};
use jiff::civil::Date;
use serde::Deserialize;
use store::cases::{CaseConditions, CaseFilter, CaseLine, page, page_before};

use super::{
    around::days_between,
    list_view::{CasesView, cases_page},
    phases::phase_name,
};
use crate::{
    app::{PageError, Visit},
    ui::{
        form::{Choice, Field, Input},
        icon::Icon,
        list::Row,
        pill::{Pill, Tone},
        shell::Place,
        table::Pager,
        tabs::Tab,
    },
    work::list::case_row,
};

/// Rows on one page.
const ROWS: usize = 50;

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    view: String,
    #[serde(default)]
    agency: String,
    #[serde(default)]
    phase: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
}

/// The views, by their word in the address; the first is everybody's open cases.
const VIEWS: [(&str, &str); 7] = [
    ("all", "cases-view-all"),
    ("mine", "cases-view-mine"),
    ("queue", "cases-view-queue"),
    ("agency", "cases-view-agency"),
    ("person", "cases-view-person"),
    ("quiet", "cases-view-quiet"),
    ("closed", "cases-view-closed"),
];

pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let shell = visit.shell(Place::Cases).await?;
    let here = visit.here();
    let filter = filter_of(&visit, &asked, here.today());
    let limit = i64::try_from(ROWS + 1).unwrap_or(i64::MAX);
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let (after, before) = (key(&asked.after), key(&asked.before));
    let mut lines = match before {
        Some(before) => page_before(&mut look, &filter, before, limit).await?,
        None => page(&mut look, &filter, after, limit).await?,
    };
    drop(look);
    let more = lines.len() > ROWS;
    if more && before.is_some() {
        lines.remove(0);
    }
    lines.truncate(ROWS);
    let (has_newer, has_older) = match before {
        Some(_) => (more, true),
        None => (after.is_some(), more),
    };
    let href = |way: &str, line: Option<&CaseLine>| {
        line.map(|line| format!("{}{way}={}", address(&asked), key_of(line.key(&filter))))
    };
    let view = CasesView {
        sub: sub(&visit, &asked),
        tabs: tabs(&visit, &asked),
        filters: filters(&visit, &asked),
        hidden: vec![("view".into(), view_of(&asked).into())],
        rows: lines
            .iter()
            .map(|line| row(&visit, &here, line, &filter))
            .collect(),
        pager: Pager {
            newer: has_newer.then(|| href("before", lines.first())).flatten(),
            older: has_older.then(|| href("after", lines.last())).flatten(),
            note: String::new(),
        },
    };
    Ok(cases_page(&shell, &view).into_response())
}

fn view_of(asked: &Asked) -> &str {
    VIEWS
        .iter()
        .map(|(word, _)| *word)
        .find(|word| *word == asked.view)
        .unwrap_or("all")
}

/// The narrowest statement that answers: each hot shape has its own.
fn filter_of(visit: &Visit, asked: &Asked, today: Date) -> CaseFilter {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
    let (agency, phase) = (filled(&asked.agency), filled(&asked.phase));
    let me = visit.actor().staff_id();
    let (owner, turn) = match view_of(asked) {
        "closed" => return CaseFilter::Closed,
        "quiet" => return CaseFilter::OpenQuiet(today),
        "queue" => return CaseFilter::OpenQueue,
        "mine" => (Some(me), None),
        "agency" => (None, Some(Turn::Agency)),
        "person" => (None, Some(Turn::Person)),
        _ => (None, None),
    };
    match (owner, turn, agency, phase) {
        (None, None, None, None) => CaseFilter::OpenAll,
        (Some(owner), None, None, None) => CaseFilter::OpenOf(owner),
        (None, Some(turn), None, None) => CaseFilter::OpenTurn(turn),
        (Some(owner), Some(turn), None, None) => CaseFilter::OpenOfTurn(owner, turn),
        (None, None, Some(agency), None) => CaseFilter::OpenAgency(agency),
        (None, None, None, Some(phase)) => CaseFilter::OpenPhase(phase),
        (owner, turn, agency, phase) => CaseFilter::OpenWhere(CaseConditions {
            owner,
            turn,
            agency,
            phase,
        }),
    }
}

/// `2026-03-02.id`, as it stands in the address of a page.
fn key_of((on, id): (Date, CaseId)) -> String {
    format!("{on}.{id}")
}

fn key(text: &str) -> Option<(Date, CaseId)> {
    let (on, id) = text.split_once('.')?;
    Some((on.parse().ok()?, id.parse().ok()?))
}

/// The address of this view and its filters, open for one more field.
fn address(asked: &Asked) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("view", view_of(asked));
    for (name, value) in [("agency", &asked.agency), ("phase", &asked.phase)] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    format!("/cases?{}&", query.finish())
}

fn row(visit: &Visit, here: &crate::words::dates::Here, line: &CaseLine, filter: &CaseFilter) -> Row {
    let mut row = case_row(visit, here, line);
    if matches!(filter, CaseFilter::OpenQuiet(_)) {
        let since = days_between(line.heard_on.unwrap_or(line.opened_on), here.today());
        let words = visit.words.tr("work-last-heard", &[("n", since.into())]);
        row.pills.insert(0, Pill::new(words, Tone::Danger, Icon::Clock));
    }
    row.meta.push(phase_name(visit.words, &line.phase));
    row
}

fn tabs(visit: &Visit, asked: &Asked) -> Vec<Tab> {
    let tab = |(word, key): &(&str, &str)| Tab {
        href: if *word == "all" {
            "/cases".into()
        } else {
            format!("/cases?view={word}")
        },
        text: visit.words.t(key),
        is_here: view_of(asked) == *word,
        ..Tab::default()
    };
    VIEWS.iter().map(tab).collect()
}

fn sub(visit: &Visit, asked: &Asked) -> String {
    let w = visit.words;
    match view_of(asked) {
        "quiet" => w.t("cases-sub-quiet"),
        "closed" => w.t("cases-sub-closed"),
        "queue" => w.t("cases-sub-queue"),
        _ => w.t("cases-sub-open"),
    }
}

/// Agency and phase, where the view can be narrowed by them.
fn filters(visit: &Visit, asked: &Asked) -> Vec<Field> {
    let w = visit.words;
    if matches!(view_of(asked), "quiet" | "closed" | "queue") {
        return Vec::new();
    }
    let any = || Choice::new("", w.t("cases-filter-any"));
    let agencies = agency_choices(visit);
    let mut phases: Vec<&str> = Vec::new();
    for phase in visit.house().models().iter().flat_map(|model| &model.phases) {
        if !phases.contains(&phase.id.as_str()) {
            phases.push(&phase.id);
        }
    }
    let phases = phases.into_iter().map(|id| Choice::new(id, phase_name(w, id)));
    vec![
        Field::new(
            "agency",
            w.t("cases-filter-agency"),
            Input::Pick([any()].into_iter().chain(agencies).collect()),
        )
        .value(&asked.agency),
        Field::new(
            "phase",
            w.t("cases-filter-phase"),
            Input::Pick([any()].into_iter().chain(phases).collect()),
        )
        .value(&asked.phase),
    ]
}

/// The agencies whose rules we hold, by name.
pub fn agency_choices(visit: &Visit) -> Vec<Choice> {
    let packs = visit.house().packs().all_in_force(visit.here().today());
    let mut all: Vec<Choice> = packs
        .iter()
        .map(|pack| Choice::new(&pack.agency, &pack.title))
        .collect();
    all.sort_by(|a, b| a.text.cmp(&b.text));
    all
}
