//! Empty places with a kind next act, and the two kinds of hidden.
//!
//! *Restricted* says that something exists and how to ask. *Walled* has no page of its own: its reference gives
//! exactly `not_found`, word for word, so that there is nothing to compare.

use maud::{Markup, html};

use super::icon::{Icon, ic};
use crate::words::Words;

/// "You're up to date", with what to do instead.
#[derive(Debug, Clone)]
pub struct Empty {
    pub icon: Icon,
    pub title: String,
    pub text: String,
    /// Address and words.
    pub link: Option<(String, String)>,
}

pub fn empty(e: &Empty) -> Markup {
    html! {
        div class="empty" {
            (ic(e.icon))
            h2 { (e.title) }
            p { (e.text) }
            @if let Some((href, text)) = &e.link { a class="btn" href=(href) { (text) } }
        }
    }
}

/// The one page for a wrong address, a wrong reference, and a walled one.
pub fn not_found(w: &Words) -> Markup {
    html! {
        div class="card empty" {
            (ic(Icon::Search))
            h1 { (w.t("errors-not-found-title")) }
            p { (w.t("errors-not-found")) }
            div class="cluster" {
                a class="btn btn--primary" href="/search" { (ic(Icon::Search)) (w.t("shell-search")) }
                a class="btn" href="/work" { (w.t("errors-back-to-work")) }
            }
        }
    }
}

/// A case that exists and is not open to this reader.
#[derive(Debug, Clone, Default)]
pub struct Restricted {
    /// Who may open it, in words: "Three people can open it."
    pub who: String,
    /// Where asking is posted; without it there is no asking here.
    pub ask_url: Option<String>,
}

pub fn restricted(shell: &super::shell::Shell, r: &Restricted) -> Markup {
    let w = shell.words;
    html! {
        div class="card empty" {
            (ic(Icon::Lock))
            h1 { (w.t("errors-restricted-title")) }
            p { (w.t("errors-restricted")) " " (r.who) }
            @if let Some(url) = &r.ask_url {
                form class="stack-sm" method="post" action=(url) {
                    (super::form::seal(shell, "ask"))
                    (super::form::field(w, &super::form::Field::new(
                        "reason", w.t("errors-restricted-why"), super::form::Input::Area(2),
                    ).required()))
                    button class="btn btn--primary" type="submit" { (w.t("errors-restricted-ask")) }
                }
            }
        }
    }
}

/// One thing in a list that exists and is not open: who keeps it, and how to ask.
pub fn locked(title: &str, text: &str, ask: Option<(&str, &str)>) -> Markup {
    html! {
        div class="locked" {
            (ic(Icon::Lock))
            span {
                strong { (title) } " " (text)
                @if let Some((href, words)) = ask { " " a href=(href) { (words) } }
            }
        }
    }
}

/// Something went wrong on our side: what is safe, and what to do.
pub fn trouble(w: &Words, reference: &str) -> Markup {
    html! {
        div class="card empty" {
            (ic(Icon::CloudOff))
            h1 { (w.t("errors-trouble-title")) }
            p { (w.t("errors-trouble")) }
            @if !reference.is_empty() {
                p class="small muted" { (w.t("errors-trouble-reference")) " " bdi class="num" { (reference) } }
            }
            a class="btn" href="/work" { (w.t("errors-back-to-work")) }
        }
    }
}

/// The rules said no to a whole act: the reason in words, and the way back.
pub fn refused(w: &Words, reason: &str, back: &str) -> Markup {
    html! {
        div class="card empty" {
            (ic(Icon::ShieldX))
            h1 { (w.t("errors-refused-title")) }
            p { (reason) }
            a class="btn" href=(back) { (w.t("errors-back")) }
        }
    }
}

/// A card that waits for its content.
pub fn skeleton(w: &Words) -> Markup {
    html! {
        div class="card" aria-busy="true" {
            div class="card__body stack-sm mt3" {
                span class="sr" role="status" { (w.t("common-loading")) }
                span class="sk sk--s" {} span class="sk sk--l" {} span class="sk sk--m" {}
            }
        }
    }
}
