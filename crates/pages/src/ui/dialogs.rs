//! The two dialogs every page carries: the shortcuts with their off switch, and "Print, for whom?".

use maud::{Markup, html};

use super::icon::{Icon, ic};
use crate::words::Words;

/// Asks who a copy is for. The safest copy is the one default anywhere; nothing unsafe is even offered.
pub fn print_for_whom(w: &Words, url: &str) -> Markup {
    html! {
        dialog class="dlg dlg--sm" id="printfor" aria-labelledby="pd-pt" {
            (dialog_head(w, "pd-pt", &w.t("shell-print-for-whom")))
            (print_form(w, url, "pd"))
        }
    }
}

/// The question itself.
pub fn print_form(w: &Words, url: &str, id: &str) -> Markup {
    let choice = |value: &str, chosen: bool, text: &str, hint: &str| {
        html! {
            label class="tick" {
                input type="radio" name="for" value=(value) checked[chosen] id={ (id) "-" (value) };
                span { strong { (w.t(text)) } small { (w.t(hint)) } }
            }
        }
    };
    html! {
        form class="dlg__form" action=(url) {
            fieldset {
                legend class="sr" { (w.t("print-who")) }
                div class="stack-sm" {
                    (choice("safest", true, "print-safest", "print-safest-hint"))
                    (choice("named", false, "print-named", "print-named-hint"))
                    (choice("agency", false, "print-agency", "print-agency-hint"))
                }
            }
            p class="small muted" { (w.t("print-never")) }
            div class="cluster" {
                button class="btn btn--primary" type="submit" { (ic(Icon::Eye)) (w.t("print-see")) }
            }
        }
    }
}

/// Every key and what it does, and the one switch that turns the single keys off (WCAG 2.1.4).
pub fn shortcuts(w: &Words) -> Markup {
    let keys = |rows: &[(&str, &[&str])]| {
        html! {
            dl class="keys mt2" {
                @for (what, names) in rows {
                    div { dt { (w.t(what)) } dd { @for name in *names { kbd { (name) } } } }
                }
            }
        }
    };
    html! {
        dialog class="dlg" id="shortcuts" aria-labelledby="sc-t" {
            (dialog_head(w, "sc-t", &w.t("shell-shortcuts")))
            div class="dlg__body" {
                div {
                    h3 { (w.t("keys-lists")) }
                    (keys(&[
                        ("keys-next-previous", &["j", "k"]), ("keys-open", &["Enter"]), ("keys-select", &["x"]),
                        ("keys-done", &["e"]), ("keys-snooze", &["s"]),
                    ]))
                }
                div {
                    h3 { (w.t("keys-arrivals")) }
                    (keys(&[
                        ("keys-open-case", &["o"]), ("keys-join", &["m"]), ("keys-inform", &["i"]),
                        ("keys-transfer", &["t"]), ("keys-set-aside", &["a"]), ("keys-undo", &["u"]),
                    ]))
                }
                div {
                    h3 { (w.t("keys-anywhere")) }
                    (keys(&[
                        ("keys-search", &["/"]), ("keys-intake", &["c"]), ("keys-note", &["n"]),
                        ("keys-go-work", &["g", "w"]), ("keys-go-arrivals", &["g", "a"]),
                        ("keys-go-cases", &["g", "c"]), ("keys-go-people", &["g", "p"]),
                        ("keys-send", &["Ctrl", "Enter"]), ("keys-all", &["?"]),
                    ]))
                }
                label class="tick" {
                    input type="checkbox" id="keys-on" checked;
                    span { (w.t("keys-use")) small { (w.t("keys-use-hint")) } }
                }
            }
        }
    }
}

fn dialog_head(w: &Words, id: &str, title: &str) -> Markup {
    html! {
        div class="dlg__head" {
            h2 id=(id) { (title) }
            button class="btn btn--quiet btn--icon btn--sm" type="button" data-act="close"
                aria-label=(w.t("shell-close")) { (ic(Icon::X)) }
        }
    }
}
