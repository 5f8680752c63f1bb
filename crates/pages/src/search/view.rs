//! Search over people, cases and notes, and exact references and numbers. A walled record is not found here, and
//! the words, the count and the time are those of a name never met.

use maud::{Markup, PreEscaped, html};

use crate::ui::empty::{Empty, empty};
use crate::ui::head::page_head;
use crate::ui::icon::{Icon, ic};
use crate::ui::list::{Row, hint_bar, row};
use crate::ui::pill::count;
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, pager};
use crate::words::dates::When;

#[derive(Debug, Clone, Default)]
pub struct SearchView {
    pub query: String,
    /// A warning in words: it looks like a whole number of an agency, use the exact look-up.
    pub notice: String,
    pub exact: Option<Row>,
    pub people: Vec<Row>,
    pub cases: Vec<Row>,
    pub notes: Vec<NoteHit>,
    pub pager: Pager,
}

/// A note that holds the words, with the place in it.
#[derive(Debug, Clone, Default)]
pub struct NoteHit {
    pub href: String,
    pub who: String,
    pub reference: String,
    pub when: When,
    /// The text in pieces; every second piece is what was looked for.
    pub pieces: Vec<String>,
}

pub fn search_page(shell: &Shell, v: &SearchView) -> Markup {
    let w = shell.words;
    let nothing = v.exact.is_none() && v.people.is_empty() && v.cases.is_empty() && v.notes.is_empty();
    let part = |id: &str, key: &str, n: usize, inside: Markup| {
        if n == 0 {
            return PreEscaped(String::new());
        }
        html! {
            section class="group" aria-labelledby=(id) {
                div class="group__head" { h2 class="small" id=(id) { (w.t(key)) } (count(n as u64, "")) }
                (inside)
            }
        }
    };
    let rows = |all: &[Row]| html! { ul role="list" { @for r in all { (row(w, r)) } } };
    let main = html! {
        (page_head(&w.t("search-title"), "", &html! {}))
        form class="filterbar" role="search" action="/search" aria-label=(w.t("search-title")) {
            div class="field grow" {
                label for="q" { (w.t("search-label")) }
                span class="hint" id="q-h" { (w.t("search-hint")) }
                input class="input" id="q" name="q" type="search" value=(v.query) autocomplete="off" aria-describedby="q-h";
            }
            button class="btn btn--primary" type="submit" { (ic(Icon::Search)) (w.t("shell-search")) }
        }
        @if !v.notice.is_empty() { div class="banner mb4" { (ic(Icon::CircleAlert)) p { (v.notice) } } }
        @if nothing && !v.query.is_empty() {
            div class="card" { (empty(&Empty {
                icon: Icon::Search,
                title: w.tr("search-nobody", &[("query", (&v.query).into())]),
                text: w.t("search-nobody-text"),
                link: Some(("/intake/new".into(), w.t("search-start-intake"))),
            })) }
        } @else if !nothing {
            div class="listcard" {
                (part("s-x", "search-exact", v.exact.iter().count(), html! { @if let Some(r) = &v.exact { ul role="list" { (row(w, r)) } } }))
                (part("s-p", "shell-people", v.people.len(), rows(&v.people)))
                (part("s-c", "shell-cases", v.cases.len(), rows(&v.cases)))
                (part("s-n", "search-notes", v.notes.len(), html! { ul role="list" { @for hit in &v.notes { (note_hit(hit)) } } }))
            }
            (pager(w, &v.pager))
            (hint_bar(&[(&["j", "k"], w.t("keys-hint-move")), (&["Enter"], w.t("keys-hint-open"))]))
        }
    };
    page(shell, &w.t("search-title"), &main)
}

fn note_hit(hit: &NoteHit) -> Markup {
    html! {
        li class="row row--plain hit" {
            span class="row__kind" { (ic(Icon::StickyNote)) }
            div class="row__main" {
                div class="row__line" { a class="row__link" href=(hit.href) { bdi { (hit.who) } } span class="num muted" { bdi { (hit.reference) } } }
                p class="small muted" {
                    @for (i, piece) in hit.pieces.iter().enumerate() {
                        @if i % 2 == 1 { mark { (piece) } } @else { (piece) }
                    }
                }
            }
            div class="row__end" { (hit.when.html()) }
        }
    }
}
