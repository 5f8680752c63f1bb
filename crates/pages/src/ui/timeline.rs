//! What happened on a case, newest first: what came in, what went out, notes, events, and what is locked.

use maud::{Markup, html};

use super::empty::locked;
use super::icon::{Icon, ic};
use super::pill::{Pill, pills};
use crate::words::Words;
use crate::words::dates::When;

/// The colour of the dot: where the entry came from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dot {
    #[default]
    Plain,
    In,
    Out,
    Note,
    Good,
    Loop,
}

impl Dot {
    fn class(self) -> &'static str {
        match self {
            Dot::Plain => "entry__dot",
            Dot::In => "entry__dot entry__dot--in",
            Dot::Out => "entry__dot entry__dot--out",
            Dot::Note => "entry__dot entry__dot--warn",
            Dot::Good => "entry__dot entry__dot--ok",
            Dot::Loop => "entry__dot entry__dot--plum",
        }
    }

    fn body_class(self) -> &'static str {
        match self {
            Dot::In => "entry__body entry__body--in",
            Dot::Note => "entry__body entry__body--note",
            Dot::Plain | Dot::Out | Dot::Good | Dot::Loop => "entry__body",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Entry {
    /// Its anchor on the page.
    pub id: String,
    pub dot: Dot,
    pub icon: Icon,
    pub who: String,
    /// What they did, after the name: "sent an interim reply".
    pub did: String,
    pub when: When,
    pub text: String,
    /// Earlier text of a message, folded.
    pub quoted: String,
    /// Address and words.
    pub attachments: Vec<(String, String)>,
    pub pills: Vec<Pill>,
    pub foot: Vec<String>,
    pub is_private: bool,
}

#[derive(Debug, Clone)]
pub enum TimelineItem {
    /// "November".
    Day(String),
    Entry(Box<Entry>),
    /// A small line: the case was opened, a phase began.
    Event {
        text: String,
        when: When,
    },
    /// It exists; who keeps it, and how to ask.
    Locked {
        title: String,
        text: String,
        ask: Option<(String, String)>,
    },
}

pub fn timeline(w: &Words, items: &[TimelineItem]) -> Markup {
    if items.is_empty() {
        return html! { p class="muted" { (w.t("cases-timeline-empty")) } };
    }
    html! { ol role="list" class="timeline" id="timeline" { @for item in items { (one(w, item)) } } }
}

fn one(w: &Words, item: &TimelineItem) -> Markup {
    match item {
        TimelineItem::Day(text) => html! { li class="timeline__day" { span { (text) } } },
        TimelineItem::Event { text, when } => html! {
            li class="entry entry--event" { span class="entry__dot" {} (text) " " span class="faint" { (when.html()) } }
        },
        TimelineItem::Locked { title, text, ask } => html! {
            li class="entry" {
                span class="entry__dot" { (ic(Icon::Lock)) }
                (locked(title, text, ask.as_ref().map(|(href, words)| (href.as_str(), words.as_str()))))
            }
        },
        TimelineItem::Entry(e) => entry(w, e),
    }
}

fn entry(w: &Words, e: &Entry) -> Markup {
    let has_foot = e.is_private || !e.pills.is_empty() || !e.foot.is_empty();
    html! {
        li class="entry" id=(e.id) {
            span class=(e.dot.class()) { (ic(e.icon)) }
            div class="entry__head" {
                strong { bdi { (e.who) } } " " span class="muted" { (e.did) }
                span class="when" { (e.when.html()) }
            }
            @if !e.text.is_empty() || !e.attachments.is_empty() {
                div class=(e.dot.body_class()) {
                    @if !e.text.is_empty() { p { (e.text) } }
                    @if !e.quoted.is_empty() {
                        details class="quoted" {
                            summary { (ic(Icon::Quote)) (w.t("cases-entry-quoted")) }
                            p { (e.quoted) }
                        }
                    }
                    @for (href, name) in &e.attachments {
                        p class="mt2" { a class="attach" href=(href) { (ic(Icon::Paperclip)) bdi { (name) } } }
                    }
                }
            }
            @if has_foot {
                div class="entry__foot" {
                    (pills(&e.pills))
                    @if e.is_private { span { (ic(Icon::Lock)) span class="sr" { (w.t("cases-entry-private")) } } }
                    @for foot in &e.foot { span { (foot) } }
                }
            }
        }
    }
}
