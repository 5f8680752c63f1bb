//! The gate when it stays shut: the rule's own words, where they come from and when they were read, what is there
//! and what is missing, one way forward, and for those with the right, the recorded way past it.

use maud::{Markup, html};

use super::card::{CheckLine, Fact, checks, facts};
use super::form::{Choice, Field, Input, field, seal};
use super::icon::{Icon, ic};
use super::shell::Shell;

#[derive(Debug, Clone, Default)]
pub struct GateView {
    pub title: String,
    /// The rule, quoted or in our words.
    pub words: String,
    pub facts: Vec<Fact>,
    pub checks: Vec<CheckLine>,
    /// Address, words, picture of the one way forward.
    pub way: Option<(String, String, Icon)>,
    pub way_note: String,
    /// The same way where the paper lies on the desk already: address and words.
    pub also: Option<(String, String)>,
    pub over: Option<GateOverride>,
}

/// Sending without it: only for those with the right; others see who holds it.
#[derive(Debug, Clone, Default)]
pub struct GateOverride {
    pub url: String,
    /// "Only for danger to life, … Wendell Achebe and Ilse Barrow hold this right."
    pub note: String,
    pub grounds: Vec<Choice>,
    pub may: bool,
    /// What is kept from the form of the inquiry, as hidden fields.
    pub fields: Vec<(String, String)>,
    /// What was chosen and written, where it comes back.
    pub ground: String,
    pub words: String,
    pub ground_error: String,
    pub words_error: String,
}

pub fn gate(shell: &Shell, g: &GateView) -> Markup {
    let w = shell.words;
    html! {
        section class="gate" aria-labelledby="gate-t" {
            div class="gate__head" {
                (ic(Icon::ShieldX))
                div { h3 id="gate-t" { (g.title) } p { (g.words) } }
            }
            @if !g.facts.is_empty() { div class="gate__facts" { (facts(&g.facts)) } }
            h4 { (w.t("inquiries-gate-there-missing")) }
            (checks(&g.checks))
            @if g.way.is_some() || g.also.is_some() {
                div class="cluster" {
                    @if let Some((href, text, icon)) = &g.way { a class="btn btn--primary" href=(href) { (ic(*icon)) (text) } }
                    @if let Some((href, text)) = &g.also { a href=(href) { (text) } }
                }
            }
            @if !g.way_note.is_empty() { p class="small muted" { (g.way_note) } }
            @if let Some(over) = &g.over { (override_form(shell, over)) }
        }
    }
}

fn override_form(shell: &Shell, o: &GateOverride) -> Markup {
    let w = shell.words;
    let is_open = !o.ground_error.is_empty() || !o.words_error.is_empty();
    html! {
        details class="gate__over" open[is_open] {
            summary { (ic(Icon::KeyRound)) (w.t("inquiries-override")) }
            div class="stack-sm" {
                p class="small" { (o.note) }
                @if o.may {
                    form class="stack-sm" method="post" action=(o.url) {
                        (seal(shell, "override"))
                        @for (name, value) in &o.fields { (super::form::hidden(name, value)) }
                        (field(w, &Field::new("ground", w.t("inquiries-override-ground"), Input::Pick(o.grounds.clone()))
                            .value(o.ground.clone()).error(Some(&o.ground_error))))
                        (field(w, &Field::new("override_words", w.t("inquiries-override-words"), Input::Area(2))
                            .hint(w.t("inquiries-override-words-hint")).value(o.words.clone()).error(Some(&o.words_error)).required()))
                        div class="cluster" {
                            button class="btn btn--danger" type="submit" { (w.t("inquiries-override-send")) }
                            span class="small muted" { (w.t("inquiries-override-told")) }
                        }
                    }
                }
            }
        }
    }
}
