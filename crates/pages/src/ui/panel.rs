//! A form that opens over the page from a button, and works without a script: a popover.
//! When the server gave it back with something to fix, it stands open in the page instead.

use maud::{Markup, html};

use super::form::{error_summary, seal};
use super::icon::{Icon, ic};
use super::pill::kbd;
use super::shell::Shell;

#[derive(Debug, Clone)]
pub struct Panel {
    /// Its id on the page, and what tells its form from the others.
    pub id: &'static str,
    pub title: String,
    pub url: String,
    /// What to fix: field name and words.
    pub errors: Vec<(String, String)>,
}

/// The button that opens it.
pub fn panel_button(p: &Panel, icon: Icon, label: &str, key: char, is_main: bool) -> Markup {
    html! {
        button class={ "btn" @if is_main { " btn--primary" } } type="button" popovertarget=(p.id) data-key=(key) {
            (ic(icon)) span { (label) } (kbd(&key.to_string()))
        }
    }
}

pub fn panel(shell: &Shell, p: &Panel, fields: &Markup, foot: &Markup) -> Markup {
    let w = shell.words;
    let title_id = format!("{}-t", p.id);
    let inside = html! {
        form class="panel__form" method="post" action=(p.url) {
            (seal(shell, p.id))
            (error_summary(&w.tr("errors-fix", &[("n", p.errors.len().into())]), &p.errors))
            (fields)
            div class="cluster" { (foot) }
        }
    };
    if !p.errors.is_empty() {
        return html! {
            section class="card" aria-labelledby=(title_id) {
                div class="card__head" { h3 id=(title_id) { (p.title) } } (inside)
            }
        };
    }
    html! {
        div class="panel" popover id=(p.id) role="dialog" aria-labelledby=(title_id) {
            div class="dlg__head" {
                h2 id=(title_id) { (p.title) }
                button class="btn btn--quiet btn--icon btn--sm" type="button" popovertarget=(p.id)
                    popovertargetaction="hide" aria-label=(w.t("shell-close")) { (ic(Icon::X)) }
            }
            (inside)
        }
    }
}
