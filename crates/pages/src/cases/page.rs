//! One case on one page. That it was opened is recorded before a word of it is sent.

use axum::{
    extract::{OriginalUri, Path, Query},
    response::{IntoResponse, Response},
};
use domain::{
    access::Deed,
    cases::{Urgency, Visibility},
};
use maud::Markup;
use store::cases::{CaseSight, RestrictedCase, SeenCase};

use super::{
    around::Around,
    aside, compose,
    compose::Typed,
    lines, next, phases, reference,
    shown::{Asked, Show, Shown, key_of},
    strip,
    view::{CaseView, case_page},
};
use crate::{
    app::{PageError, Visit},
    ui::{
        banner::Banner,
        composer::ComposerKind,
        empty::{Restricted, restricted},
        form::Act,
        head::{Crumb, HeadFact, RecordHead},
        icon::Icon,
        pill::{Pill, Tone},
        shell::{Place, page},
        table::Pager,
        tabs::Tab,
    },
    words::dates::Here,
    work::list::{self, turn_pill_for},
};

pub async fn page_of(
    visit: Visit,
    Path(typed): Path<String>,
    OriginalUri(uri): OriginalUri,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let right = reference::read(&typed)?;
    let query = uri.query().map_or_else(String::new, |q| format!("?{q}"));
    if let Some(elsewhere) = reference::elsewhere(&typed, &right, &query) {
        return Ok(elsewhere);
    }
    Ok(show(&visit, &right, &asked, None).await?.into_response())
}

/// The page of a case, with a form that came back where something in it is to be fixed.
pub async fn show(
    visit: &Visit,
    reference: &str,
    asked: &Asked,
    typed: Option<&Typed>,
) -> Result<Markup, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let case = match look.case(reference).await? {
        CaseSight::Full(case) => *case,
        CaseSight::Exists(there) if typed.is_none() => {
            drop(look);
            return locked(visit, &there).await;
        }
        CaseSight::Exists(_) | CaseSight::Nothing => return Err(PageError::NotFound),
    };
    let shown = Shown::of(asked);
    let around = Around::read(visit, &mut look, case, &shown).await?;
    drop(look);
    desk.record_read(visit.actor(), Some(around.case.id), "cases", around.case.id.0)
        .await?;
    let shell = visit.shell(Place::Cases).await?;
    Ok(case_page(&shell, &view(visit, &around, &shown, asked, typed)))
}

/// It is there, who keeps it, and how to ask.
async fn locked(visit: &Visit, there: &RestrictedCase) -> Result<Markup, PageError> {
    let w = visit.words;
    let shell = visit.shell(Place::Cases).await?;
    let who = if there.owner.is_empty() {
        w.t("cases-restricted-queue")
    } else {
        w.tr("cases-restricted-kept-by", &[("name", (&there.owner).into())])
    };
    let card = Restricted {
        who,
        ask_url: Some(format!("/cases/{}/ask", there.reference)),
    };
    Ok(page(
        &shell,
        &w.t("errors-restricted-title"),
        &restricted(&shell, &card),
    ))
}

fn view(visit: &Visit, around: &Around, shown: &Shown, asked: &Asked, typed: Option<&Typed>) -> CaseView {
    let here = visit.here();
    let (actor, case) = (visit.actor(), &around.case);
    let base = format!("/cases/{}", case.reference);
    let may = |deed: Deed, below: &str, open: bool| {
        (actor.may(deed) && case.is_open() == open).then(|| format!("{base}/{below}"))
    };
    let kind = match asked.add.as_str() {
        "call" => ComposerKind::Call,
        "letter" => ComposerKind::Letter,
        "inquiry" => ComposerKind::Inquiry,
        _ => ComposerKind::Note,
    };
    CaseView {
        head: head(visit, around),
        title: title(around),
        facts: facts(visit, around),
        clocks: strip::strip(visit, &here, around),
        safety: safety(visit, around),
        notices: notices(visit, around),
        new_inquiry_href: may(Deed::AskAgencies, "inquiries/new", true),
        close_href: may(Deed::CloseCases, "close", true),
        reopen_href: may(Deed::ReopenCases, "reopen", false),
        phase_href: may(Deed::WorkCases, "phase", true),
        quick: quick(visit, around),
        next: next::next(visit, &here, around),
        composer: compose::composer(visit, &here, around, kind, typed),
        filters: filters(visit, around, shown),
        items: lines::lines(visit, &here, around),
        older: pager(around, shown, &base),
        ribbon: phases::ribbon(visit, &here, around),
        release: aside::release_card(visit, &here, around),
        people: aside::people(visit, &here, around),
        tasks: aside::task_card(visit, &here, around),
        promises: aside::promises(visit, &here, around),
        inquiries: aside::inquiries(visit, &here, around),
        documents: aside::documents(visit, &here, around),
        add_document_href: actor
            .may(Deed::WorkCases)
            .then(|| format!("{base}/documents/new")),
        related: aside::related(visit, around),
        more: aside::more(visit, around),
        ..CaseView::default()
    }
}

