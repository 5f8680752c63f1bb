//! A person on one page: how to reach them safely before anything else, their cases, addresses, consents, what was
//! shared about them, names and sealed numbers.

use maud::{Markup, html};

use crate::ui::banner::{Banner, banner};
use crate::ui::card::{Fact, MiniLine, card, card_flush, facts, mini};
use crate::ui::empty::{Empty, empty};
use crate::ui::head::{RecordHead, page_head, record_head};
use crate::ui::icon::{Icon, ic};
use crate::ui::list::{Row, hint_bar, row};
use crate::ui::match_card::{MatchCard, match_card};
use crate::ui::pill::{Pill, pill};
use crate::ui::reveal::{IdentifierView, identifiers};
use crate::ui::safe_card::{SafeCard, safe_card};
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, Table, pager, table};

#[derive(Debug, Clone, Default)]
pub struct PersonView {
    pub title: String,
    pub head: RecordHead,
    pub safety: Option<Banner>,
    pub change_href: Option<String>,
    pub new_case_href: Option<String>,
    pub safe: SafeCard,
    pub cases: Vec<Row>,
    pub addresses: Vec<AddressLine>,
    pub add_contact_href: Option<String>,
    pub consents: Table,
    pub record_release_href: Option<String>,
    pub disclosures: Table,
    pub names: Vec<MiniLine>,
    pub facts: Vec<Fact>,
    pub identifiers: Vec<IdentifierView>,
    pub add_identifier_href: Option<String>,
    pub ties: Vec<MiniLine>,
    /// Others who may be the same person, with the reasons. A person decides.
    pub matches: Vec<MatchCard>,
}

#[derive(Debug, Clone, Default)]
pub struct AddressLine {
    pub text: String,
    pub pill: Option<Pill>,
    pub small: String,
    pub is_now: bool,
    /// Where it is marked unsafe.
    pub unsafe_href: Option<String>,
}

pub fn person_page(shell: &Shell, v: &PersonView) -> Markup {
    let w = shell.words;
    let main = html! {
        @if let Some(safety) = &v.safety { div class="mb4" { (banner(safety, &html! {})) } }
        div class="casehead" { (record_head(w, &v.head, &acts(shell, v))) }
        (safe_card(w, &v.safe))
        div class="cols mt5" {
            div class="stack" { (main_cards(shell, v)) }
            aside class="stack" aria-label=(w.t("people-details")) { (aside_cards(shell, v)) }
        }
    };
    page(shell, &v.title, &main)
}

fn acts(shell: &Shell, v: &PersonView) -> Markup {
    let w = shell.words;
    html! {
        @if let Some(href) = &v.change_href { a class="btn" href=(href) { (ic(Icon::PenLine)) (w.t("people-change")) } }
        @if shell.print_url.is_some() {
            button class="btn" type="button" data-act="print" { (ic(Icon::Printer)) (w.t("shell-print-for-whom")) }
        }
        @if let Some(href) = &v.new_case_href { a class="btn btn--primary" href=(href) { (ic(Icon::Plus)) (w.t("people-new-case")) } }
    }
}

fn main_cards(shell: &Shell, v: &PersonView) -> Markup {
    let w = shell.words;
    let add = |href: &Option<String>, key: &str| {
        html! { @if let Some(href) = href { a class="btn btn--sm" href=(href) { (ic(Icon::Plus)) (w.t(key)) } } }
    };
    html! {
        (card_flush(Some(Icon::FolderOpen), &w.t("people-cases"), &html! { span class="count" { (v.cases.len()) } }, &html! {
            @if v.cases.is_empty() {
                p class="muted small cardpad" { (w.t("people-no-cases")) }
            } @else {
                ul role="list" { @for r in &v.cases { (row(w, r)) } }
            }
        }))
        (card(Some(Icon::MapPin), &w.t("people-addresses"), &add(&v.add_contact_href, "people-add"), &addresses(shell, &v.addresses)))
        (card_flush(Some(Icon::ShieldCheck), &w.t("people-consents"), &add(&v.record_release_href, "people-record-consent"), &html! {
            @if v.consents.rows.is_empty() { p class="muted small cardpad" { (w.t("people-no-consents")) } } @else { (table(&v.consents)) }
        }))
        (card_flush(Some(Icon::Send), &w.t("people-shared"), &html! {
            span class="small muted" { (w.t("people-shared-note")) }
        }, &html! {
            @if v.disclosures.rows.is_empty() { p class="muted small cardpad" { (w.t("people-nothing-shared")) } } @else { (table(&v.disclosures)) }
        }))
    }
}

