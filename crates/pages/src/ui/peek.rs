//! The card beside a list: what the open row is about, without leaving the list.

use maud::{Markup, html};

use super::card::{Fact, facts};
use super::icon::{Icon, ic};
use super::pill::{Pill, pills};
use crate::words::Words;

#[derive(Debug, Clone, Default)]
pub struct Peek {
    pub pills: Vec<Pill>,
    pub title: String,
    pub sub: String,
    pub href: String,
    /// The last words that came in, and who said them when.
    pub quote: String,
    pub quote_from: String,
    pub next_title: String,
    pub next: String,
    pub facts: Vec<Fact>,
    /// Address, words, picture; the first is the main one.
    pub links: Vec<(String, String, Icon)>,
}

pub fn peek(w: &Words, p: &Peek) -> Markup {
    html! {
        section class="card" aria-labelledby="peek-t" {
            div class="card__head" {
                div class="cluster" { (pills(&p.pills)) }
                a class="small" href=(p.href) { (w.t("work-open-case")) }
            }
            div class="card__body" {
                div { h2 class="serif" id="peek-t" { bdi { (p.title) } } p class="muted small" { (p.sub) } }
                @if !p.quote.is_empty() {
                    blockquote class="quote" { p { (p.quote) } cite { (p.quote_from) } }
                }
                @if !p.next.is_empty() {
                    div class="next" { (ic(Icon::Lightbulb)) div { strong { (p.next_title) } p { (p.next) } } }
                }
                @if !p.facts.is_empty() { (facts(&p.facts)) }
                @if !p.links.is_empty() {
                    div class="cluster" {
                        @for (i, (href, text, icon)) in p.links.iter().enumerate() {
                            a class={ "btn" @if i == 0 { " btn--primary" } } href=(href) { (ic(*icon)) (text) }
                        }
                    }
                }
            }
        }
    }
}

/// Nothing chosen yet.
pub fn peek_empty(w: &Words) -> Markup {
    html! {
        section class="card empty" {
            (ic(Icon::BookOpen)) h2 { (w.t("work-peek-empty-title")) } p { (w.t("work-peek-empty")) }
        }
    }
}
