//! A person on one page. That it was opened is recorded before a word of it is sent.

use std::collections::HashMap;

use actions::people::{Asked, Likely, matches_in};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    access::Deed,
    consents::{DisclosureRecord, Release},
    ids::{IdentifierId, PersonId, StaffId},
    people::{BornPrecision, ContactKind, ContactPoint, Identifier, Person, Safe, SafeContact, mask},
};
use jiff::civil::Date;
use maud::Markup;
use store::{Look, cases::CaseLine, people::SeenPerson};

use super::view::{AddressLine, PersonView, person_page};
use crate::{
    app::{PageError, Visit},
    cases::{agencies, language, release_pill},
    ledger::name_of,
    ui::{
        banner::Banner,
        card::{Fact, MiniLine},
        form::Choice,
        head::{Crumb, RecordHead},
        icon::Icon,
        list::Row,
        match_card::MatchCard,
        pill::{Pill, Tone},
        reveal::IdentifierView,
        safe_card::{self, SafeCard},
        shell::Place,
        table::{Cell, Table},
    },
    words::dates::{self, Here},
    work::list::case_row,
};

/// All that the page shows.
struct About {
    person: SeenPerson,
    points: Vec<ContactPoint>,
    identifiers: Vec<Identifier>,
    cases: Vec<CaseLine>,
    releases: Vec<Release>,
    shared: Vec<DisclosureRecord>,
    likely: Vec<Likely>,
    names: std::sync::Arc<HashMap<StaffId, String>>,
}

/// A number that stands open on the page for a minute, or why it does not.
#[derive(Debug, Clone, Default)]
pub struct Opened {
    pub id: Option<IdentifierId>,
    pub number: Option<String>,
    pub error: String,
}

pub async fn page_of(visit: Visit, Path(id): Path<String>) -> Result<Response, PageError> {
    Ok(show(&visit, read_id(&id)?, &Opened::default())
        .await?
        .into_response())
}

/// The id in an address; anything else is nobody's.
pub fn read_id(text: &str) -> Result<PersonId, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}

/// The person, for the pages below theirs.
pub async fn seen(look: &mut Look<'_>, id: PersonId) -> Result<SeenPerson, PageError> {
    look.person(id).await?.ok_or(PageError::NotFound)
}

/// The page, with a number opened on it where one was asked for.
pub async fn show(visit: &Visit, id: PersonId, opened: &Opened) -> Result<Markup, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let person = seen(&mut look, id).await?;
    let points = store::people::contact_points(&mut look, &person).await?;
    let asked = who_else(&person, &points);
    let about = About {
        likely: matches_in(&mut look, &asked, visit.here().today()).await?,
        points,
        identifiers: store::people::identifiers(&mut look, &person).await?,
        cases: store::cases::of_person(&mut look, id).await?,
        releases: store::consents::releases_of_person(&mut look, &person).await?,
        shared: store::consents::shared_about(&mut look, &person).await?,
        names: desk.names(visit.actor()).await?,
        person,
    };
    drop(look);
    desk.record_read(visit.actor(), None, "people", id.0).await?;
    Ok(person_page(
        &visit.shell(Place::People).await?,
        &view(visit, &about, opened),
    ))
}

fn view(visit: &Visit, about: &About, opened: &Opened) -> PersonView {
    let here = visit.here();
    let may = visit.actor().may(Deed::WorkCases);
    let base = format!("/people/{}", about.person.id);
    let to = |below: &str| may.then(|| format!("{base}/{below}"));
    PersonView {
        title: about.person.full_name.clone(),
        head: head(visit, about),
        safety: safety(visit, &about.person),
        change_href: to("edit"),
        new_case_href: visit
            .actor()
            .may(Deed::TakeIn)
            .then(|| format!("/intake/new?person={}", about.person.id)),
        safe: safe(visit, &here, &about.person, &about.points),
        cases: about.cases.iter().map(|line| row(visit, &here, line)).collect(),
        addresses: about
            .points
            .iter()
            .map(|point| address(visit, &here, point))
            .collect(),
        add_contact_href: to("contacts/new"),
        consents: consents(visit, &here, &about.releases),
        record_release_href: None,
        disclosures: disclosures(visit, &here, about),
        names: names(visit, &about.person),
        facts: facts(visit, &about.person),
        identifiers: about
            .identifiers
            .iter()
            .map(|one| identifier(visit, about, one, opened))
            .collect(),
        add_identifier_href: to("identifiers/new"),
        ties: Vec::new(),
        matches: about
            .likely
            .iter()
            .filter(|l| is_other(about, l))
            .map(|l| likely(visit, l))
            .collect(),
    }
}

