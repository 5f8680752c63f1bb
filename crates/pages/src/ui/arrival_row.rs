//! One arrival in the list: who, what about, and the verdict with its reason in words.

use maud::{Markup, html};

use super::icon::{Icon, ic};
use super::list::select_box;
use super::pill::{Pill, pill};
use super::shell::Shell;
use crate::words::dates::When;

#[derive(Debug, Clone)]
pub struct ArrivalRow {
    /// The value of its box; without one the row cannot be selected.
    pub select: Option<String>,
    pub href: String,
    pub from: String,
    pub subject: String,
    /// Mail, a form, a scan, a call.
    pub channel: Icon,
    pub when: When,
    pub verdict: Pill,
    pub why: String,
    pub is_open: bool,
}

pub fn arrival_row(shell: &Shell, r: &ArrivalRow) -> Markup {
    let w = shell.words;
    html! {
        li class={ "row row--arr" @if r.select.is_none() { " row--nobox" } @if r.is_open { " is-open" } } {
            @if let Some(value) = &r.select { (select_box(w, value, &r.from)) }
            div class="row__main" {
                div class="arr__top" {
                    // With the library the open arrival is swapped in beside the list; without it this is a plain link.
                    a class="row__link" href=(r.href) aria-current=[r.is_open.then_some("true")]
                        hx-get=(r.href) hx-target="#reading" hx-select="#reading" hx-swap="outerHTML" hx-push-url="true"
                        hx-nonce=(shell.nonce) { bdi { (r.from) } }
                    span class="arr__when" { (ic(r.channel)) (r.when.html()) }
                }
                p class="arr__subj" { bdi { (r.subject) } }
                p class="arr__why" { (pill(&r.verdict)) span { (r.why) } }
            }
        }
    }
}
