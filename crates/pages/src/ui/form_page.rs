//! A page that is one form: its way here, its title, what is to fix, sections of fields, and one main button.

use maud::{Markup, html};

use super::form::{Field, error_summary, field, hidden, seal};
use super::head::{RecordHead, record_head};
use super::pill::kbd;
use super::shell::{Shell, page};

/// A part of a form under its own numbered heading.
#[derive(Debug, Clone, Default)]
pub struct FormSection {
    pub title: String,
    pub note: String,
    pub fields: Vec<Field>,
    /// What is more than fields: radios, boxes, a list from the record.
    pub more: Option<Markup>,
}

#[derive(Debug, Clone, Default)]
pub struct FormPage {
    /// For the browser's title; "Fix 1 thing" is put before it when there is something to fix.
    pub title: String,
    pub head: RecordHead,
    pub url: String,
    /// Tells its form from others, for the key that makes sending twice safe.
    pub form: &'static str,
    pub errors: Vec<(String, String)>,
    pub hidden: Vec<(String, String)>,
    pub sections: Vec<FormSection>,
    pub button: String,
    pub foot_note: String,
    pub cancel_href: String,
    /// Where a draft of it is kept as it is typed.
    pub draft_url: Option<String>,
    /// It carries files.
    pub has_files: bool,
    pub aside: Option<Markup>,
}

pub fn form_page(shell: &Shell, f: &FormPage) -> Markup {
    let w = shell.words;
    let fix = w.tr("errors-fix", &[("n", f.errors.len().into())]);
    let title = if f.errors.is_empty() {
        f.title.clone()
    } else {
        format!("{fix} – {}", f.title)
    };
    let form = html! {
        form class="card" method="post" action=(f.url) data-draft=[f.draft_url.as_deref()] data-saving=(w.t("common-saving"))
            enctype=[f.has_files.then_some("multipart/form-data")] {
            (seal(shell, f.form))
            @for (name, value) in &f.hidden { (hidden(name, value)) }
            @for (i, section) in f.sections.iter().enumerate() { (one_section(shell, section, i + 1, f.sections.len())) }
            div class="stickyfoot" {
                span class="small muted grow" data-draft-state data-saving=(w.t("common-draft-saving"))
                    data-saved=(w.t("common-draft-saved")) data-kept=(w.t("common-draft-kept")) { (f.foot_note) }
                @if !f.cancel_href.is_empty() { a class="btn" href=(f.cancel_href) { (w.t("common-cancel")) } }
                button class="btn btn--primary" type="submit" { span { (f.button) } (kbd("Ctrl ↵")) }
            }
        }
    };
    let main = html! {
        div class="casehead" { (record_head(w, &f.head, &html! {})) }
        @if !f.errors.is_empty() { div class="mb4" { (error_summary(&fix, &f.errors)) } }
        @match &f.aside {
            Some(aside) => div class="cols" { (form) aside class="stack" { (aside) } },
            None => div class="formpage" { (form) },
        }
    };
    page(shell, &title, &main)
}

fn one_section(shell: &Shell, s: &FormSection, number: usize, of: usize) -> Markup {
    html! {
        section class="step" {
            @if !s.title.is_empty() {
                h2 { @if of > 1 { span class="step__n" { (number) } } (s.title) }
            }
            @if !s.note.is_empty() { p class="muted small mb4" { (s.note) } }
            @if !s.fields.is_empty() {
                div class="formgrid" { @for f in &s.fields { (field(shell.words, f)) } }
            }
            @if let Some(more) = &s.more { div class={ @if !s.fields.is_empty() { "mt4" } } { (more) } }
        }
    }
}
