//! Letters out: composing one from an approved template with the safe-contact answer beside it, and the folder of
//! what went out, for an office that sends by hand or tries things out.

use maud::{Markup, html};

use crate::ui::banner::{Banner, banner};
use crate::ui::card::{CheckLine, Fact, MiniLine, card, checks, facts, mini};
use crate::ui::empty::{Empty, empty};
use crate::ui::form::{Act, Field, Input, Ticks, act, error_summary, field, hidden, seal, tick, ticks};
use crate::ui::head::{RecordHead, page_head, record_head};
use crate::ui::icon::{Icon, ic};
use crate::ui::list::{Row, row};
use crate::ui::pill::{Tone, kbd};
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, pager};
use crate::ui::tabs::{Tab, tabs};

/// A letter about to be drafted: from approved words, or from an empty page.
#[derive(Debug, Clone, Default)]
pub struct LetterForm {
    pub title: String,
    pub head: RecordHead,
    pub url: String,
    pub draft_url: Option<String>,
    pub draft_note: String,
    pub errors: Vec<(String, String)>,
    /// To whom, which way, template, blanks, subject, text.
    pub fields: Vec<Field>,
    /// What agencies said that the person has not heard: ticked where this letter tells of it.
    pub tells_of: Option<Ticks>,
    /// Why it may go, or may not: the safe ways of the person, read now.
    pub safe: Vec<CheckLine>,
    /// The approved words there are, each a link that begins with them.
    pub templates: Vec<MiniLine>,
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
                section class="step" {
                    div class="formgrid" { @for f in &v.fields { (field(w, f)) } }
                    @if let Some(tells) = &v.tells_of { div class="mt4" { (ticks(tells)) } }
                }
                div class="stickyfoot" {
                    span class="small muted grow" data-draft-state data-saving=(w.t("common-draft-saving"))
                        data-saved=(w.t("common-draft-saved")) data-kept=(w.t("common-draft-kept")) { (v.draft_note) }
                    button class="btn btn--primary" type="submit" {
                        (ic(Icon::Eye)) span { (w.t("letters-preview")) } " " (kbd("Ctrl ↵"))
                    }
                }
            }
            aside class="stack" aria-label=(w.t("letters-before")) {
                (card(Some(Icon::ShieldCheck), &w.t("letters-safe"), &html! {}, &html! {
                    @if v.safe.is_empty() { p class="muted small" { (w.t("letters-safe-choose")) } } @else { (checks(&v.safe)) }
                }))
                @if !v.templates.is_empty() {
                    (card(Some(Icon::FileText), &w.t("letters-templates"), &html! {}, &mini(&v.templates)))
                }
            }
        }
    };
    page(shell, &titled(&v.title, &fix, &v.errors), &main)
}

fn titled(title: &str, fix: &str, errors: &[(String, String)]) -> String {
    if errors.is_empty() {
        title.to_owned()
    } else {
        format!("{fix} – {title}")
    }
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
    /// The report of decisions against the gate, for those who may make one.
    pub overrides_href: Option<String>,
    pub tabs: Vec<Tab>,
    /// Each letter, and what can be done with it from here.
    pub rows: Vec<Row>,
    pub pager: Pager,
}