/// What is known of a person, as a question who else may be the same.
fn who_else(person: &Person, points: &[ContactPoint]) -> Asked {
    let of = |kinds: &[ContactKind]| {
        let known = points
            .iter()
            .filter(|p| kinds.contains(&p.kind) && p.safe != Safe::No);
        known.map(|p| p.value.clone()).collect::<Vec<_>>()
    };
    Asked {
        name: person.full_name.clone(),
        emails: of(&[ContactKind::Email]),
        phones: of(&[ContactKind::Phone, ContactKind::Mobile]),
        addresses: of(&[ContactKind::Post]),
        born_on: person.born_on,
    }
}

/// Somebody else, and with more than a little to speak for it.
fn is_other(about: &About, likely: &Likely) -> bool {
    likely.person.id != about.person.id && !likely.is_weak()
}

fn likely(visit: &Visit, likely: &Likely) -> MatchCard {
    let w = visit.words;
    let tone = if likely.is_strong() {
        Tone::Warn
    } else {
        Tone::Plain
    };
    let words = w.word("likeness", likely.found.likeness.as_str());
    let reasons = likely
        .found
        .parts
        .iter()
        .map(|part| w.word("match", part.reason.as_str()));
    MatchCard {
        name: likely.person.full_name.clone(),
        href: Some(format!("/people/{}", likely.person.id)),
        pill: Pill::new(words, tone, Icon::UserRound),
        reasons: reasons.collect(),
        is_strong: likely.is_strong(),
        acts: Vec::new(),
    }
}