/// Without a name where the case is restricted: a title stands in a browser's history.
fn title(around: &Around) -> String {
    let case = &around.case;
    match (case.visibility, &around.person) {
        (Visibility::Open, Some(person)) => format!("{} – {}", person.full_name, case.reference),
        (Visibility::Open, None) | (Visibility::Restricted | Visibility::Walled, _) => case.reference.clone(),
    }
}

/// The way here, the name, the state.
fn head(visit: &Visit, around: &Around) -> RecordHead {
    let (w, case) = (visit.words, &around.case);
    let name = around
        .person
        .as_ref()
        .map_or_else(|| w.t("search-person-unknown"), |p| p.full_name.clone());
    let mut pills = Vec::new();
    if !case.is_open() {
        pills.push(Pill::new(w.t("cases-closed"), Tone::Plain, Icon::CircleCheck));
    } else {
        pills.push(turn_pill_for(w, case.turn, &around.called(w)));
    }
    if case.urgency == Urgency::Urgent {
        pills.push(Pill::new(w.t("urgency-urgent"), Tone::Warn, Icon::TriangleAlert));
    }
    match case.visibility {
        Visibility::Open => {}
        Visibility::Restricted => pills.push(Pill::new(w.t("cases-restricted"), Tone::Warn, Icon::Lock)),
        Visibility::Walled => pills.push(Pill::new(w.t("visibility-walled"), Tone::Warn, Icon::Lock)),
    }
    RecordHead {
        crumbs: vec![
            Crumb::link(w.t("shell-cases"), "/cases"),
            Crumb::reference(case.reference.clone(), None),
        ],
        title: name,
        pills,
        lede: case.title.clone(),
    }
}

/// The head of a page that belongs to a case.
pub fn head_below(visit: &Visit, case: &SeenCase, title: &str, lede: &str) -> RecordHead {
    let w = visit.words;
    RecordHead {
        crumbs: vec![
            Crumb::link(w.t("shell-cases"), "/cases"),
            Crumb::reference(case.reference.clone(), Some(format!("/cases/{}", case.reference))),
            Crumb::here(title),
        ],
        title: title.to_owned(),
        pills: Vec::new(),
        lede: lede.to_owned(),
    }
}

fn facts(visit: &Visit, around: &Around) -> Vec<HeadFact> {
    let (w, case) = (visit.words, &around.case);
    let mut all = Vec::new();
    all.extend(list::agency(visit, case.agency.as_ref()).map(|name| HeadFact::new(Icon::Landmark, name)));
    all.extend(case.topic.clone().map(|topic| HeadFact::new(Icon::Tag, topic)));
    let owner = case.owner_id.map_or_else(
        || w.t("cases-with-nobody"),
        |id| w.tr("cases-with", &[("name", around.name_of(id).into())]),
    );
    all.push(HeadFact::new(Icon::UserRound, owner));
    if let Some(person) = &around.person {
        let languages: Vec<String> = person
            .languages
            .iter()
            .map(|code| language(visit, code))
            .collect();
        let said = languages
            .into_iter()
            .chain(person.needs.clone())
            .collect::<Vec<_>>()
            .join(", ");
        if !said.is_empty() {
            all.push(HeadFact::new(Icon::Languages, said));
        }
    }
    all
}

