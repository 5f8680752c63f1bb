//! The list of one worker's day. A reader of the ledger, or whoever runs the office, starts at their own place.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{access::Deed, clocks::Turn};
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use store::{
    arrivals::{ArrivalFilter, ArrivalLine},
    cases::CaseFilter,
    work::Due,
};

use super::{
    list,
    view::{WorkGroup, WorkView, work_page},
};
use crate::{
    app::{PageError, Visit, go},
    ui::{form::Choice, list::GroupHead, shell::Place, tabs::Tab},
    words::dates,
};

/// Most rows of one group; the rest is on the page of its own.
const MOST: i64 = 25;

#[derive(Deserialize, Default)]
pub struct Asked {
    /// `agency`, `person`; empty for today.
    #[serde(default)]
    view: String,
}

pub async fn today(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    if let Some(elsewhere) = own_place(&visit) {
        return Ok(go(elsewhere));
    }
    let mut shell = visit.shell(Place::Work).await?;
    let here = visit.here();
    let today = here.today();
    let me = visit.actor().staff_id();
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let turn = match asked.view.as_str() {
        "agency" => Some(Turn::Agency),
        "person" => Some(Turn::Person),
        _ => None,
    };
    let mut view = WorkView {
        tabs: tabs(&visit, turn),
        snooze: snooze(&visit, today),
        ..WorkView::default()
    };
    let mut needs = 0;
    let mut late = 0;
    if let Some(turn) = turn {
        let lines = store::cases::page(&mut look, &CaseFilter::OpenOfTurn(me, turn), None, 100).await?;
        let head = GroupHead {
            id: "w-turn".into(),
            title: title_of(&visit, turn),
            count: lines.len() as u64,
            ..GroupHead::default()
        };
        view.groups.push(WorkGroup {
            head,
            rows: lines
                .iter()
                .map(|line| list::case_row(&visit, &here, line))
                .collect(),
        });
    } else {
        let due = store::work::due(&mut look, me, today, MOST).await?;
        let arrivals = waiting(&mut look, &visit).await?;
        (needs, late) = (
            count(&due) + arrivals.len(),
            due.promises.iter().filter(|p| p.due_on < today).count(),
        );
        view.groups = groups(&visit, &here, today, &due, &arrivals);
    }
    drop(look);
    shell.work_count = u64::try_from(needs).ok().filter(|n| *n > 0 && turn.is_none());
    view.greeting = greeting(&visit, &here);
    view.sub = sub(&visit, &here, needs, late, turn.is_some());
    Ok(work_page(&shell, &view).into_response())
}

/// Those who see no cases have another first page.
fn own_place(visit: &Visit) -> Option<&'static str> {
    let actor = visit.actor();
    if actor.may(Deed::SeeCases) {
        None
    } else if actor.may(Deed::RunStaff) {
        Some("/admin/staff")
    } else {
        Some("/admin/ledger")
    }
}

async fn waiting(look: &mut store::Look<'_>, visit: &Visit) -> Result<Vec<ArrivalLine>, PageError> {
    if !visit.actor().may(Deed::TakeIn) {
        return Ok(Vec::new());
    }
    let filter = ArrivalFilter::WaitingVerdict(domain::arrivals::Verdict::ToRead);
    Ok(store::arrivals::page(look, filter, None, 5).await?)
}

fn count(due: &Due) -> usize {
    due.promises.len() + due.replies.len() + due.cases.len() + due.tasks.len()
}

