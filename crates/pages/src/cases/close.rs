//! Close a case: three answers, and one list of what hangs on it with one confirmation.

use std::collections::BTreeSet;

use actions::cases::{CloseCase, before_closing};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    cases::{Hang, Hanging, Outcome, Told, ToldBy, guards::Facts},
    clocks::ClockKind,
};
use jiff::civil::Date;
use store::cases::SeenCase;

use super::{
    around::{on_day, short_day},
    close_view::{CloseView, close_page},
    head_below, reference,
    small::{self, Typed},
};
use crate::{
    app::{Fields, PageError, Posted, Said, Visit, again, go_saying},
    ui::{
        card::{CheckLine, CheckState, Fact, MiniLine},
        form::Choice,
        icon::Icon,
        shell::Place,
    },
    work::list::task_words,
};

pub async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    let right = reference::read(&typed)?;
    if let Some(elsewhere) = reference::elsewhere(&typed, &right, "/close") {
        return Ok(elsewhere);
    }
    page(&visit, &right, &Typed::default()).await
}

pub async fn close(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let fields = &posted.fields;
    let close = CloseCase {
        outcome: fields.read::<Outcome>("outcome").and_then(Result::ok),
        told: told(fields, visit.here().today()),
        watch: fields.text("watch").to_owned(),
        confirmed: confirmed(fields),
        ask_on: None,
    };
    if fields.text("confirm") != "yes" {
        let missing = vec![("confirm".to_owned(), visit.words.t("cases-close-confirm-missing"))];
        return page(&visit, &reference, &Typed::back(fields, missing)).await;
    }
    let of = reference.clone();
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            actions::cases::close(&house, &actor, &of, close).await
        })
        .await;
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-closed-toast"),
        )),
        Err(fault) => {
            let faults = small::at("outcome", visit.faults(fault)?);
            page(&visit, &reference, &Typed::back(fields, faults)).await
        }
    }
}

/// What we told the person: in words and by a way, or why they could not be told.
fn told(fields: &Fields, today: Date) -> Option<Told> {
    let words = fields.text("told").trim().to_owned();
    match fields.text("told_how") {
        "" => None,
        "none" => Some(Told::No { why: words }),
        how => how
            .parse::<ToldBy>()
            .ok()
            .map(|by| Told::Yes { by, on: today, words }),
    }
}

/// The list as it was shown and confirmed: `task:id` and so on.
fn confirmed(fields: &Fields) -> BTreeSet<Hang> {
    fields.all("hangs").iter().filter_map(|text| hang(text)).collect()
}

fn hang(text: &str) -> Option<Hang> {
    let (sort, id) = text.split_once(':')?;
    Some(match sort {
        "task" => Hang::Task(id.parse().ok()?),
        "clock" => Hang::Clock(id.parse().ok()?),
        "promise" => Hang::Promise(id.parse().ok()?),
        "draft" => Hang::Draft(id.parse().ok()?),
        _ => return None,
    })
}

fn hang_word(hang: &Hang) -> String {
    match hang {
        Hang::Task(id) => format!("task:{id}"),
        Hang::Clock(id) => format!("clock:{id}"),
        Hang::Promise(id) => format!("promise:{id}"),
        Hang::Draft(id) => format!("draft:{id}"),
    }
}

async fn page(visit: &Visit, reference: &str, back: &Typed) -> Result<Response, PageError> {
    let (case, hanging) = before_closing(visit.house(), visit.actor(), reference).await?;
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let draft = store::drafts::find(&mut look, case.id.0, "closing").await?;
    drop(look);
    desk.record_read(visit.actor(), Some(case.id), "cases", case.id.0)
        .await?;
    // A kept draft stands in for what was typed, where nothing came back.
    let kept = Typed {
        fields: draft.map(|d| d.fields.0).unwrap_or_default(),
        faults: Vec::new(),
    };
    let back = if back.fields.is_empty() { &kept } else { back };
    let view = view(visit, &case, &hanging, back);
    let page = close_page(&visit.shell(Place::Cases).await?, &view);
    Ok(if back.faults.is_empty() {
        page.into_response()
    } else {
        again(page)
    })
}

