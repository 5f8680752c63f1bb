//! Two people changed one field: both versions side by side, and the second chooses. Nothing is lost.

use maud::{Markup, html};

use super::form::{hidden, seal};
use super::icon::{Icon, ic};
use super::shell::Shell;
use crate::words::dates::When;

#[derive(Debug, Clone, Default)]
pub struct Conflict {
    /// The field in words: "What she asks".
    pub label: String,
    /// Its name in the form.
    pub name: String,
    pub theirs: String,
    pub who: String,
    pub when: When,
    pub yours: String,
    pub url: String,
    /// The version that is there now, so that a third change is seen too.
    pub version: String,
    /// Whatever else the form carried.
    pub fields: Vec<(String, String)>,
}

pub fn conflict(shell: &Shell, c: &Conflict) -> Markup {
    let w = shell.words;
    html! {
        section class="stack" aria-labelledby="cf-t" {
            div class="banner banner--warn" role="alert" {
                (ic(Icon::TriangleAlert))
                div {
                    h2 id="cf-t" { (w.tr("cases-conflict-title", &[("name", (&c.who).into()), ("field", (&c.label).into())])) }
                    p { (w.t("cases-conflict-text")) }
                }
            }
            div class="versions" {
                div class="version" {
                    h3 { (w.tr("cases-conflict-theirs", &[("name", (&c.who).into())])) }
                    p class="small muted" { (c.when.html()) }
                    p { (c.theirs) }
                    (keep(shell, c, "theirs", &c.theirs, &w.t("cases-conflict-keep-theirs")))
                }
                div class="version version--yours" {
                    h3 { (w.t("cases-conflict-yours")) }
                    p class="small muted" { (w.t("cases-conflict-not-saved")) }
                    form class="stack-sm" method="post" action=(c.url) {
                        (carried(shell, c, "yours"))
                        label class="sr" for="cf-text" { (c.label) }
                        textarea class="input" id="cf-text" name=(c.name) rows="5" { "\n" (c.yours) }
                        div { button class="btn btn--primary" type="submit" { (w.t("cases-conflict-keep-yours")) } }
                    }
                }
            }
        }
    }
}

fn keep(shell: &Shell, c: &Conflict, form: &str, value: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(c.url) {
            (carried(shell, c, form))
            (hidden(&c.name, value))
            button class="btn" type="submit" { (label) }
        }
    }
}

fn carried(shell: &Shell, c: &Conflict, form: &str) -> Markup {
    html! {
        (seal(shell, form))
        (hidden("version", &c.version))
        @for (name, value) in &c.fields { (hidden(name, value)) }
    }
}
