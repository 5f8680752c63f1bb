//! Letters out: composing one from an approved template with the safe-contact answer beside it, and the folder of
//! what went out, for an office that sends by hand or tries things out.

use maud::{Markup, html};

use crate::ui::card::{CheckLine, Fact, card, checks, facts};
use crate::ui::empty::{Empty, empty};
use crate::ui::form::{Field, error_summary, field, seal};
use crate::ui::head::{RecordHead, page_head, record_head};
use crate::ui::icon::{Icon, ic};
use crate::ui::list::{Row, row};
use crate::ui::pill::kbd;
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, pager};
use crate::ui::tabs::{Tab, tabs};

#[derive(Debug, Clone, Default)]
pub struct LetterForm {
    pub title: String,
    pub head: RecordHead,
    pub url: String,
    pub draft_url: Option<String>,
    pub draft_note: String,
    pub errors: Vec<(String, String)>,
    /// To whom, which way, language, template, subject, text.
    pub fields: Vec<Field>,
    /// Why it may go, or may not: the safe ways of the person, read now.
    pub safe: Vec<CheckLine>,
    pub may_send: bool,
    /// What the reader will get: sender, neutral subject, lines.
    pub preview: Option<LetterPaper>,
}

#[derive(Debug, Clone, Default)]
pub struct LetterPaper {
    pub from: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    /// The language of the letter.
    pub lang: String,
}

pub fn letter_page(shell: &Shell, v: &LetterForm) -> Markup {
    let w = shell.words;
    let fix = w.tr("errors-fix", &[("n", v.errors.len().into())]);
    let main = html! {
        div class="casehead" { (record_head(w, &v.head, &html! {})) }
        @if !v.errors.is_empty() { div class="mb4" { (error_summary(&fix, &v.errors)) } }
        div class="cols" {
            form class="card" method="post" action=(v.url) data-draft=[v.draft_url.as_deref()] data-saving=(w.t("common-saving")) {
                (seal(shell, "letter"))
                section class="step" { div class="formgrid" { @for f in &v.fields { (field(w, f)) } } }
                div class="stickyfoot" {
                    span class="small muted grow" data-draft-state data-saving=(w.t("common-draft-saving"))
                        data-saved=(w.t("common-draft-saved")) data-kept=(w.t("common-draft-kept")) { (v.draft_note) }
                    button class="btn" type="submit" name="act" value="preview" { (ic(Icon::Eye)) (w.t("letters-preview")) }
                    button class="btn btn--primary" type="submit" name="act" value="send" disabled[!v.may_send] {
                        span { (w.t("letters-send")) } " " (kbd("Ctrl ↵"))
                    }
                }
            }
            aside class="stack" aria-label=(w.t("letters-before")) {
                (card(Some(Icon::ShieldCheck), &w.t("letters-safe"), &html! {}, &html! {
                    @if v.safe.is_empty() { p class="muted small" { (w.t("letters-safe-choose")) } } @else { (checks(&v.safe)) }
                }))
                @if let Some(paper) = &v.preview { (card(Some(Icon::Mail), &w.t("letters-as-read"), &html! {}, &letter_paper(shell, paper))) }
            }
        }
    };
    page(
        shell,
        &if v.errors.is_empty() {
            v.title.clone()
        } else {
            format!("{fix} – {}", v.title)
        },
        &main,
    )
}

/// A letter as its reader sees it.
pub fn letter_paper(shell: &Shell, p: &LetterPaper) -> Markup {
    let w = shell.words;
    html! {
        (facts(&[
            Fact::new(w.t("letters-from"), &p.from), Fact::new(w.t("letters-to"), &p.to), Fact::new(w.t("letters-subject"), &p.subject),
        ]))
        div class="letterpaper mt3" lang=[(!p.lang.is_empty()).then_some(&p.lang)] { p { (p.text) } }
    }
}

#[derive(Debug, Clone, Default)]
pub struct OutboxView {
    pub sub: String,
    pub tabs: Vec<Tab>,
    pub rows: Vec<Row>,
    pub pager: Pager,
}

pub fn outbox_page(shell: &Shell, v: &OutboxView) -> Markup {
    let w = shell.words;
    let main = html! {
        (page_head(&w.t("shell-outbox"), &v.sub, &html! {}))
        @if !v.tabs.is_empty() { (tabs(&w.t("letters-views"), &v.tabs)) }
        @if v.rows.is_empty() {
            div class="card" { (empty(&Empty {
                icon: Icon::Send, title: w.t("letters-empty-title"), text: w.t("letters-empty"), link: None,
            })) }
        } @else {
            div class="listcard" { ul role="list" { @for r in &v.rows { (row(w, r)) } } }
            (pager(w, &v.pager))
        }
    };
    page(shell, &w.t("shell-outbox"), &main)
}

/// One letter that went out, or waits, or came back.
#[derive(Debug, Clone, Default)]
pub struct LetterView {
    pub title: String,
    pub head: RecordHead,
    pub paper: LetterPaper,
    pub facts: Vec<Fact>,
    pub file_href: Option<String>,
}

pub fn one_letter_page(shell: &Shell, v: &LetterView) -> Markup {
    let w = shell.words;
    let main = html! {
        div class="casehead" {
            (record_head(w, &v.head, &html! {
                @if let Some(href) = &v.file_href { a class="btn" href=(href) { (ic(Icon::Download)) (w.t("letters-file")) } }
            }))
        }
        div class="cols" {
            section class="card" { div class="card__body mt3" { (letter_paper(shell, &v.paper)) } }
            aside class="stack" aria-label=(w.t("letters-about")) { (card(None, &w.t("letters-about"), &html! {}, &facts(&v.facts))) }
        }
    };
    page(shell, &v.title, &main)
}
