//! An inquiry before it goes: the form, and beside it either the gate with its reasons or the permission it will
//! cite and exactly what will leave. And an inquiry afterwards, with its replies and how each was learned.

use maud::{Markup, html};

use crate::letters::view::{LetterPaper, letter_paper};
use crate::ui::card::{CheckLine, Fact, MiniLine, card, checks, facts, mini};
use crate::ui::form::{Act, Field, Ticks, act, error_summary, field, hidden, seal, ticks};
use crate::ui::gate::{GateView, gate};
use crate::ui::head::{RecordHead, record_head};
use crate::ui::icon::{Icon, ic, ic_dir};
use crate::ui::leaves::{LeavesLine, leaves};
use crate::ui::pill::{Pill, kbd, pill};
use crate::ui::shell::{Shell, page};
use crate::ui::timeline::{TimelineItem, timeline};

#[derive(Debug, Clone, Default)]
pub struct NewInquiryView {
    pub title: String,
    pub head: RecordHead,
    /// Where asking the gate and sending are posted.
    pub url: String,
    pub draft_url: String,
    pub errors: Vec<(String, String)>,
    /// To, channel, ask again on, what we ask.
    pub fields: Vec<Field>,
    /// What kinds of data it touches.
    pub classes: Ticks,
    pub hidden: Vec<(String, String)>,
    /// Where a saved draft is sent from; a new one is sent by the form's own address.
    pub send_url: Option<String>,
    pub draft_note: String,
    pub verdict: Verdict,
    pub leaves: Vec<LeavesLine>,
    /// Numbers that stay sealed, each with its reason.
    pub numbers: Vec<CheckLine>,
    /// "Phone and safe ways, address, other cases, all notes."
    pub stays: String,
    /// What goes by e-mail, word for word.
    pub final_file: Option<LetterPaper>,
    /// How it goes, and what the clock does then.
    pub after: String,
    /// Smaller acts on a saved draft.
    pub forms: Vec<SmallForm>,
}

/// What the gate says about it as it stands.
#[derive(Debug, Clone, Default)]
pub enum Verdict {
    /// No agency is chosen yet, so there is no rule to read.
    #[default]
    NotAsked,
    Shut(Box<GateView>),
    Allowed {
        pill: Pill,
        cites: Vec<Fact>,
    },
}

