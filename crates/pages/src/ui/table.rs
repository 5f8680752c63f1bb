//! Tables that become cards on a phone, and paging by "older" and "newer", without page numbers that would lie.

use maud::{Markup, html};

use super::pill::{Pill, pill};
use crate::words::Words;

/// What stands in a cell.
#[derive(Debug, Clone)]
pub enum Cell {
    Text(String),
    Link(String, String),
    Pill(Pill),
    Number(String),
    /// Figures that are a name: a reference.
    Ref(String),
    Made(Markup),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }
}

/// A table. The first cell of each row names the row.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub caption: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

pub fn table(t: &Table) -> Markup {
    html! {
        div class="tblwrap" tabindex="0" role="region" aria-label=(t.caption) {
            table class="tbl tbl--edge tbl--stack" {
                caption class="sr" { (t.caption) }
                thead { tr { @for head in &t.heads { th scope="col" { (head) } } } }
                tbody {
                    @for row in &t.rows {
                        tr {
                            @for (i, cell) in row.iter().enumerate() {
                                @if i == 0 {
                                    th scope="row" { (inside(cell)) }
                                } @else {
                                    td data-l=[t.heads.get(i)] class=[matches!(cell, Cell::Number(_)).then_some("n")] {
                                        (inside(cell))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn inside(cell: &Cell) -> Markup {
    match cell {
        Cell::Text(text) => html! { bdi { (text) } },
        Cell::Link(href, text) => html! { a href=(href) { bdi { (text) } } },
        Cell::Pill(p) => pill(p),
        Cell::Number(text) => html! { (text) },
        Cell::Ref(text) => html! { bdi class="num" { (text) } },
        Cell::Made(markup) => markup.clone(),
    }
}

/// Keyset paging.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    pub newer: Option<String>,
    pub older: Option<String>,
    /// "Entries 2 to 295 are on the next pages", or nothing.
    pub note: String,
}

pub fn pager(w: &Words, p: &Pager) -> Markup {
    html! {
        @if p.newer.is_some() || p.older.is_some() {
            nav class="pager" aria-label=(w.t("common-pages")) {
                span { @if let Some(href) = &p.newer { a class="btn btn--sm" href=(href) rel="prev" { (w.t("common-newer")) } } }
                span { (p.note) }
                span { @if let Some(href) = &p.older { a class="btn btn--sm" href=(href) rel="next" { (w.t("common-older")) } } }
            }
        }
    }
}
