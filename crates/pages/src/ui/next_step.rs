//! What to do next, with why, and always with "Not now". A suggestion never acts by itself.

use maud::{Markup, html};

use super::form::{Act, act};
use super::icon::{Icon, ic};
use super::shell::Shell;

#[derive(Debug, Clone, Default)]
pub struct NextStep {
    pub title: String,
    pub text: String,
    /// Links: address, words, picture. The first is the main one.
    pub links: Vec<(String, String, Option<Icon>)>,
    pub not_now: Option<Act>,
    pub reasons: Vec<String>,
}

pub fn next_step(shell: &Shell, n: &NextStep) -> Markup {
    html! {
        section class="next noprint" aria-labelledby="ns" {
            (ic(Icon::Lightbulb))
            div {
                h2 id="ns" { (n.title) }
                p { (n.text) }
                @if !n.links.is_empty() || n.not_now.is_some() {
                    div class="cluster" {
                        @for (i, (href, text, icon)) in n.links.iter().enumerate() {
                            a class={ "btn" @if i == 0 { " btn--primary" } } href=(href) {
                                @if let Some(icon) = icon { (ic(*icon)) }
                                (text)
                            }
                        }
                        @if let Some(not_now) = &n.not_now { (act(shell, not_now)) }
                    }
                }
                @if !n.reasons.is_empty() {
                    details class="why" {
                        summary { (shell.words.t("common-why-this")) }
                        ul { @for reason in &n.reasons { li { (reason) } } }
                    }
                }
            }
        }
    }
}
