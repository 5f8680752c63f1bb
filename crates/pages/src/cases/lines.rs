//! The timeline in words: who did what and when, and small lines for what happened to the case itself.

use domain::cases::{Direction, Entry, EntryKind};

use super::around::{Around, on_day};
use crate::{
    app::Visit,
    ui::{
        icon::Icon,
        pill::{Pill, Tone},
        timeline::{self, Dot, TimelineItem},
    },
    words::{
        Arg,
        dates::{self, Here},
    },
};

/// The entries, newest first, under the names of their months.
pub fn lines(visit: &Visit, here: &Here, around: &Around) -> Vec<TimelineItem> {
    let w = visit.words;
    let mut items = Vec::new();
    let mut month = String::new();
    for entry in &around.entries {
        let this = dates::month(w, here, dates::day_of(here, entry.at));
        if this != month {
            items.push(TimelineItem::Day(this.clone()));
            month = this;
        }
        items.push(one(visit, here, around, entry));
    }
    items
}

fn one(visit: &Visit, here: &Here, around: &Around, entry: &Entry) -> TimelineItem {
    let w = visit.words;
    let when = dates::day_and_time(w, here, entry.at);
    if entry.kind == EntryKind::Event && entry.body.is_empty() {
        return TimelineItem::Event {
            text: event(visit, here, around, entry),
            when,
        };
    }
    let (dot, icon) = look_of(entry);
    TimelineItem::Entry(Box::new(timeline::Entry {
        id: format!("e-{}", entry.id),
        dot,
        icon,
        who: who(visit, around, entry),
        did: did(visit, around, entry),
        when,
        text: entry.body.clone(),
        quoted: detail(entry, "quoted").to_owned(),
        attachments: leads_to(visit, around, entry),
        pills: pills(visit, here, entry),
        foot: foot(visit, here, entry),
        is_private: entry.private,
    }))
}

fn detail<'e>(entry: &'e Entry, name: &str) -> &'e str {
    entry.detail.get(name).map_or("", String::as_str)
}

const fn look_of(entry: &Entry) -> (Dot, Icon) {
    match (entry.kind, entry.direction) {
        (EntryKind::Note, _) => (Dot::Note, Icon::StickyNote),
        (EntryKind::Call, Direction::In) => (Dot::In, Icon::PhoneIncoming),
        (EntryKind::Call, Direction::Out | Direction::None) => (Dot::Out, Icon::Phone),
        (EntryKind::Attempt, _) => (Dot::Plain, Icon::Phone),
        (EntryKind::LetterIn, _) => (Dot::In, Icon::Mail),
        (EntryKind::LetterOut, _) => (Dot::Out, Icon::Send),
        (EntryKind::Inquiry, _) => (Dot::Out, Icon::Landmark),
        (EntryKind::Reply, _) => (Dot::In, Icon::Landmark),
        (EntryKind::Release, _) => (Dot::Good, Icon::FileCheck),
        (EntryKind::Event, _) => (Dot::Plain, Icon::CircleDot),
    }
}

/// Whose act it was: the reader, a colleague, the person, the agency, or the house.
fn who(visit: &Visit, around: &Around, entry: &Entry) -> String {
    let w = visit.words;
    match entry.kind {
        EntryKind::LetterIn => {
            let from = detail(entry, "from");
            if from.is_empty() {
                around.called(w)
            } else {
                from.to_owned()
            }
        }
        EntryKind::Reply => agency(visit, around, entry),
        EntryKind::Note
        | EntryKind::Call
        | EntryKind::Attempt
        | EntryKind::LetterOut
        | EntryKind::Inquiry
        | EntryKind::Release
        | EntryKind::Event => match entry.by {
            Some(by) if by == visit.actor().staff_id() => w.t("cases-entry-you"),
            Some(by) if !by.0.is_nil() => around.name_of(by),
            Some(_) | None => w.t("ledger-the-system"),
        },
    }
}

fn agency(visit: &Visit, around: &Around, entry: &Entry) -> String {
    let code = detail(entry, "agency");
    let code = if code.is_empty() {
        around.case.agency.as_deref().unwrap_or_default()
    } else {
        code
    };
    if code.is_empty() {
        visit.words.t("cases-call-agency")
    } else {
        visit.house().agency_title(code)
    }
}

fn did(visit: &Visit, around: &Around, entry: &Entry) -> String {
    let w = visit.words;
    let with = match (detail(entry, "with"), entry.person_id) {
        ("", Some(_)) => around.called(w),
        ("", None) => w.t("cases-call-somebody"),
        (other, _) => other.to_owned(),
    };
    let named = |key: &str| w.tr(key, &[("name", (&with).into())]);
    match (entry.kind, entry.direction) {
        (EntryKind::Note, _) => w.t("cases-did-note"),
        (EntryKind::Call, Direction::In) => named("cases-did-took-call"),
        (EntryKind::Call, Direction::Out | Direction::None) => named(if detail(entry, "no_news") == "yes" {
            "cases-did-no-news"
        } else {
            "cases-did-called"
        }),
        (EntryKind::Attempt, _) => named(match detail(entry, "reached") {
            "left-message" => "cases-did-left-message",
            _ => "cases-did-tried",
        }),
        (EntryKind::LetterIn, _) => w.t("cases-did-letter-in"),
        (EntryKind::LetterOut, _) if detail(entry, "way") == "email" => w.t("cases-did-email-out"),
        (EntryKind::LetterOut, _) => w.t("cases-did-letter-out"),
        (EntryKind::Inquiry, _) => w.tr(
            "cases-did-inquiry-to",
            &[("agency", agency(visit, around, entry).into())],
        ),
        (EntryKind::Reply, _) => w.t("cases-did-reply"),
        (EntryKind::Release, _) => w.t("cases-did-release"),
        (EntryKind::Event, _) => w.t("cases-did-event"),
    }
}

