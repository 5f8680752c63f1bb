//! "Is this someone we know?", with the reasons. A person decides; "not known yet" is an answer.

use maud::{Markup, html};

use super::form::{Act, act};
use super::pill::{Pill, pill};
use super::shell::Shell;

#[derive(Debug, Clone, Default)]
pub struct MatchCard {
    pub name: String,
    pub href: Option<String>,
    pub pill: Pill,
    pub reasons: Vec<String>,
    pub is_strong: bool,
    pub acts: Vec<Act>,
}

pub fn match_card(shell: &Shell, m: &MatchCard) -> Markup {
    html! {
        div class={ "match" @if m.is_strong { " match--strong" } } {
            div class="between" {
                strong { @match &m.href { Some(href) => a href=(href) { bdi { (m.name) } }, None => bdi { (m.name) } } }
                (pill(&m.pill))
            }
            ul { @for reason in &m.reasons { li { (reason) } } }
            @if !m.acts.is_empty() { div class="cluster" { @for a in &m.acts { (act(shell, a)) } } }
        }
    }
}
