//! A sealed number: masked, shown for a minute against a reason that is kept. Never printed.

use maud::{Markup, html};

use super::form::{Choice, Field, Input, field, seal};
use super::icon::{Icon, ic};
use super::shell::Shell;

#[derive(Debug, Clone, Default)]
pub struct IdentifierView {
    /// Tells the forms of one page apart, and travels back.
    pub id: String,
    pub name: String,
    pub mask: String,
    /// "Shown once: Noor, Oct 8, for the inquiry", "Never shown".
    pub small: String,
    pub url: String,
    pub purposes: Vec<Choice>,
    /// The number itself, only in the answer to a recorded request; it hides after 60 seconds.
    pub shown: Option<String>,
    pub error: String,
}

pub fn identifiers(shell: &Shell, all: &[IdentifierView]) -> Markup {
    html! { ul role="list" class="mini idents" { @for one in all { (identifier(shell, one)) } } }
}

fn identifier(shell: &Shell, i: &IdentifierView) -> Markup {
    let w = shell.words;
    html! {
        li id={ "identifier-" (i.id) } {
            (ic(Icon::Fingerprint))
            span {
                strong { (i.name) }
                @match &i.shown {
                    Some(number) => bdi class="num mask" data-hide-after="60" data-mask=(i.mask)
                        data-say=(w.t("people-identifier-hidden")) { (number) },
                    None => bdi class="num mask" { (i.mask) },
                }
                small { (i.small) }
            }
            @if i.shown.is_none() && !i.url.is_empty() {
                details class="reveal" open[!i.error.is_empty()] {
                    summary class="btn btn--sm" {
                        (ic(Icon::Eye)) (w.t("people-identifier-show")) span class="sr" { " " (i.name) }
                    }
                    form class="reveal__box" method="post" action=(i.url) {
                        (seal(shell, &format!("show-{}", i.id)))
                        (super::form::hidden("identifier", &i.id))
                        (field(w, &Field {
                            name: format!("purpose-{}", i.id),
                            ..Field::new("purpose", w.t("people-identifier-why"), Input::Choose(i.purposes.clone()))
                                .error(Some(&i.error)).required()
                        }))
                        button class="btn btn--sm btn--primary" type="submit" { (w.t("people-identifier-show-60")) }
                        p class="small muted" { (w.t("people-identifier-kept")) }
                    }
                }
            }
        }
    }
}