/// Where the thing an entry tells of stands as a whole.
fn leads_to(visit: &Visit, around: &Around, entry: &Entry) -> Vec<(String, String)> {
    let w = visit.words;
    let Some(id) = entry.subject_id else {
        return Vec::new();
    };
    let base = format!("/cases/{}", around.case.reference);
    let link = match entry.kind {
        EntryKind::LetterOut => (format!("/letters/{id}"), w.t("cases-entry-open-letter")),
        EntryKind::Inquiry => (format!("{base}/inquiries/{id}"), w.t("cases-entry-open-inquiry")),
        EntryKind::Release => (format!("{base}/releases/{id}"), w.t("cases-entry-open-release")),
        EntryKind::LetterIn if visit.actor().may(domain::access::Deed::TakeIn) => {
            (format!("/arrivals/{id}"), w.t("cases-entry-open-arrival"))
        }
        EntryKind::LetterIn
        | EntryKind::Note
        | EntryKind::Call
        | EntryKind::Reply
        | EntryKind::Attempt
        | EntryKind::Event => return Vec::new(),
    };
    vec![link]
}

fn pills(visit: &Visit, here: &Here, entry: &Entry) -> Vec<Pill> {
    let w = visit.words;
    let mut all = Vec::new();
    if entry.kind == EntryKind::Reply {
        let key = format!("reply-{}", detail(entry, "kind"));
        if w.has(&key) {
            all.push(Pill::new(w.t(&key), Tone::Info, Icon::Reply));
        }
    }
    if let Ok(on) = detail(entry, "expected_on").parse() {
        let day = on_day(w, here, on);
        all.push(Pill::new(
            w.tr("cases-entry-expected", &[("day", day.into())]),
            Tone::Warn,
            Icon::Clock,
        ));
    }
    all
}

fn foot(visit: &Visit, here: &Here, entry: &Entry) -> Vec<String> {
    let w = visit.words;
    let mut all = Vec::new();
    if entry.private {
        all.push(w.t("cases-entry-only-you"));
    }
    if let Ok(n) = detail(entry, "minutes").parse::<i64>() {
        all.push(w.tr("cases-entry-minutes", &[("n", n.into())]));
    }
    let written = dates::day_of(here, entry.written_at);
    if written != dates::day_of(here, entry.at) {
        all.push(w.tr("cases-entry-written", &[("day", on_day(w, here, written).into())]));
    }
    all
}

/// What happened to the case itself, from the event's word and what is kept with it.
fn event(visit: &Visit, here: &Here, around: &Around, entry: &Entry) -> String {
    let w = visit.words;
    let word = detail(entry, "event").replace('_', "-");
    let key = format!("cases-event-{word}");
    if !w.has(&key) {
        return w.tr("cases-event-other", &[("what", word.replace('-', " ").into())]);
    }
    let by = who(visit, around, entry);
    let name = |field: &str| {
        let id = detail(entry, field).parse().ok();
        id.map_or_else(|| w.t("cases-with-nobody"), |id| around.name_of(id))
    };
    let reason = detail(entry, "reason").to_owned();
    let mut args: Vec<(&str, Arg<'_>)> = vec![("by", by.into()), ("reason", reason.into())];
    args.push((
        "has-reason",
        if detail(entry, "reason").is_empty() {
            "no"
        } else {
            "yes"
        }
        .into(),
    ));
    args.push((
        "name",
        name(if word == "excepted" { "staff" } else { "to" }).into(),
    ));
    args.push(("what", what(visit, entry).into()));
    args.push(("day", day(visit, here, entry).into()));
    w.tr(&key, &args)
}

/// The one thing an event speaks of, in words: a phase, an outcome, a task, a clock, an answer.
fn what(visit: &Visit, entry: &Entry) -> String {
    let w = visit.words;
    let word = |set: &str, name: &str| {
        let key = format!("{set}-{}", detail(entry, name));
        if w.has(&key) {
            w.t(&key)
        } else {
            detail(entry, name).to_owned()
        }
    };
    for (name, set) in [
        ("outcome", "outcome"),
        ("task", "task"),
        ("clock", "clock"),
        ("visibility", "visibility"),
        ("solved", "solved"),
        ("consent", "consent"),
        ("risk", "risk"),
        ("act", "next"),
        ("exception", "cases-exception"),
        ("to", "phase"),
        ("what", "cases-what"),
        ("words", "cases-what"),
        ("why", "cases-what"),
    ] {
        if !detail(entry, name).is_empty() {
            return word(set, name);
        }
    }
    String::new()
}

fn day(visit: &Visit, here: &Here, entry: &Entry) -> String {
    let on = ["due", "to", "closed_on"]
        .into_iter()
        .find_map(|name| detail(entry, name).parse().ok());
    on.map_or_else(String::new, |on| on_day(visit.words, here, on))
}
