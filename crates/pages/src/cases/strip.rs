//! The strip of clocks: how long open, since when the person heard from us, the agency's answer, the release.

use domain::{
    cases::promises::hears_by,
    clocks::{Clock, ClockKind, ClockState as State, Left},
    consents::{NamedAgencies, Release},
};
use jiff::civil::Date;

use super::around::{Around, days_between, on_day};
use crate::{
    app::Visit,
    ui::{
        clocks::{ClockState, ClockView},
        icon::Icon,
    },
    words::dates::{self, Here},
};

/// How many days before the end something is soon.
const SOON: i64 = 5;

pub fn strip(visit: &Visit, here: &Here, around: &Around) -> Vec<ClockView> {
    let today = here.today();
    let mut all = vec![open(visit, here, around, today)];
    if around.case.is_open() {
        all.push(heard(visit, around, today));
        all.push(most_pressing(visit, here, around, today));
    }
    all.push(release(visit, here, around, today));
    all
}

/// What is waited for: an answer to be passed on, the agency's, the person's, or our first.
fn most_pressing(visit: &Visit, here: &Here, around: &Around, today: Date) -> ClockView {
    const ORDER: [(ClockKind, Icon, &str); 4] = [
        (ClockKind::TellPerson, Icon::Megaphone, "clock-tell-person"),
        (ClockKind::AgencyReply, Icon::Landmark, "cases-clock-agency"),
        (ClockKind::PersonReply, Icon::MailOpen, "clock-person-reply"),
        (
            ClockKind::FirstResponse,
            Icon::PhoneIncoming,
            "cases-clock-first-response",
        ),
    ];
    let found = ORDER
        .into_iter()
        .find_map(|(kind, icon, key)| Some((running(around, kind)?, icon, key)));
    match found {
        Some((clock, icon, key)) => due(visit, here, clock, today, (icon, key)),
        None => not_set(visit),
    }
}

/// The open clock of a kind that ends first.
pub fn running(around: &Around, kind: ClockKind) -> Option<&Clock> {
    around
        .clocks
        .iter()
        .rfind(|clock| clock.kind == kind && clock.is_open())
}

fn view(icon: Icon, name: String, value: String, small: String) -> ClockView {
    ClockView {
        icon,
        name,
        value,
        small,
        state: ClockState::Plain,
        percent: None,
    }
}

fn open(visit: &Visit, here: &Here, around: &Around, today: Date) -> ClockView {
    let (w, case) = (visit.words, &around.case);
    let until = case.closed_on.unwrap_or(today);
    let days = dates::days(w, days_between(case.opened_on, until).max(0));
    let small = match case.closed_on {
        Some(on) => w.tr("cases-closed-on", &[("day", on_day(w, here, on).into())]),
        None => w.tr(
            "cases-clock-open-since",
            &[("day", on_day(w, here, case.opened_on).into())],
        ),
    };
    view(Icon::FolderOpen, w.t("cases-clock-open"), days, small)
}

/// The promise of the cadence, counted from the last day they heard from us.
fn heard(visit: &Visit, around: &Around, today: Date) -> ClockView {
    let (w, case) = (visit.words, &around.case);
    let since = days_between(case.heard_on.unwrap_or(case.opened_on), today).max(0);
    let by = hears_by(case, visit.house().calendar(&visit.visitor.office.calendar));
    let late = days_between(by, today);
    let promise = ("n", case.cadence_days.into());
    let (small, state) = if late > 0 {
        (
            w.tr("cases-clock-heard-past", &[("late", late.into()), promise]),
            ClockState::Late,
        )
    } else {
        let state = if late >= -2 {
            ClockState::Soon
        } else {
            ClockState::Plain
        };
        (w.tr("cases-clock-heard-promise", &[promise]), state)
    };
    let name = w.tr("cases-clock-heard", &[("name", around.called(w).into())]);
    let allowed = days_between(case.heard_on.unwrap_or(case.opened_on), by).max(1);
    ClockView {
        state,
        percent: Some(percent(since, allowed)),
        ..view(Icon::Phone, name, dates::days(w, since), small)
    }
}

