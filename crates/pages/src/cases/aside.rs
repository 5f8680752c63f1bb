//! What stands beside the timeline: permission, people, tasks and promises, inquiries, documents, and the way to more.

use domain::{
    access::Deed,
    consents::Release,
    people::{ContactAnswer, ContactKind, ContactPoint, ContactPurpose, Person, Safe, Way, may_contact},
};
use jiff::civil::Date;
use store::cases::{Attached, Undertaken};

use super::{
    around::{Around, on_day, short_day},
    strip,
    view::{CasePerson, ReleaseCard, TaskCard, TaskLine},
};
use crate::{
    app::Visit,
    ui::{
        card::{Fact, MiniLine},
        icon::Icon,
        pill::{Pill, Tone},
    },
    words::dates::{self, Here},
    work::list::task_words,
};

pub fn release_card(visit: &Visit, here: &Here, around: &Around) -> ReleaseCard {
    let w = visit.words;
    let today = here.today();
    let base = format!("/cases/{}", around.case.reference);
    let may = around.case.is_open() && visit.actor().may(Deed::AskAgencies);
    let record_href = may.then(|| format!("{base}/releases/new"));
    let Some(release) = strip::standing(around, today).or(around.releases.first()) else {
        let pill = Pill::plain(w.t("cases-release-missing"));
        return ReleaseCard {
            pill,
            record_href,
            none: w.t("cases-release-none"),
            ..ReleaseCard::default()
        };
    };
    ReleaseCard {
        pill: release_pill(visit, release, today),
        facts: release_facts(visit, here, release),
        view_href: Some(format!("{base}/releases/{}", release.id)),
        record_href,
        none: String::new(),
    }
}

pub fn release_pill(visit: &Visit, release: &Release, today: Date) -> Pill {
    let w = visit.words;
    if release.revoked_on.is_some() {
        Pill::new(w.t("consents-withdrawn"), Tone::Danger, Icon::X)
    } else if release.expires_on.is_some_and(|on| on < today) {
        Pill::new(w.t("cases-release-ended"), Tone::Plain, Icon::Clock)
    } else {
        Pill::new(w.t("cases-release-signed"), Tone::Ok, Icon::Check)
    }
}

fn release_facts(visit: &Visit, here: &Here, release: &Release) -> Vec<Fact> {
    let w = visit.words;
    let signed = format!(
        "{}, {}",
        release.signer_name,
        short_day(w, here, release.signed_on)
    );
    let classes: Vec<String> = release
        .scope
        .data_classes
        .iter()
        .map(|class| w.word("class", class.as_str()))
        .collect();
    let mut facts = vec![
        Fact::new(w.t("cases-release-signed-by"), signed),
        Fact::new(
            w.t("cases-release-may-ask"),
            strip::agencies(visit, &release.agencies),
        ),
        Fact::new(w.t("cases-release-about"), classes.join(", ")),
    ];
    if let Some(on) = release.expires_on {
        facts.push(Fact::new(w.t("cases-release-ends"), short_day(w, here, on)));
    }
    facts
}

pub fn people(visit: &Visit, here: &Here, around: &Around) -> Vec<CasePerson> {
    let w = visit.words;
    let Some(person) = &around.person else {
        return vec![CasePerson {
            name: w.t("search-person-unknown"),
            ..CasePerson::default()
        }];
    };
    let today = here.today();
    let safe = |kind: ContactKind, way: Way| {
        around
            .points
            .iter()
            .find(|point| point.kind == kind && may_send(person, point, way, today))
    };
    let phone = safe(ContactKind::Mobile, Way::Phone).or_else(|| safe(ContactKind::Phone, Way::Phone));
    let reach = phone.map(|point| {
        let words = w.tr("people-call-them", &[("name", around.called(w).into())]);
        (format!("tel:{}", dialled(&point.value)), words)
    });
    vec![CasePerson {
        name: person.full_name.clone(),
        href: Some(format!("/people/{}", person.id)),
        small: small(visit, person, phone),
        tone: Tone::Accent,
        reach,
    }]
}

fn may_send(person: &Person, point: &ContactPoint, way: Way, today: Date) -> bool {
    may_contact(person, point, way, ContactPurpose::Casework, today) == ContactAnswer::Send
}

/// A number as a phone dials it.
pub fn dialled(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}

