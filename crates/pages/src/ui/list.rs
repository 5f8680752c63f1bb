//! Lists of work: a card of groups, each group a heading with its rows; a row is one link with its state beside it.

use maud::{Markup, html};

use super::icon::{Icon, ic};
use super::pill::{Pill, pills};
use crate::words::Words;
use crate::words::dates::When;

/// What a row asks of the reader, seen in the colour of its picture and said to screen readers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RowKind {
    Late,
    Reply,
    Intake,
    Appointment,
    Due,
    #[default]
    Plain,
}

impl RowKind {
    fn class(self) -> &'static str {
        match self {
            RowKind::Late => "row__kind row__kind--late",
            RowKind::Reply => "row__kind row__kind--reply",
            RowKind::Intake => "row__kind row__kind--intake",
            RowKind::Appointment => "row__kind row__kind--appt",
            RowKind::Due => "row__kind row__kind--due",
            RowKind::Plain => "row__kind",
        }
    }

    fn icon(self) -> Icon {
        match self {
            RowKind::Late => Icon::AlarmClock,
            RowKind::Reply => Icon::MailOpen,
            RowKind::Intake => Icon::PhoneIncoming,
            RowKind::Appointment => Icon::Calendar,
            RowKind::Due => Icon::Timer,
            RowKind::Plain => Icon::Folder,
        }
    }

    fn said(self, w: &Words) -> String {
        match self {
            RowKind::Late => w.t("work-kind-late"),
            RowKind::Reply => w.t("work-kind-reply"),
            RowKind::Intake => w.t("work-kind-intake"),
            RowKind::Appointment => w.t("work-kind-appointment"),
            RowKind::Due => w.t("work-kind-due"),
            RowKind::Plain => String::new(),
        }
    }
}

/// One row of work or of cases.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The value of its box; without one the row cannot be selected.
    pub select: Option<String>,
    pub kind: RowKind,
    /// Another picture than the kind's own.
    pub icon: Option<Icon>,
    pub href: String,
    /// Who it is about, the link.
    pub name: String,
    pub subject: String,
    pub meta: Vec<String>,
    /// A case reference, first of the small line.
    pub reference: String,
    pub pills: Vec<Pill>,
    pub when: Option<When>,
    pub end: String,
    /// One act on it, as a form of its own.
    pub act: Option<Markup>,
    /// It is the one shown beside the list.
    pub is_open: bool,
}

pub fn row(w: &Words, r: &Row) -> Markup {
    let class = match (&r.select, r.is_open) {
        (None, _) => "row row--plain",
        (Some(_), true) => "row is-open",
        (Some(_), false) => "row",
    };
    let said = r.kind.said(w);
    html! {
        li class=(class) {
            @if let Some(value) = &r.select { (select_box(w, value, &r.name)) }
            span class=(r.kind.class()) {
                (ic(r.icon.unwrap_or(r.kind.icon())))
                @if !said.is_empty() { span class="sr" { (said) } }
            }
            div class="row__main" {
                div class="row__line" {
                    a class="row__link" href=(r.href) aria-current=[r.is_open.then_some("true")] { bdi { (r.name) } }
                    @if !r.subject.is_empty() { span class="row__subject" { bdi { (r.subject) } } }
                }
                div class="row__meta" {
                    @if !r.reference.is_empty() { span class="num" { bdi { (r.reference) } } }
                    @for meta in &r.meta { span { (meta) } }
                }
            }
            div class="row__end" {
                (pills(&r.pills))
                @if let Some(when) = &r.when { (when.html()) }
                (r.end)
                @if let Some(act) = &r.act { (act) }
            }
        }
    }
}

/// The box that selects a row for the bar below the list.
pub fn select_box(w: &Words, value: &str, name: &str) -> Markup {
    html! {
        label class="check" {
            input type="checkbox" name="item" value=(value);
            span class="sr" { (w.tr("work-select", &[("name", name.into())])) }
        }
    }
}

/// A part of a list under its own heading.
#[derive(Debug, Clone, Default)]
pub struct GroupHead {
    pub id: String,
    pub title: String,
    pub count: u64,
    pub note: String,
}

pub fn group(head: &GroupHead, rows: &Markup) -> Markup {
    html! {
        section class="group" aria-labelledby=(head.id) {
            div class="group__head" {
                h2 class="small" id=(head.id) { (head.title) }
                span class="count" { (head.count) }
                @if !head.note.is_empty() { span class="faint" { (head.note) } }
            }
            ul role="list" { (rows) }
        }
    }
}

/// The keys that work here, for those who have a keyboard.
pub fn hint_bar(hints: &[(&[&str], String)]) -> Markup {
    html! {
        div class="hintbar" {
            @for (keys, what) in hints { span { @for key in *keys { kbd { (key) } } " " (what) } }
        }
    }
}