fn percent(run: i64, allowed: i64) -> u8 {
    u8::try_from((run.max(0) * 100 / allowed.max(1)).min(100)).unwrap_or(100)
}

/// A clock that is due on a day.
fn due(visit: &Visit, here: &Here, clock: &Clock, today: Date, (icon, key): (Icon, &str)) -> ClockView {
    let w = visit.words;
    let calendar = calendar_of(visit, clock);
    let (value, state) = match clock.state(today, calendar) {
        State::Running(Left::Days(0)) => (w.t("cases-clock-today"), ClockState::Soon),
        State::Running(Left::Days(n)) => {
            let soon = i64::from(n) <= SOON;
            let state = if soon { ClockState::Soon } else { ClockState::Plain };
            (
                w.tr("cases-clock-in", &[("days", dates::days(w, n.into()).into())]),
                state,
            )
        }
        State::Running(Left::Late(n)) => (
            w.tr("work-late-by", &[("n", i64::from(n).into())]),
            ClockState::Late,
        ),
        State::Paused { .. } => (w.t("cases-clock-paused"), ClockState::Plain),
        State::Stopped { .. } => (w.t("cases-clock-not-set"), ClockState::Plain),
    };
    let on = clock.due(calendar);
    let small = on.map_or_else(String::new, |on| dates::day_in_prose(w, here, on).text);
    let all = on.map_or(1, |on| days_between(clock.started_on, on));
    ClockView {
        state,
        percent: Some(percent(days_between(clock.started_on, today), all)),
        ..view(icon, w.t(key), value, small)
    }
}

/// The calendar a clock was started with, in its version where that is at hand.
pub fn calendar_of<'v>(visit: &'v Visit, clock: &Clock) -> &'v domain::clocks::Calendar {
    let house = visit.house();
    let named = clock.calendar.as_deref();
    let exact = named
        .zip(clock.calendar_version)
        .and_then(|(id, version)| house.calendars().version(id, version));
    exact.unwrap_or_else(|| house.calendar(named.unwrap_or(&visit.visitor.office.calendar)))
}

fn not_set(visit: &Visit) -> ClockView {
    let w = visit.words;
    view(
        Icon::Landmark,
        w.t("cases-clock-agency"),
        w.t("cases-clock-not-set"),
        w.t("cases-clock-agency-none"),
    )
}

/// The newest release that still stands.
pub fn standing(around: &Around, today: Date) -> Option<&Release> {
    let stands = |r: &&Release| r.revoked_on.is_none() && r.expires_on.is_none_or(|on| today <= on);
    around.releases.iter().find(stands)
}

fn release(visit: &Visit, here: &Here, around: &Around, today: Date) -> ClockView {
    let w = visit.words;
    let name = w.t("cases-clock-release");
    let Some(release) = standing(around, today) else {
        let (key, small) = match around.releases.first() {
            Some(_) => ("cases-release-ended", String::new()),
            None => ("cases-release-missing", String::new()),
        };
        return view(Icon::Shield, name, w.t(key), small);
    };
    let agencies = agencies(visit, &release.agencies);
    let small = match release.expires_on {
        Some(on) => w.tr(
            "cases-release-covers-until",
            &[("agencies", agencies.into()), ("day", on_day(w, here, on).into())],
        ),
        None => w.tr("cases-release-covers", &[("agencies", agencies.into())]),
    };
    ClockView {
        state: ClockState::Ok,
        ..view(Icon::ShieldCheck, name, w.t("cases-release-signed"), small)
    }
}

/// The agencies a release names, by what they are called.
pub fn agencies(visit: &Visit, named: &NamedAgencies) -> String {
    match named {
        NamedAgencies::All => visit.words.t("cases-release-all-agencies"),
        NamedAgencies::These(codes) => {
            let names: Vec<String> = codes
                .iter()
                .map(|code| visit.house().agency_title(code))
                .collect();
            names.join(", ")
        }
    }
}