fn groups(
    visit: &Visit,
    here: &dates::Here,
    today: Date,
    due: &Due,
    arrivals: &[ArrivalLine],
) -> Vec<WorkGroup> {
    let w = visit.words;
    let group = |id: &str, title: &str, note: String, rows: Vec<_>| WorkGroup {
        head: GroupHead {
            id: id.into(),
            title: w.t(title),
            count: rows.len() as u64,
            note,
        },
        rows,
    };
    let (bounced, replies): (Vec<_>, Vec<_>) = due
        .replies
        .iter()
        .partition(|r| r.verdict == domain::arrivals::Verdict::Bounce);
    // A case whose promise is due stands once, with the promise.
    let promised = |case| due.promises.iter().any(|p| p.case_id == case);
    let cases = due.cases.iter().filter(|c| !promised(c.id));
    vec![
        group(
            "w-late",
            "work-group-late",
            w.t("work-group-late-note"),
            due.promises
                .iter()
                .map(|p| list::promise_row(visit, here, today, p))
                .collect(),
        ),
        group(
            "w-back",
            "work-group-delivery",
            w.t("work-group-delivery-note"),
            bounced.iter().map(|r| list::reply_row(visit, here, r)).collect(),
        ),
        group(
            "w-replies",
            "work-group-replies",
            w.t("work-group-replies-note"),
            replies.iter().map(|r| list::reply_row(visit, here, r)).collect(),
        ),
        group(
            "w-new",
            "work-group-arrivals",
            oldest(visit, here, arrivals),
            arrivals
                .iter()
                .map(|a| list::arrival_row(visit, here, a))
                .collect(),
        ),
        group(
            "w-due",
            "work-group-due",
            w.t("work-group-due-note"),
            cases.map(|c| list::due_row(visit, here, today, c)).collect(),
        ),
        group(
            "w-tasks",
            "work-group-tasks",
            w.t("work-group-tasks-note"),
            due.tasks
                .iter()
                .map(|t| list::task_row(visit, here, today, t))
                .collect(),
        ),
    ]
}

fn oldest(visit: &Visit, here: &dates::Here, arrivals: &[ArrivalLine]) -> String {
    arrivals.first().map_or_else(String::new, |first| {
        let days = dates::day_of(here, first.received_at)
            .until(here.today())
            .map_or(0, |s| i64::from(s.get_days()));
        visit.words.tr(
            "work-group-arrivals-note",
            &[("how-long", (&dates::days(visit.words, days.max(1))).into())],
        )
    })
}

fn tabs(visit: &Visit, turn: Option<Turn>) -> Vec<Tab> {
    let w = visit.words;
    let tab = |href: &str, text: String, is_here: bool| Tab {
        href: href.into(),
        text,
        is_here,
        ..Tab::default()
    };
    let cadence = visit.visitor.office.cadence_days;
    vec![
        tab("/work", w.t("work-view-today"), turn.is_none()),
        tab(
            "/work?view=agency",
            w.t("work-view-agency"),
            turn == Some(Turn::Agency),
        ),
        tab(
            "/work?view=person",
            w.t("work-view-person"),
            turn == Some(Turn::Person),
        ),
        tab(
            "/cases?view=quiet",
            w.tr("work-view-quiet", &[("n", cadence.into())]),
            false,
        ),
    ]
}

fn title_of(visit: &Visit, turn: Turn) -> String {
    visit.words.t(match turn {
        Turn::Agency => "work-view-agency",
        Turn::Person => "work-view-person",
        Turn::Ours => "work-view-today",
    })
}

fn snooze(visit: &Visit, today: Date) -> Vec<Choice> {
    let w = visit.words;
    let day = |n: i64| {
        today
            .checked_add(n.days())
            .map(|d| d.to_string())
            .unwrap_or_default()
    };
    let later = |n: i64| Choice::new(day(n), w.tr("work-snooze-days", &[("n", n.into())]));
    vec![
        Choice::new(day(1), w.t("work-snooze-tomorrow")),
        later(3),
        later(7),
        later(14),
    ]
}

fn greeting(visit: &Visit, here: &dates::Here) -> String {
    let hour = here.now.to_zoned(here.zone.clone()).hour();
    let key = match hour {
        0..12 => "work-good-morning",
        12..18 => "work-good-afternoon",
        _ => "work-good-evening",
    };
    let first = visit.visitor.staff.name.split(' ').next().unwrap_or_default();
    visit.words.tr(key, &[("name", first.into())])
}

fn sub(visit: &Visit, here: &dates::Here, needs: usize, late: usize, elsewhere: bool) -> String {
    let w = visit.words;
    let day = dates::day_in_prose(w, here, here.today()).text;
    if elsewhere {
        return day;
    }
    let sub = w.tr("work-sub", &[("day", (&day).into()), ("n", needs.into())]);
    if late == 0 {
        sub
    } else {
        format!("{sub} {}", w.tr("work-sub-late", &[("n", late.into())]))
    }
}