fn addresses(shell: &Shell, all: &[AddressLine]) -> Markup {
    if all.is_empty() {
        return html! { p class="muted small" { (shell.words.t("people-no-address")) } };
    }
    html! {
        ol role="list" class="addr" {
            @for one in all {
                li class=[one.is_now.then_some("is-now")] {
                    span class="addr__dot" {}
                    div {
                        strong { bdi { (one.text) } }
                        @if let Some(p) = &one.pill { (pill(p)) }
                        small {
                            (one.small)
                            @if let Some(href) = &one.unsafe_href {
                                " · " a href=(href) { (shell.words.t("people-mark-unsafe")) span class="sr" { " " (one.text) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn aside_cards(shell: &Shell, v: &PersonView) -> Markup {
    let w = shell.words;
    html! {
        (card(Some(Icon::UserRound), &w.t("people-names"), &html! {}, &html! {
            (mini(&v.names)) div class="mt3" { (facts(&v.facts)) }
        }))
        (card(Some(Icon::Lock), &w.t("people-identifiers"), &html! {
            @if let Some(href) = &v.add_identifier_href { a class="btn btn--sm btn--quiet" href=(href) { (ic(Icon::Plus)) (w.t("people-add")) } }
        }, &html! {
            @if v.identifiers.is_empty() {
                p class="muted small" { (w.t("people-no-identifiers")) }
            } @else {
                (identifiers(shell, &v.identifiers))
                p class="small muted mt2" { (w.t("people-identifiers-note")) }
            }
        }))
        @if !v.matches.is_empty() {
            (card(Some(Icon::UserPlus), &w.t("people-matches"), &html! {}, &html! {
                p class="small muted" { (w.t("people-matches-note")) }
                div class="stack-sm mt2" { @for one in &v.matches { (match_card(shell, one)) } }
            }))
        }
        @if !v.ties.is_empty() { (card(Some(Icon::UsersRound), &w.t("people-ties"), &html! {}, &mini(&v.ties))) }
    }
}

#[derive(Debug, Clone, Default)]
pub struct PeopleView {
    pub sub: String,
    pub query: String,
    pub rows: Vec<Row>,
    pub pager: Pager,
}

pub fn people_page(shell: &Shell, v: &PeopleView) -> Markup {
    let w = shell.words;
    let main = html! {
        (page_head(&w.t("shell-people"), &v.sub, &html! {}))
        form class="filterbar" role="search" action="/people" aria-label=(w.t("people-find")) {
            div class="field grow" {
                label for="people-q" { (w.t("people-find")) }
                input class="input" id="people-q" name="q" type="search" value=(v.query) autocomplete="off";
            }
            button class="btn" type="submit" { (ic(Icon::Search)) (w.t("shell-search")) }
        }
        @if v.rows.is_empty() {
            div class="card" { (empty(&Empty {
                icon: Icon::Search, title: w.t("people-empty-title"), text: w.t("people-empty"),
                link: Some(("/intake/new".into(), w.t("people-empty-link"))),
            })) }
        } @else {
            div class="listcard" { ul role="list" { @for r in &v.rows { (row(w, r)) } } }
            (pager(w, &v.pager))
            (hint_bar(&[(&["j", "k"], w.t("keys-hint-move")), (&["Enter"], w.t("keys-hint-open"))]))
        }
    };
    page(shell, &w.t("shell-people"), &main)
}
