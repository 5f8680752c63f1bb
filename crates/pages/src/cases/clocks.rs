//! The clocks of a case: each with its days, its pauses and extensions, and the ways to give it more time.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{access::Deed, clocks::Clock, ids::ClockId};
use maud::{Markup, html};

use super::{
    around::short_day,
    head_below, reference,
    small::{self, Typed, case_of, day_needed},
    strip::calendar_of,
};
use crate::{
    app::{Faults, PageError, Posted, Said, Visit, go_saying},
    ui::{
        card::{MiniLine, card, mini},
        form::{Field, Input, error_summary, field, seal},
        head::record_head,
        icon::Icon,
        pill::{Pill, Tone, pill},
        shell::{Place, Shell, page as frame},
    },
};

fn clock_id(text: &str) -> Result<ClockId, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}

pub async fn all(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    Ok(page(&visit, &typed, None).await?.into_response())
}

pub async fn extend(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (reference, clock) = (reference::read(&typed)?, clock_id(&id)?);
    let day = match day_needed(
        &visit,
        &posted.fields,
        &format!("until-{clock}"),
        &visit.words.t("cases-clock-until"),
    ) {
        Ok(day) => day,
        Err(fault) => return back(&visit, &reference, clock, &posted, vec![fault]).await,
    };
    let (of, reason) = (
        reference.clone(),
        posted.fields.text(&format!("reason-{clock}")).to_owned(),
    );
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::clocks::extend_clock(&house, &actor, &of, clock, day, &reason).await
        })
        .await;
    after(
        &visit,
        &reference,
        clock,
        &posted,
        done,
        "cases-clock-extended-toast",
    )
    .await
}

pub async fn pause(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (reference, clock) = (reference::read(&typed)?, clock_id(&id)?);
    let (of, reason) = (
        reference.clone(),
        posted.fields.text(&format!("reason-{clock}")).to_owned(),
    );
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::clocks::pause_clock(&house, &actor, &of, clock, &reason).await
        })
        .await;
    after(
        &visit,
        &reference,
        clock,
        &posted,
        done,
        "cases-clock-paused-toast",
    )
    .await
}

pub async fn resume(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (reference, clock) = (reference::read(&typed)?, clock_id(&id)?);
    let of = reference.clone();
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::clocks::resume_clock(&house, &actor, &of, clock).await
        })
        .await;
    after(
        &visit,
        &reference,
        clock,
        &posted,
        done,
        "cases-clock-resumed-toast",
    )
    .await
}

async fn after(
    visit: &Visit,
    reference: &str,
    clock: ClockId,
    posted: &Posted,
    done: Result<(), actions::ActionError>,
    said: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(go_saying(&format!("/cases/{reference}/clocks"), &Said::new(said))),
        Err(fault) => {
            let faults = visit.faults(fault)?;
            back(visit, reference, clock, posted, faults).await
        }
    }
}

async fn back(
    visit: &Visit,
    reference: &str,
    clock: ClockId,
    posted: &Posted,
    faults: Faults,
) -> Result<Response, PageError> {
    let typed = Typed::back(&posted.fields, small::at(&format!("reason-{clock}"), faults));
    Ok(crate::app::again(
        page(visit, reference, Some((clock, &typed))).await?,
    ))
}

async fn page(visit: &Visit, typed: &str, back: Option<(ClockId, &Typed)>) -> Result<Markup, PageError> {
    let w = visit.words;
    let case = case_of(visit, typed).await?;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let clocks = store::cases::clocks(&mut look, &case).await?;
    drop(look);
    let shell = visit.shell(Place::Cases).await?;
    let may = visit.actor().may(Deed::WorkCases) && case.is_open();
    let title = w.t("cases-clocks-title");
    let (open, over): (Vec<&Clock>, Vec<&Clock>) = clocks.iter().partition(|c| c.is_open());
    let main = html! {
        div class="casehead" { (record_head(w, &head_below(visit, &case, &title, &case.title), &html! {})) }
        div class="stack" {
            @if clocks.is_empty() { p class="muted" { (w.t("cases-clock-not-set")) } }
            @for clock in &open {
                @let typed = back.filter(|(id, _)| *id == clock.id).map(|(_, typed)| typed);
                (one(visit, &shell, &case.reference, clock, may, typed))
            }
            @if !over.is_empty() {
                (card(None, &w.t("cases-clocks-over"), &html! {}, &mini(&over.iter().map(|c| past(visit, c)).collect::<Vec<_>>())))
            }
        }
    };
    Ok(frame(&shell, &format!("{title} – {}", case.reference), &main))
}