fn head(visit: &Visit, about: &About) -> RecordHead {
    let (w, person) = (visit.words, &about.person);
    let open = about.cases.iter().filter(|line| line.closed_on.is_none()).count();
    let called = w.tr("people-call-them-by", &[("name", (&person.called).into())]);
    let lede = [Some(called), person.needs.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    RecordHead {
        crumbs: vec![
            Crumb::link(w.t("shell-people"), "/people"),
            Crumb::here(person.full_name.clone()),
        ],
        title: person.full_name.clone(),
        pills: vec![Pill::new(
            w.tr("people-open-cases", &[("n", open.into())]),
            Tone::Info,
            Icon::FolderOpen,
        )],
        lede,
    }
}

/// The head of a page that belongs to a person.
pub fn head_below(visit: &Visit, person: &Person, title: &str, lede: &str) -> RecordHead {
    RecordHead {
        crumbs: vec![
            Crumb::link(visit.words.t("shell-people"), "/people"),
            Crumb::link(person.full_name.clone(), format!("/people/{}", person.id)),
            Crumb::here(title),
        ],
        title: title.to_owned(),
        pills: Vec::new(),
        lede: lede.to_owned(),
    }
}

fn safety(visit: &Visit, person: &Person) -> Option<Banner> {
    let w = visit.words;
    let said = match (&person.do_not_contact, person.deceased_on) {
        (_, Some(_)) => w.t("contact-deceased"),
        (Some(why), None) => format!("{} {why}", w.t("contact-do-not-contact")),
        (None, None) => return None,
    };
    Some(Banner {
        tone: Tone::Danger,
        title: said,
        never_printed: true,
        ..Banner::default()
    })
}

const fn shown(safe: Safe) -> safe_card::Safe {
    match safe {
        Safe::Yes => safe_card::Safe::Yes,
        Safe::No => safe_card::Safe::No,
        Safe::Ask => safe_card::Safe::AskFirst,
        Safe::Unknown => safe_card::Safe::NotAsked,
    }
}

/// Every way there is, with what was answered; nothing answered means ask, not send.
fn safe(visit: &Visit, here: &Here, person: &Person, points: &[ContactPoint]) -> SafeCard {
    use domain::people::Way;
    let w = visit.words;
    let safe = &person.safe;
    let icon = |way: Way| match way {
        Way::Phone => Icon::Phone,
        Way::Text => Icon::MessageCircle,
        Way::Voicemail => Icon::Mailbox,
        Way::Email => Icon::Mail,
        Way::Post => Icon::FileText,
    };
    let way = |way: &Way| {
        let answered = safe.ways.get(way).copied().unwrap_or(Safe::Unknown);
        let by_post = *way == Way::Post && safe.nothing_by_post;
        let small = match way {
            Way::Phone | Way::Text => safe.hours.clone().unwrap_or_default(),
            Way::Post if by_post => w.t("contact-nothing-by-post"),
            Way::Voicemail | Way::Email | Way::Post => String::new(),
        };
        safe_card::Way {
            icon: icon(*way),
            title: w.word("way", way.as_str()),
            small,
            safe: if by_post {
                safe_card::Safe::No
            } else {
                shown(answered)
            },
        }
    };
    let mut ways: Vec<safe_card::Way> = Way::ALL.iter().map(way).collect();
    if let Some(other) = &safe.who_else_may_pick_up {
        ways.push(safe_card::Way {
            icon: Icon::UsersRound,
            title: w.t("people-way-someone-else"),
            small: other.clone(),
            safe: safe_card::Safe::AskFirst,
        });
    }
    SafeCard {
        title: w.tr("people-safe-title", &[("name", (&person.called).into())]),
        asked: asked(visit, here, safe),
        ways: if *safe == SafeContact::default() {
            Vec::new()
        } else {
            ways
        },
        words_not_to_say: safe.words_not_to_say.clone().unwrap_or_default(),
        shut: shut(visit, points),
        change_href: visit
            .actor()
            .may(Deed::WorkCases)
            .then(|| format!("/people/{}/safe", person.id)),
    }
}

fn asked(visit: &Visit, here: &Here, safe: &SafeContact) -> String {
    safe.asked_on.map_or_else(String::new, |on| {
        let day = dates::day_in_words(visit.words, here, on).text;
        visit.words.tr("people-safe-asked", &[("day", day.into())])
    })
}

/// The old ways that are shut for good.
fn shut(visit: &Visit, points: &[ContactPoint]) -> String {
    let shut: Vec<&str> = points
        .iter()
        .filter(|p| p.safe == Safe::No)
        .map(|p| p.value.as_str())
        .collect();
    if shut.is_empty() {
        return String::new();
    }
    visit
        .words
        .tr("people-safe-shut-ones", &[("ways", shut.join(", ").into())])
}

fn row(visit: &Visit, here: &Here, line: &CaseLine) -> Row {
    let mut row = case_row(visit, here, line);
    row.name = std::mem::take(&mut row.subject);
    if line.closed_on.is_some() {
        row.pills = vec![Pill::new(
            visit.words.t("cases-closed"),
            Tone::Plain,
            Icon::CircleCheck,
        )];
    }
    row
}

fn address(visit: &Visit, here: &Here, point: &ContactPoint) -> AddressLine {
    let w = visit.words;
    let today = here.today();
    let is_past = point.to_on.is_some_and(|on| on < today);
    let pill = match (point.safe, point.kind) {
        (Safe::No, _) => Some(Pill::new(w.t("people-marked-unsafe"), Tone::Danger, Icon::Ban)),
        _ if is_past => Some(Pill::plain(w.t("people-no-longer"))),
        (Safe::Yes, ContactKind::Post) => Some(Pill::new(w.t("people-mail-goes-here"), Tone::Ok, Icon::Mail)),
        (Safe::Yes, ContactKind::Email | ContactKind::Phone | ContactKind::Mobile) => {
            Some(Pill::new(w.t("people-safe-point"), Tone::Ok, Icon::Check))
        }
        (Safe::Ask, _) => Some(Pill::new(w.t("common-ask"), Tone::Warn, Icon::CircleHelp)),
        (Safe::Unknown, _) => Some(Pill::new(
            w.t("common-not-asked"),
            Tone::Plain,
            Icon::CircleDashed,
        )),
    };
    let may = visit.actor().may(Deed::WorkCases) && point.safe != Safe::No && !is_past;
    AddressLine {
        text: point.value.clone(),
        pill,
        small: small(visit, here, point),
        is_now: !is_past && point.safe != Safe::No,
        unsafe_href: may.then(|| format!("/people/{}/contacts/{}/unsafe", point.person_id, point.id)),
    }
}

fn small(visit: &Visit, here: &Here, point: &ContactPoint) -> String {
    let w = visit.words;
    let day = |on: Date| dates::day_in_list(w, here, on).text;
    let mut parts = vec![w.word("point", point.kind.as_str())];
    match (point.from_on, point.to_on) {
        (Some(from), Some(to)) => parts.push(format!("{} – {}", day(from), day(to))),
        (Some(from), None) => parts.push(w.tr("people-since", &[("day", day(from).into())])),
        (None, Some(to)) => parts.push(w.tr("people-until", &[("day", day(to).into())])),
        (None, None) => {}
    }
    parts.extend(point.note.clone());
    parts.join(" · ")
}

fn consents(visit: &Visit, here: &Here, releases: &[Release]) -> Table {
    let w = visit.words;
    let day = |on: Date| dates::day_in_list(w, here, on).text;
    let row = |r: &Release| {
        let classes: Vec<String> = r
            .scope
            .data_classes
            .iter()
            .map(|c| w.word("class", c.as_str()))
            .collect();
        let how = format!("{}, {}", w.word("method", r.method.as_str()), day(r.signed_on));
        vec![
            Cell::text(classes.join(", ")),
            Cell::text(agencies(visit, &r.agencies)),
            Cell::text(how),
            Cell::text(r.expires_on.map_or_else(|| "–".into(), day)),
            Cell::Pill(release_pill(visit, r, here.today())),
        ]
    };
    Table {
        caption: w.t("people-consents"),
        heads: ["what", "whom", "how", "until", "state"]
            .map(|k| w.t(&format!("people-consent-{k}")))
            .into(),
        rows: releases.iter().map(row).collect(),
    }
}

fn disclosures(visit: &Visit, here: &Here, about: &About) -> Table {
    let w = visit.words;
    let row = |d: &DisclosureRecord| {
        let classes: Vec<String> = d
            .data_classes
            .iter()
            .map(|c| w.word("class", c.as_str()))
            .collect();
        vec![
            Cell::text(dates::in_list(w, here, d.at).text),
            Cell::text(format!(
                "{}: {}",
                w.word("purpose", d.purpose.as_str()),
                classes.join(", ")
            )),
            Cell::text(visit.house().agency_title(&d.recipient)),
            Cell::text(w.word("basis", d.basis.as_str())),
            Cell::text(name_of(w, &about.names, d.by)),
        ]
    };
    Table {
        caption: w.t("people-shared"),
        heads: ["when", "what", "whom", "relied", "by"]
            .map(|k| w.t(&format!("people-shared-{k}")))
            .into(),
        rows: about.shared.iter().map(row).collect(),
    }
}

fn names(visit: &Visit, person: &Person) -> Vec<MiniLine> {
    let mut all = vec![MiniLine::person(
        person.full_name.clone(),
        Tone::Accent,
        visit.words.t("people-name-letters"),
    )];
    all.extend(
        person
            .other_names
            .iter()
            .map(|name| MiniLine::person(name.clone(), Tone::Plum, String::new())),
    );
    all
}

fn facts(visit: &Visit, person: &Person) -> Vec<Fact> {
    let w = visit.words;
    // The day of birth is for the gate and for matching, not for reading over a shoulder: the year says enough.
    let born = match (person.born_on, person.born_precision) {
        (Some(on), BornPrecision::Day | BornPrecision::Month | BornPrecision::Year) => on.year().to_string(),
        (_, BornPrecision::Unknown) | (None, _) => w.t("common-not-known"),
    };
    let languages: Vec<String> = person.languages.iter().map(|tag| language(visit, tag)).collect();
    let pronouns = person.pronouns.clone().unwrap_or_else(|| w.t("common-not-asked"));
    vec![
        Fact::new(w.t("people-born"), born),
        Fact::new(w.t("people-language"), languages.join(", ")),
        Fact::new(
            w.t("people-interpreter"),
            w.word("interpreter", person.interpreter.as_str()),
        ),
        Fact::new(w.t("people-pronouns"), pronouns),
    ]
}

fn identifier(visit: &Visit, about: &About, one: &Identifier, opened: &Opened) -> IdentifierView {
    let w = visit.words;
    let is_it = opened.id == Some(one.id);
    let agency = one.agency.as_deref().map(|code| visit.house().agency_title(code));
    IdentifierView {
        id: one.id.to_string(),
        name: w.word("identifier", one.kind.as_str()),
        mask: mask(one.kind, &one.last4),
        small: agency.unwrap_or_default(),
        url: format!("/people/{}/reveal", about.person.id),
        purposes: ["inquiry", "match", "read-back"]
            .map(|word| Choice::new(word, w.t(&format!("people-purpose-{word}"))))
            .into(),
        shown: opened.number.clone().filter(|_| is_it),
        error: if is_it {
            opened.error.clone()
        } else {
            String::new()
        },
    }
}