/// A language by its tag, in words where we have them.
pub fn language(visit: &Visit, tag: &str) -> String {
    let key = format!("language-{tag}");
    if visit.words.has(&key) {
        visit.words.t(&key)
    } else {
        tag.to_owned()
    }
}

/// What somebody must know before they reach for the phone.
fn safety(visit: &Visit, around: &Around) -> Option<Banner> {
    let w = visit.words;
    let person = around.person.as_ref()?;
    let mut said = Vec::new();
    said.extend(person.do_not_contact.clone());
    if person.deceased_on.is_some() {
        said.push(w.t("contact-deceased"));
    }
    if let Some(words) = &person.safe.words_not_to_say {
        said.push(format!("{} {words}", w.t("people-safe-words")));
    }
    if person.safe.nothing_by_post {
        said.push(w.t("contact-nothing-by-post"));
    }
    (!said.is_empty()).then(|| Banner {
        tone: Tone::Danger,
        title: w.tr("cases-safety-title", &[("name", around.called(w).into())]),
        text: said.join(" "),
        never_printed: true,
        ..Banner::default()
    })
}

/// Letters that did not arrive, and how a closed case ended.
fn notices(visit: &Visit, around: &Around) -> Vec<Banner> {
    let w = visit.words;
    let mut all = Vec::new();
    if let Some(outcome) = around.case.outcome.filter(|_| !around.case.is_open()) {
        let here: Here = visit.here();
        let day = around
            .case
            .closed_on
            .map_or_else(String::new, |on| super::around::on_day(w, &here, on));
        all.push(Banner {
            tone: Tone::Info,
            icon: Some(Icon::CircleCheck),
            title: w.tr("cases-closed-on", &[("day", day.into())]),
            text: w.word("outcome", outcome.as_str()),
            ..Banner::default()
        });
    }
    for letter in around.attached.iter().filter(|a| a.sort == "letter") {
        let title = w.tr("cases-letter-trouble", &[("name", (&letter.name).into())]);
        let text = w.word("letter-state", &letter.state);
        all.push(Banner {
            tone: Tone::Danger,
            icon: Some(Icon::MailX),
            title,
            text,
            ..Banner::default()
        });
    }
    all
}

/// Acts of one press: the case nobody has is taken, and "no news yet" keeps the promise to be in touch.
fn quick(visit: &Visit, around: &Around) -> Vec<Act> {
    let (w, case) = (visit.words, &around.case);
    if !case.is_open() || !visit.actor().may(Deed::WorkCases) {
        return Vec::new();
    }
    let base = format!("/cases/{}", case.reference);
    let mut all = Vec::new();
    if case.owner_id.is_none() {
        all.push(Act::new(format!("{base}/take"), w.t("cases-take")).icon(Icon::Hand));
    }
    if case.person_id.is_some() {
        all.push(Act::new(format!("{base}/no-news"), w.t("cases-no-news")).icon(Icon::Phone));
    }
    all
}

fn filters(visit: &Visit, around: &Around, shown: &Shown) -> Vec<Tab> {
    let w = visit.words;
    let tab = |show: Show| {
        let text = match show {
            Show::All => w.t("cases-show-all"),
            Show::Person => w.tr("cases-show-person", &[("name", around.called(w).into())]),
            Show::Agency => w.t("cases-show-agency"),
            Show::Notes => w.t("cases-show-notes"),
        };
        let query = if show == Show::All {
            String::new()
        } else {
            format!("?show={}", show.word())
        };
        Tab {
            href: format!("/cases/{}{query}#timeline", around.case.reference),
            text,
            is_here: show == shown.show,
            ..Tab::default()
        }
    };
    Show::ALL.into_iter().map(tab).collect()
}

fn pager(around: &Around, shown: &Shown, base: &str) -> Pager {
    let show = if shown.show == Show::All {
        String::new()
    } else {
        format!("show={}&", shown.show.word())
    };
    let href = |way: &str, entry: Option<&domain::cases::Entry>| {
        entry.map(|e| format!("{base}?{show}{way}={}#timeline", key_of(e.at, e.id)))
    };
    Pager {
        newer: around
            .has_newer
            .then(|| href("after", around.entries.first()))
            .flatten(),
        older: around
            .has_older
            .then(|| href("before", around.entries.last()))
            .flatten(),
        note: String::new(),
    }
}