/// A clock that stopped, in one line.
fn past(visit: &Visit, clock: &Clock) -> MiniLine {
    let (w, here) = (visit.words, visit.here());
    let mut days = vec![w.tr(
        "cases-clock-since",
        &[("day", short_day(w, &here, clock.started_on).into())],
    )];
    days.extend(clock.stopped_on.map(|on| {
        w.tr(
            "cases-clock-stopped-on",
            &[("day", short_day(w, &here, on).into())],
        )
    }));
    let pill = match clock.due(calendar_of(visit, clock)) {
        Some(due) if clock.stopped_on.is_some_and(|on| due < on) => {
            Pill::new(w.t("cases-clock-was-late"), Tone::Danger, Icon::Clock)
        }
        Some(_) | None => Pill::plain(w.t("cases-clock-stopped")),
    };
    MiniLine::thing(
        Icon::Timer,
        w.word("clock", clock.kind.as_str()),
        days.join(" · "),
    )
    .pill(pill)
}

fn one(
    visit: &Visit,
    shell: &Shell,
    reference: &str,
    clock: &Clock,
    may: bool,
    typed: Option<&Typed>,
) -> Markup {
    let (w, here) = (visit.words, visit.here());
    let state = if clock.is_paused() {
        Pill::new(w.t("cases-clock-paused"), Tone::Warn, Icon::Clock)
    } else {
        Pill::new(w.t("cases-clock-running"), Tone::Info, Icon::Timer)
    };
    let mut lines = vec![w.tr(
        "cases-clock-since",
        &[("day", short_day(w, &here, clock.started_on).into())],
    )];
    lines.extend(
        clock
            .due(calendar_of(visit, clock))
            .map(|on| w.tr("cases-clock-due", &[("day", short_day(w, &here, on).into())])),
    );
    lines.extend(clock.extensions.iter().map(|e| {
        let args = [
            ("from", short_day(w, &here, e.original_due).into()),
            ("to", short_day(w, &here, e.new_due).into()),
            ("reason", (&e.reason).into()),
        ];
        w.tr("cases-clock-was-extended", &args)
    }));
    lines.extend(clock.pauses.iter().map(|p| {
        let until = p
            .until
            .map_or_else(|| "…".to_owned(), |on| short_day(w, &here, on));
        let from = short_day(w, &here, p.from);
        w.tr(
            "cases-clock-was-paused",
            &[
                ("from", from.into()),
                ("to", until.into()),
                ("reason", (&p.reason).into()),
            ],
        )
    }));
    let base = format!("/cases/{reference}/clocks/{}", clock.id);
    card(
        Some(Icon::Timer),
        &w.word("clock", clock.kind.as_str()),
        &pill(&state),
        &html! {
            ul role="list" class="stack-sm small muted" { @for line in &lines { li { (line) } } }
            @if may { (forms(visit, shell, &base, clock, typed)) }
        },
    )
}

fn forms(visit: &Visit, shell: &Shell, base: &str, clock: &Clock, typed: Option<&Typed>) -> Markup {
    let w = visit.words;
    let empty = Typed::default();
    let back = typed.unwrap_or(&empty);
    let form_id = clock.id.to_string();
    let reason: Field = back
        .field(&format!("reason-{form_id}"), w.t("cases-reason"), Input::Text, "")
        .width(3);
    let until = back
        .field(
            &format!("until-{form_id}"),
            w.t("cases-clock-until"),
            Input::Date,
            "",
        )
        .width(3);
    html! {
        div class="mt4" {
            @if let Some(typed) = typed {
                (error_summary(&w.tr("errors-fix", &[("n", typed.faults.len().into())]), &typed.faults))
            }
            @if clock.is_paused() {
                form method="post" action={ (base) "/resume" } {
                    (seal(shell, &format!("resume-{form_id}")))
                    button class="btn" type="submit" { (w.t("cases-clock-resume")) }
                }
            } @else {
                details class="why" open[typed.is_some()] {
                    summary { (w.t("cases-clock-change")) }
                    form method="post" action={ (base) "/extend" } {
                        (seal(shell, &format!("extend-{form_id}")))
                        div class="formgrid mt2" {
                            (field(w, &until))
                            (field(w, &reason))
                        }
                        div class="cluster mt2" {
                            button class="btn btn--primary" type="submit" { (w.t("cases-clock-extend")) }
                            button class="btn" type="submit" formaction={ (base) "/pause" } { (w.t("cases-clock-pause")) }
                        }
                    }
                }
            }
        }
    }
}
