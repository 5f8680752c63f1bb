//! How a person may be reached safely: yes, no, or ask first; words not to say; ways that are shut for good.
//! It never stands on paper, and "not asked" means ask, not send.

use maud::{Markup, html};

use super::icon::{Icon, ic};
use super::pill::{Pill, Tone, pill};
use crate::words::Words;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Safe {
    Yes,
    No,
    AskFirst,
    #[default]
    NotAsked,
}

#[derive(Debug, Clone)]
pub struct Way {
    pub icon: Icon,
    pub title: String,
    pub small: String,
    pub safe: Safe,
}

#[derive(Debug, Clone, Default)]
pub struct SafeCard {
    pub title: String,
    /// "Asked by Noor, October 3. Asked again every six months."
    pub asked: String,
    pub ways: Vec<Way>,
    pub words_not_to_say: String,
    /// What is shut: "(555) 013-9981 is marked unsafe since 2024, and nothing goes there."
    pub shut: String,
    pub change_href: Option<String>,
}

pub fn safe_card(w: &Words, s: &SafeCard) -> Markup {
    html! {
        section class="safecard nopaper" aria-labelledby="safe-t" {
            div class="safecard__head" {
                h2 id="safe-t" { (ic(Icon::Phone)) (s.title) }
                span class="small muted" { (s.asked) }
            }
            @if s.ways.is_empty() {
                p { (w.t("people-safe-not-asked")) }
            } @else {
                ul role="list" class="ways2" { @for way in &s.ways { (one(w, way)) } }
            }
            @if !s.words_not_to_say.is_empty() || !s.shut.is_empty() {
                p class="small" {
                    @if !s.words_not_to_say.is_empty() {
                        strong { (w.t("people-safe-words")) } " " (s.words_not_to_say) " "
                    }
                    @if !s.shut.is_empty() { strong { (w.t("people-safe-shut")) } " " (s.shut) }
                }
            }
            @if let Some(href) = &s.change_href {
                p class="small noprint" { a href=(href) { (w.t("people-safe-change")) } }
            }
        }
    }
}

fn one(w: &Words, way: &Way) -> Markup {
    html! {
        li class={ "wayrow" @if way.safe == Safe::No { " wayrow--no" } } {
            (ic(way.icon))
            span { strong { bdi { (way.title) } } small { (way.small) } }
            (pill(&safe_pill(w, way.safe)))
        }
    }
}

pub fn safe_pill(w: &Words, safe: Safe) -> Pill {
    match safe {
        Safe::Yes => Pill::new(w.t("common-yes"), Tone::Ok, Icon::Check),
        Safe::No => Pill::new(w.t("common-no"), Tone::Danger, Icon::X),
        Safe::AskFirst => Pill::new(w.t("common-ask"), Tone::Warn, Icon::CircleHelp),
        Safe::NotAsked => Pill::new(w.t("common-not-asked"), Tone::Plain, Icon::CircleDashed),
    }
}
