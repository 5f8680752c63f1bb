//! Who may see a case: open, restricted or walled, and named people let in or kept out.

use axum::{extract::Path, response::Response};
use domain::{access::ExceptionKind, cases::Visibility, ids::StaffId};

use super::{
    owner::colleagues,
    reference,
    small::{self, Typed, answer, case_of, form_of},
};
use crate::{
    app::{Faults, PageError, Posted, Said, Visit, go_saying},
    ui::{
        card::{MiniLine, card, mini},
        form::{Act, Choice, Input, Radios, act, field, radios, seal},
        form_page::FormSection,
        icon::Icon,
        pill::{Pill, Tone},
        shell::Place,
    },
};

pub async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    page(&visit, &typed, &Typed::default()).await
}

pub async fn guard(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let Some(Ok(visibility)) = posted.fields.read::<Visibility>("visibility") else {
        let label = visit.words.t("cases-guard-who");
        let missing = visit.words.tr("errors-missing", &[("field", label.into())]);
        return page(
            &visit,
            &reference,
            &Typed::back(&posted.fields, vec![("visibility".into(), missing)]),
        )
        .await;
    };
    let (of, reason) = (reference.clone(), posted.fields.text("reason").to_owned());
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::guard(&house, &actor, &of, visibility, &reason).await
        })
        .await;
    after(&visit, &reference, &posted, done, "reason").await
}

/// Lets a colleague in, or keeps one with a conflict of interest out.
pub async fn except(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let (Some(Ok(staff)), Some(Ok(kind))) = (
        posted.fields.read::<StaffId>("staff"),
        posted.fields.read::<ExceptionKind>("kind"),
    ) else {
        let label = visit.words.t("cases-guard-colleague");
        let missing = visit.words.tr("errors-missing", &[("field", label.into())]);
        return page(
            &visit,
            &reference,
            &Typed::back(&posted.fields, vec![("staff".into(), missing)]),
        )
        .await;
    };
    let (of, why) = (reference.clone(), posted.fields.text("why").to_owned());
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            match kind {
                ExceptionKind::Allow => actions::cases::allow(&house, &actor, &of, staff, &why).await,
                ExceptionKind::Deny => actions::cases::deny(&house, &actor, &of, staff, &why).await,
            }
        })
        .await;
    after(&visit, &reference, &posted, done, "why").await
}

pub async fn lift(
    visit: Visit,
    Path((typed, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let staff: StaffId = id.parse().map_err(|_| PageError::NotFound)?;
    let of = reference.clone();
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::lift_exception(&house, &actor, &of, staff).await
        })
        .await;
    after(&visit, &reference, &posted, done, "staff").await
}

async fn after(
    visit: &Visit,
    reference: &str,
    posted: &Posted,
    done: Result<(), actions::ActionError>,
    place: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("cases-guard-toast"),
        )),
        Err(fault) => {
            let faults: Faults = small::at(place, visit.faults(fault)?);
            page(visit, reference, &Typed::back(&posted.fields, faults)).await
        }
    }
}

async fn page(visit: &Visit, typed: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let case = case_of(visit, typed).await?;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let exceptions = store::cases::exceptions(&mut look, &case).await?;
    drop(look);
    let names = visit.house().desk().names(visit.actor()).await?;
    let choices = Visibility::ALL.iter().map(|v| {
        Choice::with_hint(
            v.as_str(),
            w.word("visibility", v.as_str()),
            w.t(&format!("cases-guard-{v}-hint")),
        )
    });
    let who = Radios {
        name: "visibility".into(),
        legend: w.t("cases-guard-who"),
        error: back.fault("visibility").unwrap_or_default().to_owned(),
        value: back.or("visibility", case.visibility.as_str()),
        choices: choices.collect(),
        ..Radios::default()
    };
    let mut form = form_of(visit, &case, "guard", &w.t("cases-more-guard"), back);
    form.sections = vec![FormSection {
        more: Some(maud::html! {
            (radios(&who))
            div class="mt4" { (field(w, &back.field("reason", w.t("cases-reason"), Input::Area(2), "").required())) }
        }),
        ..FormSection::default()
    }];
    let shell = visit.shell(Place::Cases).await?;
    let base = format!("/cases/{}/guard", case.reference);
    let line = |e: &domain::access::Exception| {
        let tone = match e.kind {
            ExceptionKind::Allow => Tone::Ok,
            ExceptionKind::Deny => Tone::Danger,
        };
        let icon = match e.kind {
            ExceptionKind::Allow => Icon::Check,
            ExceptionKind::Deny => Icon::Ban,
        };
        MiniLine::person(
            names.get(&e.staff_id).cloned().unwrap_or_default(),
            tone,
            e.reason.clone(),
        )
        .pill(Pill::new(w.word("exception", e.kind.as_str()), tone, icon))
    };
    let kinds = ExceptionKind::ALL
        .iter()
        .map(|k| Choice::new(k.as_str(), w.word("exception", k.as_str())));
    let staff = colleagues(visit).await?;
    form.aside = Some(card(
        Some(Icon::UsersRound),
        &w.t("cases-guard-named"),
        &maud::html! {},
        &maud::html! {
            (mini(&exceptions.iter().map(line).collect::<Vec<_>>()))
            @for e in &exceptions {
                @let name = names.get(&e.staff_id).cloned().unwrap_or_default();
                (act(&shell, &Act::new(format!("{base}/{}/lift", e.staff_id), w.tr("cases-guard-lift", &[("name", name.into())])).class("btn btn--sm")))
            }
            form class="stack-sm mt4" method="post" action={ (base) "/except" } {
                (seal(&shell, "except"))
                (field(w, &back.field("staff", w.t("cases-guard-colleague"), Input::Choose(staff), "")))
                (field(w, &back.field("kind", w.t("cases-guard-kind"), Input::Choose(kinds.collect()), "")))
                (field(w, &back.field("why", w.t("cases-guard-why"), Input::Text, "")))
                button class="btn" type="submit" { (w.t("cases-guard-except")) }
            }
        },
    ));
    answer(visit, &form).await
}