/// The safe way, its hours and what they need; that nobody asked, where nobody did.
fn small(visit: &Visit, person: &Person, phone: Option<&ContactPoint>) -> String {
    let w = visit.words;
    let mut parts: Vec<String> = Vec::new();
    match phone {
        Some(point) => parts.push(point.value.clone()),
        None if person.safe.asked_on.is_none() => parts.push(w.t("people-safe-not-asked")),
        None => parts.push(safe_ways(visit, person)),
    }
    parts.extend(person.safe.hours.clone());
    parts.extend(person.needs.clone());
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn safe_ways(visit: &Visit, person: &Person) -> String {
    let safe = person.safe.ways.iter().filter(|(_, safe)| **safe == Safe::Yes);
    let ways: Vec<String> = safe
        .map(|(way, _)| visit.words.word("way", way.as_str()))
        .collect();
    if ways.is_empty() {
        visit.words.t("cases-no-safe-way")
    } else {
        ways.join(", ")
    }
}

pub fn task_card(visit: &Visit, here: &Here, around: &Around) -> TaskCard {
    let w = visit.words;
    let today = here.today();
    let may = visit.actor().may(Deed::WorkCases);
    let tasks: Vec<&Undertaken> = around
        .undertaken
        .iter()
        .filter(|u| u.sort == "task" && u.dropped_reason.is_none())
        .collect();
    let done = tasks.iter().filter(|task| task.met_at.is_some()).count();
    let line = |task: &&Undertaken| {
        let is_done = task.met_at.is_some();
        let act = if is_done { "undo" } else { "finish" };
        TaskLine {
            id: task.id.to_string(),
            text: task_words(w, &task.what),
            due: (!is_done).then(|| dates::day_in_list(w, here, task.due_on)),
            is_late: !is_done && task.due_on < today,
            is_done,
            url: format!("/cases/{}/tasks/{}/{act}", around.case.reference, task.id),
        }
    };
    let sum = if tasks.is_empty() {
        String::new()
    } else {
        w.tr(
            "cases-tasks-sum",
            &[("done", done.into()), ("all", tasks.len().into())],
        )
    };
    let (open, over): (Vec<_>, Vec<_>) = tasks.iter().map(line).partition(|task| !task.is_done);
    TaskCard {
        sum,
        tasks: open.into_iter().chain(over).collect(),
        add_url: (may && around.case.is_open()).then(|| format!("/cases/{}/tasks", around.case.reference)),
    }
}

/// What we promised, open ones first.
pub fn promises(visit: &Visit, here: &Here, around: &Around) -> Vec<MiniLine> {
    let w = visit.words;
    let today = here.today();
    let all = around.undertaken.iter().filter(|u| u.sort == "promise");
    let (open, over): (Vec<_>, Vec<_>) = all.partition(|p| p.met_at.is_none() && p.dropped_reason.is_none());
    let line = |p: &&Undertaken| {
        let pill = if p.met_at.is_some() {
            Pill::new(w.t("cases-promise-kept"), Tone::Ok, Icon::Check)
        } else if p.dropped_reason.is_some() {
            Pill::plain(w.t("cases-promise-dropped"))
        } else if p.due_on < today {
            Pill::new(w.t("cases-promise-late"), Tone::Danger, Icon::Clock)
        } else {
            Pill::plain(w.t("cases-promise-open"))
        };
        let small = w.tr(
            "cases-promise-by",
            &[
                ("day", on_day(w, here, p.due_on).into()),
                ("way", (&p.more).into()),
            ],
        );
        MiniLine::thing(Icon::Hand, p.what.clone(), small).pill(pill)
    };
    open.iter().chain(&over).map(line).collect()
}

pub fn inquiries(visit: &Visit, here: &Here, around: &Around) -> Vec<MiniLine> {
    let w = visit.words;
    let line = |a: &Attached| {
        let mut small = Vec::new();
        small.extend(
            a.sent_on
                .map(|on| w.tr("cases-inquiry-sent", &[("day", on_day(w, here, on).into())])),
        );
        small.extend(
            a.due_on
                .map(|on| w.tr("cases-inquiry-due", &[("day", on_day(w, here, on).into())])),
        );
        MiniLine::thing(
            Icon::Landmark,
            visit.house().agency_title(&a.name),
            small.join(" · "),
        )
        .to(format!("/cases/{}/inquiries/{}", around.case.reference, a.id))
        .pill(Pill::plain(w.word("inquiry-state", &a.state)))
    };
    around
        .attached
        .iter()
        .filter(|a| a.sort == "inquiry")
        .map(line)
        .collect()
}

pub fn documents(visit: &Visit, here: &Here, around: &Around) -> Vec<MiniLine> {
    let w = visit.words;
    let line = |a: &Attached| {
        let small = format!(
            "{} · {}",
            dates::in_list(w, here, a.at).text,
            w.word("scan", &a.state)
        );
        MiniLine::thing(Icon::Paperclip, a.name.clone(), small)
            .to(format!("/cases/{}/documents/{}", around.case.reference, a.id))
    };
    around
        .attached
        .iter()
        .filter(|a| a.sort == "document")
        .map(line)
        .collect()
}

pub fn related(visit: &Visit, around: &Around) -> Vec<MiniLine> {
    let w = visit.words;
    let letters = around.attached.iter().filter(|a| a.sort == "letter").map(|a| {
        let words = w.tr("cases-letter-trouble", &[("name", (&a.name).into())]);
        MiniLine::thing(Icon::MailX, words, w.word("letter-state", &a.state)).to(format!("/letters/{}", a.id))
    });
    let history = MiniLine::thing(
        Icon::History,
        w.t("cases-related-ledger"),
        w.t("cases-related-ledger-small"),
    );
    let history = history.to(format!("/cases/{}/ledger", around.case.reference));
    letters.chain([history]).collect()
}

/// Everything else that can be done to the case, each on its own small page.
pub fn more(visit: &Visit, around: &Around) -> Vec<(String, String)> {
    let (w, actor) = (visit.words, visit.actor());
    let base = format!("/cases/{}", around.case.reference);
    let to = |below: &str, key: &str| (format!("{base}/{below}"), w.t(key));
    let mut all = Vec::new();
    if actor.may(Deed::WorkCases) {
        if around.case.is_open() {
            all.push(to("edit", "cases-more-edit"));
            all.push(to("phase", "cases-move-phase"));
            all.push(to("next", "cases-more-next"));
            all.push(to("promises", "cases-more-promise"));
            all.push(to("clocks", "cases-more-clocks"));
            all.push(to("owner", "cases-more-owner"));
        } else if around.undertaken.iter().any(|u| u.sort == "follow-up") {
            all.push(to("follow-up", "cases-more-follow-up"));
        }
    }
    if actor.may(Deed::GuardCases) {
        all.push(to("guard", "cases-more-guard"));
    }
    all
}
