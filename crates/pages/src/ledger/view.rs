//! The history of a case: what was done, who looked, and how anyone can check that nothing was changed since.

use maud::{Markup, html};

use crate::ui::card::{MiniLine, card, mini};
use crate::ui::head::{RecordHead, record_head};
use crate::ui::icon::{Icon, ic};
use crate::ui::ledger_table::{LedgerRow, VerifyCard, ledger_table, verify_card};
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, pager};
use crate::ui::tabs::{Tab, segment_links};

#[derive(Debug, Clone, Default)]
pub struct LedgerView {
    pub head: RecordHead,
    /// The browser's title; without a name when the case is restricted.
    pub title: String,
    pub verify: VerifyCard,
    pub filters: Vec<Tab>,
    /// "Newest first, times are Central".
    pub note: String,
    pub rows: Vec<LedgerRow>,
    pub pager: Pager,
    pub who_looked: Vec<MiniLine>,
    pub proof_href: Option<String>,
    /// What to type to check it: `casework verify --export proof.jsonl`.
    pub command: String,
}

pub fn ledger_page(shell: &Shell, v: &LedgerView) -> Markup {
    let w = shell.words;
    let main = html! {
        div class="casehead" {
            (record_head(w, &v.head, &html! {
                @if let Some(href) = &v.proof_href { a class="btn" href=(href) { (ic(Icon::Download)) (w.t("ledger-download")) } }
            }))
            (verify_card(shell, &v.verify))
        }
        div class="cols" {
            div class="stack" {
                div class="toolbar mb0" {
                    (segment_links(&w.t("ledger-show"), &v.filters))
                    span class="faint small" { (v.note) }
                }
                (ledger_table(w, &v.rows))
                (pager(w, &v.pager))
            }
            aside class="stack" aria-label=(w.t("ledger-aside")) {
                @if !v.who_looked.is_empty() {
                    (card(Some(Icon::Eye), &w.t("ledger-who-looked"), &html! {}, &html! {
                        (mini(&v.who_looked))
                        p class="small muted mt3" { (w.t("ledger-who-looked-note")) }
                    }))
                }
                (card(Some(Icon::ScrollText), &w.t("ledger-how"), &html! {}, &html! {
                    ol class="howto" {
                        li { (w.t("ledger-how-1")) }
                        li {
                            (w.t("ledger-how-2"))
                            pre class="code" tabindex="0" role="region" aria-label=(w.t("ledger-command")) { code { (v.command) } }
                        }
                        li { (w.t("ledger-how-3")) }
                    }
                }))
            }
        }
    };
    page(shell, &v.title, &main)
}
