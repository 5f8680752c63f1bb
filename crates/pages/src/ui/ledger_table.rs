//! The ledger of a case: who did and who looked, with each entry's seal, and the card that says it is unbroken.

use maud::{Markup, html};

use super::card::Fact;
use super::form::{Act, act};
use super::icon::{Icon, ic};
use super::pill::{Pill, Tone, pill};
use super::shell::Shell;
use crate::words::Words;
use crate::words::dates::When;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LedgerKind {
    Read,
    #[default]
    Wrote,
    LeftTheOffice,
    Refused,
    Sealed,
}

#[derive(Debug, Clone, Default)]
pub struct LedgerEntry {
    pub number: String,
    pub when: When,
    pub kind: LedgerKind,
    pub what: String,
    /// Who, and why.
    pub who: String,
    /// The first figures of its seal.
    pub seal: String,
}

#[derive(Debug, Clone)]
pub enum LedgerRow {
    Day(String),
    Entry(LedgerEntry),
}

pub fn ledger_table(w: &Words, rows: &[LedgerRow]) -> Markup {
    let heads = [
        "ledger-number",
        "ledger-when",
        "ledger-kind",
        "ledger-what",
        "ledger-seal",
    ]
    .map(|key| w.t(key));
    html! {
        section class="card card--flush" {
            div class="card__body tblwrap" tabindex="0" role="region" aria-label=(w.t("ledger-entries")) {
                table class="tbl tbl--edge tbl--stack ledger" {
                    caption class="sr" { (w.t("ledger-caption")) }
                    thead {
                        tr {
                            @for (i, head) in heads.iter().enumerate() {
                                th scope="col" class=[(i == 0).then_some("n")] { (head) }
                            }
                        }
                    }
                    tbody { @for row in rows { (one(w, row, &heads)) } }
                }
            }
        }
    }
}

fn one(w: &Words, row: &LedgerRow, heads: &[String; 5]) -> Markup {
    let [number, when, kind, _, seal] = heads;
    match row {
        LedgerRow::Day(text) => html! { tr class="lgday" { td colspan="5" { (text) } } },
        LedgerRow::Entry(e) => html! {
            tr class=(class_of(e.kind)) {
                td class="n" data-l=(number) { (e.number) }
                td data-l=(when) class="nowrap" { (e.when.html()) }
                td data-l=(kind) { (pill(&kind_pill(w, e.kind))) }
                th scope="row" class="lg__what" { (e.what) small { (e.who) } }
                td data-l=(seal) { code class="hash" { (e.seal) } }
            }
        },
    }
}

fn class_of(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Read => "lg lg--read",
        LedgerKind::Wrote => "lg lg--write",
        LedgerKind::LeftTheOffice => "lg lg--left",
        LedgerKind::Refused => "lg lg--gate",
        LedgerKind::Sealed => "lg lg--seal",
    }
}

fn kind_pill(w: &Words, kind: LedgerKind) -> Pill {
    match kind {
        LedgerKind::Read => Pill::new(w.t("ledger-read"), Tone::Info, Icon::Eye),
        LedgerKind::Wrote => Pill::new(w.t("ledger-wrote"), Tone::Plain, Icon::PenLine),
        LedgerKind::LeftTheOffice => Pill::new(w.t("ledger-left"), Tone::Accent, Icon::Send),
        LedgerKind::Refused => Pill::new(w.t("ledger-refused"), Tone::Warn, Icon::ShieldX),
        LedgerKind::Sealed => Pill::new(w.t("ledger-sealed"), Tone::Ok, Icon::BadgeCheck),
    }
}

/// What the last check of the chain said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ChainState {
    Unbroken,
    Broken,
    #[default]
    NotChecked,
}

#[derive(Debug, Clone, Default)]
pub struct VerifyCard {
    pub state: ChainState,
    /// "All 312 entries checked in order, the last time at 9:40 am."
    pub text: String,
    pub facts: Vec<Fact>,
    pub last_seal: String,
    /// "Broken at 204."
    pub title: String,
    pub check_url: Option<String>,
}

pub fn verify_card(shell: &Shell, v: &VerifyCard) -> Markup {
    let w = shell.words;
    let (class, icon) = match v.state {
        ChainState::Unbroken => ("verify", Icon::BadgeCheck),
        ChainState::Broken => ("verify verify--broken", Icon::OctagonAlert),
        ChainState::NotChecked => ("verify verify--unknown", Icon::CircleDashed),
    };
    html! {
        section class=(class) aria-labelledby="verify-t" {
            span class="verify__mark" { (ic(icon)) }
            div { h2 id="verify-t" { (v.title) } p { (v.text) } }
            dl class="verify__facts" {
                @for fact in &v.facts { div { dt { (fact.name) } dd { (fact.value) } } }
                @if !v.last_seal.is_empty() {
                    div { dt { (w.t("ledger-last-seal")) } dd { code class="hash" { (v.last_seal) } } }
                }
            }
            @if let Some(url) = &v.check_url {
                (act(shell, &Act::new(url, w.t("ledger-check-again")).icon(Icon::RefreshCw)))
            }
        }
    }
}