pub fn outbox_page(shell: &Shell, v: &OutboxView) -> Markup {
    let w = shell.words;
    let main = html! {
        (page_head(&w.t("shell-outbox"), &v.sub, &html! {
            @if let Some(href) = &v.overrides_href { a class="btn" href=(href) { (ic(Icon::KeyRound)) (w.t("consents-overrides")) } }
        }))
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

/// One letter: a draft to be read over, one on its way, or one that went.
#[derive(Debug, Clone, Default)]
pub struct LetterView {
    pub title: String,
    pub head: RecordHead,
    pub errors: Vec<(String, String)>,
    pub paper: LetterPaper,
    pub facts: Vec<Fact>,
    /// Where the file can be had, where letters go to a folder.
    pub file_href: Option<String>,
    /// What became of it, where something went wrong.
    pub trouble: String,
    /// The safe ways of the receiver, read now; empty where that is no question any more.
    pub safe: Vec<CheckLine>,
    pub edit: Option<LetterEdit>,
    pub send: Option<LetterSend>,
    pub hold_url: Option<String>,
    pub acts: Vec<Act>,
}

/// A draft to be written again.
#[derive(Debug, Clone, Default)]
pub struct LetterEdit {
    pub url: String,
    pub version: i64,
    pub fields: Vec<Field>,
}

/// Sending it, or recording that it was posted.
#[derive(Debug, Clone, Default)]
pub struct LetterSend {
    pub url: String,
    pub version: i64,
    /// The word of the reason to ask first, and its words: ticked by whoever asked.
    pub confirm: Option<(String, String)>,
    /// The day it was posted, for a letter on paper.
    pub fields: Vec<Field>,
    pub button: String,
    pub note: String,
    /// Nothing that can be done makes this way safe.
    pub is_refused: bool,
}

pub fn one_letter_page(shell: &Shell, v: &LetterView) -> Markup {
    let w = shell.words;
    let fix = w.tr("errors-fix", &[("n", v.errors.len().into())]);
    let main = html! {
        div class="casehead" {
            (record_head(w, &v.head, &html! {
                @if let Some(href) = &v.file_href { a class="btn" href=(href) { (ic(Icon::Download)) (w.t("letters-file")) } }
                @for a in &v.acts { (act(shell, a)) }
            }))
        }
        @if !v.errors.is_empty() { div class="mb4" { (error_summary(&fix, &v.errors)) } }
        @if !v.trouble.is_empty() {
            div class="mb4" { (banner(&Banner { tone: Tone::Warn, title: v.trouble.clone(), ..Banner::default() }, &html! {})) }
        }
        div class="cols" {
            div class="stack" {
                section class="card" { div class="card__body mt3" { (letter_paper(shell, &v.paper)) } }
                @if let Some(edit) = &v.edit { (edit_form(shell, edit)) }
            }
            aside class="stack" aria-label=(w.t("letters-about")) {
                @if v.send.is_some() || !v.safe.is_empty() { (before_it_goes(shell, v)) }
                @if let Some(url) = &v.hold_url { (hold_form(shell, url)) }
                (card(None, &w.t("letters-about"), &html! {}, &facts(&v.facts)))
            }
        }
    };
    page(shell, &titled(&v.title, &fix, &v.errors), &main)
}

fn before_it_goes(shell: &Shell, v: &LetterView) -> Markup {
    let w = shell.words;
    card(
        Some(Icon::ShieldCheck),
        &w.t("letters-safe"),
        &html! {},
        &html! {
            (checks(&v.safe))
            @if let Some(send) = &v.send {
                form class="stack-sm mt4" method="post" action=(send.url) data-saving=(w.t("common-saving")) {
                    (seal(shell, "send"))
                    (hidden("version", &send.version.to_string()))
                    @if let Some((reason, words)) = &send.confirm {
                        div id="f-confirm" { (tick("confirm", reason, words, "", false)) }
                    }
                    @for f in &send.fields { (field(w, f)) }
                    div { button class="btn btn--primary" type="submit" disabled[send.is_refused] {
                        (ic(Icon::Send)) span { (send.button) }
                    } }
                    @if !send.note.is_empty() { p class="small muted" { (send.note) } }
                }
            }
        },
    )
}

fn edit_form(shell: &Shell, edit: &LetterEdit) -> Markup {
    let w = shell.words;
    html! {
        form class="card" method="post" action=(edit.url) data-saving=(w.t("common-saving")) {
            (seal(shell, "change"))
            (hidden("version", &edit.version.to_string()))
            div class="card__head" { h2 { (ic(Icon::PenLine)) (w.t("letters-change")) } }
            div class="card__body" {
                div class="formgrid" { @for f in &edit.fields { (field(w, f)) } }
                div class="cluster mt4" {
                    button class="btn" type="submit" { span { (w.t("letters-change-save")) } " " (kbd("Ctrl ↵")) }
                }
            }
        }
    }
}

fn hold_form(shell: &Shell, url: &str) -> Markup {
    let w = shell.words;
    card(
        Some(Icon::Hand),
        &w.t("letters-hold"),
        &html! {},
        &html! {
            form class="stack-sm" method="post" action=(url) {
                (seal(shell, "hold"))
                (field(w, &Field::new("reason", w.t("letters-hold-reason"), Input::Text).required()))
                div { button class="btn btn--sm" type="submit" { (w.t("letters-hold-now")) } }
            }
        },
    )
}