fn view(visit: &Visit, case: &SeenCase, hanging: &Hanging, back: &Typed) -> CloseView {
    let w = visit.words;
    let base = format!("/cases/{}", case.reference);
    let model = visit.house().model(&case.model_id, case.model_version);
    let outcomes = model.map(|m| m.outcomes.as_slice()).unwrap_or(Outcome::ALL);
    let mut told_how: Vec<Choice> = ToldBy::ALL
        .iter()
        .map(|by| Choice::new(by.as_str(), w.word("told", by.as_str())))
        .collect();
    told_how.push(Choice::new("none", w.t("cases-close-told-how-none")));
    CloseView {
        title: format!("{} – {}", w.t("cases-close"), case.reference),
        head: head_below(visit, case, &w.t("cases-close"), &case.title),
        url: format!("{base}/close"),
        cancel_href: base.clone(),
        draft_url: format!("/drafts/closing/{}", case.id),
        errors: back.faults.clone(),
        outcomes: outcomes
            .iter()
            .map(|o| Choice::new(o.as_str(), w.word("outcome", o.as_str())))
            .collect(),
        outcome: back.or("outcome", ""),
        told: back.or("told", ""),
        told_how,
        told_how_value: back.or("told_how", ""),
        watch: back.or("watch", ""),
        open: Vec::new(),
        holds: holds(visit, &base, &hanging.facts),
        record: record(visit, case),
        follows: follows(visit, hanging),
        hangs: hanging.list().iter().map(hang_word).collect(),
        is_confirmed: back.or("confirm", "") == "yes",
        version: case.version.to_string(),
    }
}

/// What needs a decision of its own first, each with the place where it is made.
fn holds(visit: &Visit, base: &str, facts: &Facts) -> Vec<MiniLine> {
    let w = visit.words;
    let mut all = Vec::new();
    if facts.open_inquiries > 0 {
        let words = w.tr("guard-open-inquiry", &[("count", facts.open_inquiries.into())]);
        all.push(
            MiniLine::thing(Icon::Landmark, words, w.t("cases-close-go-inquiries"))
                .to(format!("{base}?show=agency")),
        );
    }
    if facts.undelivered_replies > 0 {
        let words = w.tr(
            "guard-undelivered-reply",
            &[("count", facts.undelivered_replies.into())],
        );
        all.push(
            MiniLine::thing(Icon::Megaphone, words, w.t("cases-close-go-tell"))
                .to(format!("{base}?add=call#add")),
        );
    }
    all
}

fn record(visit: &Visit, case: &SeenCase) -> Vec<Fact> {
    let (w, here) = (visit.words, visit.here());
    let mut all = vec![
        Fact::new(w.t("cases-close-opened"), short_day(w, &here, case.opened_on)),
        Fact::new(
            w.t("cases-filter-phase"),
            super::phases::phase_name(w, &case.phase),
        ),
    ];
    all.extend(
        case.agency
            .as_deref()
            .map(|a| Fact::new(w.t("cases-filter-agency"), visit.house().agency_title(a))),
    );
    all.extend(
        case.heard_on
            .map(|on| Fact::new(w.t("cases-close-heard"), short_day(w, &here, on))),
    );
    all
}

/// What ends with the case and what begins by it, each in a line.
fn follows(visit: &Visit, hanging: &Hanging) -> Vec<CheckLine> {
    let (w, here) = (visit.words, visit.here());
    let line = |text: String| CheckLine::new(CheckState::Ask, text);
    let mut all = Vec::new();
    for hang in hanging.list() {
        let text = match hang {
            Hang::Task(id) => hanging.tasks.iter().find(|t| t.id == id).map(|t| {
                w.tr(
                    "cases-close-ends-task",
                    &[("what", task_words(w, &t.what).into())],
                )
            }),
            Hang::Promise(id) => hanging.promises.iter().find(|p| p.id == id).map(|p| {
                let day = on_day(w, &here, p.due_on);
                w.tr(
                    "cases-close-ends-promise",
                    &[("what", (&p.what).into()), ("day", day.into())],
                )
            }),
            Hang::Clock(id) => hanging
                .clocks
                .iter()
                .find(|c| c.id == id)
                .map(|c| clock_line(visit, c.kind)),
            Hang::Draft(_) => Some(w.t("cases-close-ends-draft")),
        };
        all.extend(text.map(line));
    }
    all.push(CheckLine::new(CheckState::Ok, w.t("cases-close-asks")));
    all
}

fn clock_line(visit: &Visit, kind: ClockKind) -> String {
    let w = visit.words;
    w.tr(
        "cases-close-ends-clock",
        &[("what", w.word("clock", kind.as_str()).into())],
    )
}

#[cfg(test)]
mod tests {
    use domain::ids::{ClockId, DraftId, PromiseId, TaskId};

    use super::*;

    #[test]
    fn what_hangs_is_read_as_it_was_written() {
        let id = uuid::Uuid::from_u128(5);
        for one in [
            Hang::Task(TaskId(id)),
            Hang::Clock(ClockId(id)),
            Hang::Promise(PromiseId(id)),
            Hang::Draft(DraftId(id)),
        ] {
            assert_eq!(hang(&hang_word(&one)), Some(one));
        }
        assert_eq!(hang("goat:1"), None);
    }
}
