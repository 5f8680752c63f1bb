//! The list of cases with its filters, and pages by "older" and "newer".

use maud::{Markup, html};

use crate::ui::empty::{Empty, empty};
use crate::ui::form::{Field, field};
use crate::ui::head::page_head;
use crate::ui::icon::{Icon, ic};
use crate::ui::list::{Row, hint_bar, row};
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, pager};
use crate::ui::tabs::{Tab, tabs};

#[derive(Debug, Clone, Default)]
pub struct CasesView {
    pub sub: String,
    pub tabs: Vec<Tab>,
    /// Phase, agency, owner, topic: lists whose first line is "any".
    pub filters: Vec<Field>,
    /// What the tabs carry along: name and value.
    pub hidden: Vec<(String, String)>,
    pub rows: Vec<Row>,
    pub pager: Pager,
}

pub fn cases_page(shell: &Shell, v: &CasesView) -> Markup {
    let w = shell.words;
    let main = html! {
        (page_head(&w.t("shell-cases"), &v.sub, &html! {
            a class="btn" href="/intake/new" { (ic(Icon::Plus)) (w.t("shell-intake")) }
        }))
        (tabs(&w.t("cases-views"), &v.tabs))
        @if !v.filters.is_empty() {
            form class="filterbar" action="/cases" {
                @for (name, value) in &v.hidden { (crate::ui::form::hidden(name, value)) }
                @for f in &v.filters { (field(w, f)) }
                button class="btn" type="submit" { (ic(Icon::ListFilter)) (w.t("cases-filter")) }
            }
        }
        @if v.rows.is_empty() {
            div class="card" { (empty(&Empty {
                icon: Icon::FolderOpen, title: w.t("cases-empty-title"), text: w.t("cases-empty"),
                link: Some(("/cases".into(), w.t("cases-empty-link"))),
            })) }
        } @else {
            div class="listcard" { ul role="list" { @for r in &v.rows { (row(w, r)) } } }
            (pager(w, &v.pager))
            (hint_bar(&[(&["j", "k"], w.t("keys-hint-move")), (&["Enter"], w.t("keys-hint-open")), (&["?"], w.t("keys-hint-all"))]))
        }
    };
    page(shell, &w.t("shell-cases"), &main)
}
