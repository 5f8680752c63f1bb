//! The top of a page: the way here, the one h1, a sentence, and the few acts that belong to the whole page.

use maud::{Markup, html};

use super::icon::{Icon, ic, ic_dir};
use super::pill::{Pill, pills};
use crate::words::Words;

/// One step of the way here; the last has no address.
#[derive(Debug, Clone, Default)]
pub struct Crumb {
    pub text: String,
    pub href: Option<String>,
    /// A reference: figures of one width, and never turned around in a right-to-left page.
    pub is_ref: bool,
}

impl Crumb {
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Crumb {
        Crumb {
            text: text.into(),
            href: Some(href.into()),
            is_ref: false,
        }
    }

    pub fn reference(text: impl Into<String>, href: Option<String>) -> Crumb {
        Crumb {
            text: text.into(),
            href,
            is_ref: true,
        }
    }

    pub fn here(text: impl Into<String>) -> Crumb {
        Crumb {
            text: text.into(),
            href: None,
            is_ref: false,
        }
    }
}

pub fn crumbs(w: &Words, all: &[Crumb]) -> Markup {
    html! {
        nav class="crumbs" aria-label=(w.t("common-breadcrumb")) {
            @for (i, crumb) in all.iter().enumerate() {
                @if i > 0 { (ic_dir(Icon::ChevronRight)) }
                @let class = crumb.is_ref.then_some("num");
                @match &crumb.href {
                    Some(href) => a class=[class] href=(href) { bdi { (crumb.text) } },
                    None => span class=[class] { bdi { (crumb.text) } },
                }
            }
        }
    }
}

/// The head of a list or a form.
pub fn page_head(title: &str, sub: &str, acts: &Markup) -> Markup {
    html! {
        div class="page__head" {
            div { h1 { (title) } @if !sub.is_empty() { p class="page__sub" { (sub) } } }
            div class="cluster noprint" { (acts) }
        }
    }
}

/// A small fact under the title, with its picture.
#[derive(Debug, Clone)]
pub struct HeadFact {
    pub icon: Icon,
    pub text: String,
    pub href: Option<String>,
}

impl HeadFact {
    pub fn new(icon: Icon, text: impl Into<String>) -> HeadFact {
        HeadFact {
            icon,
            text: text.into(),
            href: None,
        }
    }
}

pub fn head_facts(facts: &[HeadFact]) -> Markup {
    html! {
        div class="headmeta" {
            @for fact in facts {
                span {
                    (ic(fact.icon))
                    @match &fact.href {
                        Some(href) => a href=(href) { (fact.text) },
                        None => (fact.text),
                    }
                }
            }
        }
    }
}

/// The head of one case or one person: crumbs, name with its state, a lede, the acts.
#[derive(Debug, Clone, Default)]
pub struct RecordHead {
    pub crumbs: Vec<Crumb>,
    pub title: String,
    pub pills: Vec<Pill>,
    pub lede: String,
}

pub fn record_head(w: &Words, head: &RecordHead, acts: &Markup) -> Markup {
    html! {
        (crumbs(w, &head.crumbs))
        div class="between" {
            div {
                h1 { (head.title) " " (pills(&head.pills)) }
                @if !head.lede.is_empty() { p class="lede mt1" { (head.lede) } }
            }
            div class="cluster noprint" { (acts) }
        }
    }
}

/// A link that looks like a button.
pub fn link_button(href: &str, class: &str, icon: Option<Icon>, label: &str) -> Markup {
    html! { a class=(class) href=(href) { @if let Some(icon) = icon { (ic(icon)) } (label) } }
}
