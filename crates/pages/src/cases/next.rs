//! The suggested next step and its reasons, from what the record says. A suggestion never acts by itself.

use domain::{
    access::Deed,
    cases::{NextAct, NextWord, promises::hears_by},
    clocks::{ClockKind, Turn},
};
use jiff::ToSpan;

use super::{
    around::{Around, days_between, on_day},
    strip,
};
use crate::{
    app::Visit,
    ui::{form::Act, icon::Icon, next_step::NextStep},
    words::dates::{self, Here},
};

/// None for a closed case, or for somebody who only reads.
pub fn next(visit: &Visit, here: &Here, around: &Around) -> Option<NextStep> {
    let (w, case) = (visit.words, &around.case);
    if !case.is_open() || !visit.actor().may(Deed::WorkCases) {
        return None;
    }
    let name = around.called(w);
    let step = match &case.next_act {
        NextAct::Named(word) => w.tr(&format!("cases-next-{word}"), &[("name", (&name).into())]),
        NextAct::Words(words) => words.clone(),
    };
    let later = here
        .today()
        .checked_add(1.day())
        .unwrap_or(case.next_on)
        .max(case.next_on);
    let later = later
        .checked_add(if later == case.next_on { 1.day() } else { 0.days() })
        .unwrap_or(later);
    let base = format!("/cases/{}", case.reference);
    let not_now = Act::new(format!("{base}/snooze"), w.t("cases-next-not-now"))
        .class("btn btn--quiet")
        .with("until", later.to_string())
        .with("version", case.version.to_string());
    Some(NextStep {
        title: w.tr("cases-next-title", &[("step", step.into())]),
        text: by(visit, here, around),
        links: links(visit, around, &base),
        not_now: Some(not_now),
        reasons: reasons(visit, here, around),
    })
}

fn by(visit: &Visit, here: &Here, around: &Around) -> String {
    let (w, on) = (visit.words, around.case.next_on);
    let day = dates::day_in_prose(w, here, on).text;
    let late = days_between(on, here.today());
    match late {
        0 => w.t("cases-next-today"),
        1.. => w.tr("cases-next-was", &[("day", day.into()), ("late", late.into())]),
        _ => w.tr("cases-next-on", &[("day", day.into())]),
    }
}

/// Ways to do it; the first is the main one.
fn links(visit: &Visit, around: &Around, base: &str) -> Vec<(String, String, Option<Icon>)> {
    let w = visit.words;
    let call = (
        format!("{base}?add=call#add"),
        w.t("cases-next-log-call"),
        Some(Icon::Phone),
    );
    let letter = (
        format!("{base}/letters/new"),
        w.t("cases-next-write"),
        Some(Icon::Mail),
    );
    let change = (format!("{base}/next"), w.t("cases-next-change"), None);
    let word = match &around.case.next_act {
        NextAct::Named(word) => *word,
        NextAct::Words(_) => NextWord::Review,
    };
    let asks = visit.actor().may(Deed::AskAgencies);
    match word {
        NextWord::FirstResponse | NextWord::FollowUp | NextWord::TellPerson => vec![call, letter, change],
        NextWord::RequestRelease if asks => {
            let ask = (
                format!("{base}/releases/ask"),
                w.t("consents-ask"),
                Some(Icon::FileSignature),
            );
            let record = (
                format!("{base}/releases/new"),
                w.t("cases-release-record"),
                Some(Icon::ShieldCheck),
            );
            vec![ask, record, change]
        }
        NextWord::SendInquiry if asks => {
            let start = (
                format!("{base}/inquiries/new"),
                w.t("cases-compose-start-inquiry"),
                Some(Icon::Landmark),
            );
            vec![start, change]
        }
        NextWord::Close if visit.actor().may(Deed::CloseCases) => {
            let close = (
                format!("{base}/close"),
                w.t("cases-close"),
                Some(Icon::CircleCheck),
            );
            vec![close, change]
        }
        NextWord::RequestRelease | NextWord::SendInquiry => vec![letter, change],
        NextWord::Chase | NextWord::Review | NextWord::Close => vec![change],
    }
}

fn reasons(visit: &Visit, here: &Here, around: &Around) -> Vec<String> {
    let (w, case) = (visit.words, &around.case);
    let today = here.today();
    let name = around.called(w);
    let mut all = Vec::new();
    let turn = match case.turn {
        Turn::Ours => "cases-why-turn-ours",
        Turn::Agency => "cases-why-turn-agency",
        Turn::Person => "cases-why-turn-person",
    };
    all.push(w.tr(turn, &[("name", (&name).into())]));
    let by = hears_by(case, visit.house().calendar(&visit.visitor.office.calendar));
    let day = on_day(w, here, by);
    let key = if by < today {
        "cases-why-heard-late"
    } else {
        "cases-why-heard-by"
    };
    all.push(w.tr(
        key,
        &[
            ("name", name.into()),
            ("day", day.into()),
            ("n", case.cadence_days.into()),
        ],
    ));
    if let Some(due) = strip::running(around, ClockKind::AgencyReply)
        .and_then(|clock| clock.due(strip::calendar_of(visit, clock)))
    {
        let key = if due < today {
            "cases-why-agency-late"
        } else {
            "cases-why-agency-due"
        };
        all.push(w.tr(key, &[("day", on_day(w, here, due).into())]));
    }
    if strip::standing(around, today).is_none() {
        all.push(w.t("cases-why-no-release"));
    }
    let open = around.undertaken.iter().filter(|u| is_open_promise(u)).count();
    if open > 0 {
        all.push(w.tr("cases-why-promises", &[("n", open.into())]));
    }
    all
}

fn is_open_promise(undertaken: &store::cases::Undertaken) -> bool {
    undertaken.sort == "promise" && undertaken.met_at.is_none() && undertaken.dropped_reason.is_none()
}