pub fn new_inquiry_page(shell: &Shell, v: &NewInquiryView) -> Markup {
    let w = shell.words;
    let may_send = matches!(v.verdict, Verdict::Allowed { .. });
    let fix = w.tr("errors-fix", &[("n", v.errors.len().into())]);
    let main = html! {
        div class="casehead" { (record_head(w, &v.head, &html! {})) }
        @if !v.errors.is_empty() { div class="mb4" { (error_summary(&fix, &v.errors)) } }
        div class="twoforms" {
            section class="stack" aria-labelledby="iq-f" {
                h2 class="colhead" id="iq-f" { span class="colhead__n colhead__n--ok" { (ic(Icon::PenLine)) } (w.t("inquiries-form")) }
                form class="card" method="post" action=(v.url) data-draft=[(!v.draft_url.is_empty()).then_some(&v.draft_url)]
                    data-saving=(w.t("common-saving")) id="inquiry" novalidate {
                    (seal(shell, "inquiry"))
                    @for (name, value) in &v.hidden { (hidden(name, value)) }
                    div class="card__head" {
                        h3 { (w.t("inquiries-the-inquiry")) }
                        span class="small muted" data-draft-state data-saving=(w.t("common-draft-saving"))
                            data-saved=(w.t("common-draft-saved")) data-kept=(w.t("common-draft-kept")) { (v.draft_note) }
                    }
                    div class="card__body" {
                        div class="formgrid" { @for f in &v.fields { (field(w, f)) } }
                        @if !v.classes.choices.is_empty() { div class="mt4" { (ticks(&v.classes)) } }
                        div class="cluster mt4" {
                            button class="btn btn--primary" type="submit" name="act" value="send"
                                formaction=[v.send_url.as_deref()] disabled[!may_send] {
                                (ic(Icon::Send)) span { (w.t("inquiries-send")) } " " (kbd("Ctrl ↵"))
                            }
                            button class="btn" type="submit" name="act" value="check" { (w.t("inquiries-check")) }
                            button class="btn btn--quiet" type="submit" name="act" value="save" { (w.t("inquiries-save")) }
                        }
                        @if !may_send { p class="small muted mt2" { (w.t("inquiries-send-why-not")) } }
                        @if may_send && !v.after.is_empty() { p class="small muted mt3" { (v.after) } }
                    }
                }
                @for small in &v.forms { (small_form(shell, small)) }
            }
            section class="stack" aria-labelledby="iq-g" { (gate_side(shell, v)) }
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

fn gate_side(shell: &Shell, v: &NewInquiryView) -> Markup {
    let w = shell.words;
    match &v.verdict {
        Verdict::NotAsked => html! {
            h2 class="colhead" id="iq-g" { span class="colhead__n" { (ic(Icon::CircleDashed)) } (w.t("inquiries-gate-not-asked-title")) }
            p class="muted" { (w.t("inquiries-gate-not-asked")) }
        },
        Verdict::Shut(g) => html! {
            h2 class="colhead" id="iq-g" { span class="colhead__n" { (ic(Icon::Lock)) } (w.t("inquiries-gate-shut")) }
            (gate(shell, g))
        },
        Verdict::Allowed { pill: p, cites } => html! {
            h2 class="colhead" id="iq-g" { span class="colhead__n colhead__n--ok" { (ic(Icon::ShieldCheck)) } (w.t("inquiries-gate-open")) }
            section class="card cite" aria-labelledby="iq-c" {
                div class="card__head" { h3 id="iq-c" { (ic(Icon::BadgeCheck)) (w.t("inquiries-cites")) } (pill(p)) }
                div class="card__body" { (facts(cites)) }
            }
            section class="card" aria-labelledby="iq-l" {
                div class="card__head" {
                    h3 id="iq-l" { (ic(Icon::Send)) (w.t("inquiries-leaves")) }
                }
                div class="card__body" {
                    (leaves(&v.leaves, &w.t("inquiries-stays"), &v.stays))
                    @if let Some(paper) = &v.final_file {
                        details class="why mt3" {
                            summary { (w.t("inquiries-final")) }
                            div class="mt3" { (letter_paper(shell, paper)) }
                        }
                    }
                    @if !v.numbers.is_empty() { div class="mt3" { (checks(&v.numbers)) } }
                }
            }
        },
    }
}

/// An inquiry that was sent, or is being sent.
#[derive(Debug, Clone, Default)]
pub struct InquiryView {
    pub title: String,
    pub head: RecordHead,
    pub facts: Vec<Fact>,
    pub text: String,
    pub cites: Vec<Fact>,
    pub items: Vec<TimelineItem>,
    pub documents: Vec<MiniLine>,
    /// Recording a reply: kind, how it was learned, when it came, their number, what it says, chase date.
    pub reply_url: Option<String>,
    pub reply_fields: Vec<Field>,
    /// Smaller acts beside it: asking again, taking it back.
    pub forms: Vec<SmallForm>,
    pub acts: Vec<Act>,
    pub errors: Vec<(String, String)>,
}

/// A small form in a fold.
#[derive(Debug, Clone, Default)]
pub struct SmallForm {
    pub name: &'static str,
    pub title: String,
    pub url: String,
    pub fields: Vec<Field>,
    pub button: String,
    pub is_open: bool,
}

pub fn inquiry_page(shell: &Shell, v: &InquiryView) -> Markup {
    let w = shell.words;
    let fix = w.tr("errors-fix", &[("n", v.errors.len().into())]);
    let main = html! {
        div class="casehead" { (record_head(w, &v.head, &html! { @for a in &v.acts { (act(shell, a)) } })) }
        @if !v.errors.is_empty() { div class="mb4" { (error_summary(&fix, &v.errors)) } }
        div class="cols" {
            div class="stack" {
                (card(Some(Icon::Landmark), &w.t("inquiries-the-inquiry"), &html! {}, &html! { p class="pre" { (v.text) } }))
                h2 { (w.t("inquiries-replies")) }
                @if v.items.is_empty() { p class="muted" { (w.t("inquiries-replies-none")) } } @else { (timeline(w, &v.items)) }
                @if let Some(url) = &v.reply_url {
                    form class="card" method="post" action=(url) id="reply" enctype="multipart/form-data"
                        data-saving=(w.t("common-saving")) {
                        (seal(shell, "reply"))
                        div class="card__head" { h2 { (ic(Icon::Reply)) (w.t("inquiries-record-reply")) } }
                        div class="card__body" {
                            div class="formgrid" { @for f in &v.reply_fields { (field(w, f)) } }
                            div class="cluster mt4" {
                                button class="btn btn--primary" type="submit" { span { (w.t("inquiries-reply-save")) } " " (kbd("Ctrl ↵")) }
                            }
                        }
                    }
                }
            }
            aside class="stack" aria-label=(w.t("inquiries-details")) {
                (card(None, &w.t("inquiries-details"), &html! {}, &facts(&v.facts)))
                @for small in &v.forms { (small_form(shell, small)) }
                @if !v.cites.is_empty() { (card(Some(Icon::BadgeCheck), &w.t("inquiries-cited"), &html! {}, &facts(&v.cites))) }
                @if !v.documents.is_empty() { (card(Some(Icon::Paperclip), &w.t("inquiries-documents"), &html! {}, &mini(&v.documents))) }
            }
        }
    };
    let title = if v.errors.is_empty() {
        v.title.clone()
    } else {
        format!("{fix} – {}", v.title)
    };
    page(shell, &title, &main)
}

fn small_form(shell: &Shell, s: &SmallForm) -> Markup {
    let w = shell.words;
    html! {
        section class="card" {
            details class="foldcard" open[s.is_open] {
                summary { (ic_dir(Icon::ChevronRight)) h2 { (s.title) } }
                div class="card__body" {
                    form class="stack-sm" method="post" action=(s.url) data-saving=(w.t("common-saving")) {
                        (seal(shell, s.name))
                        @for f in &s.fields { (field(w, f)) }
                        div { button class="btn" type="submit" { (s.button) } }
                    }
                }
            }
        }
    }
}
