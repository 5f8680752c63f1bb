//! A phone call or a walk-in, typed as it is said. Safety first, then what is happening; nothing else is needed to
//! save, and "not known yet" is an answer everywhere. Nothing is chosen beforehand.

use maud::{Markup, html};

use crate::ui::card::{CheckLine, MiniLine, card, checks, mini};
use crate::ui::form::{Choice, Field, Radios, error_summary, field, seal, segments, tick};
use crate::ui::head::page_head;
use crate::ui::icon::Icon;
use crate::ui::match_card::{MatchCard, match_card};
use crate::ui::pill::{Pill, kbd, pill};
use crate::ui::shell::{Shell, page};

#[derive(Debug, Clone, Default)]
pub struct IntakeView {
    pub url: String,
    pub draft_url: Option<String>,
    pub draft_note: String,
    pub errors: Vec<(String, String)>,
    /// How it came: phone, walk-in, at the door.
    pub channel: Radios,
    /// Text, call back, voicemail, post: each yes, no, or not asked.
    pub ways: Vec<Radios>,
    /// Hours, who else may pick up, words not to say.
    pub safety_fields: Vec<Field>,
    /// The story, danger, hard date, agency, topic, level.
    pub story_fields: Vec<Field>,
    /// How soon; a person decides.
    pub soon: Radios,
    pub hand_to: Option<Field>,
    /// Who it is about: the caller or somebody else, name, how to call them, contact, address, language.
    pub person_fields: Vec<Field>,
    pub about: Radios,
    /// Before you hang up: name, words, ticked.
    pub before: Vec<(String, String, bool)>,
    pub help: Vec<MiniLine>,
    pub matches: Vec<MatchCard>,
    pub later: Vec<CheckLine>,
}

pub fn intake_page(shell: &Shell, v: &IntakeView) -> Markup {
    let w = shell.words;
    let fix = w.tr("errors-fix", &[("n", v.errors.len().into())]);
    let main = html! {
        (page_head(&w.t("shell-intake"), &w.t("intake-sub"), &html! {}))
        @if !v.errors.is_empty() { div class="mb4" { (error_summary(&fix, &v.errors)) } }
        div class="cols" {
            form class="card" method="post" action=(v.url) data-draft=[v.draft_url.as_deref()] data-saving=(w.t("common-saving")) {
                (seal(shell, "intake"))
                (steps(shell, v))
                div class="stickyfoot" {
                    span class="small muted grow" data-draft-state data-saving=(w.t("common-draft-saving"))
                        data-saved=(w.t("common-draft-saved")) data-kept=(w.t("common-draft-kept")) { (v.draft_note) }
                    button class="btn" type="submit" name="act" value="keep" { (w.t("intake-keep")) }
                    button class="btn btn--primary" type="submit" name="act" value="open" {
                        span { (w.t("intake-open")) } " " (kbd("Ctrl ↵"))
                    }
                }
            }
            aside class="stack" aria-label=(w.t("intake-help")) { (help(shell, v)) }
        }
    };
    page(
        shell,
        &if v.errors.is_empty() {
            w.t("shell-intake")
        } else {
            format!("{fix} – {}", w.t("shell-intake"))
        },
        &main,
    )
}

fn steps(shell: &Shell, v: &IntakeView) -> Markup {
    let w = shell.words;
    let heading = |n: u8, key: &str| html! { h2 { span class="step__n" { (n) } (w.t(key)) } };
    let grid = |fields: &[Field]| html! { div class="formgrid mt4" { @for f in fields { (field(w, f)) } } };
    html! {
        section class="step" {
            (heading(1, "intake-safe"))
            @if !v.channel.choices.is_empty() { div class="mb4" { (segments(&v.channel)) } }
            div class="ways" { @for way in &v.ways { (segments(way)) } }
            p class="small muted mt3" { (w.t("intake-safe-note")) }
            (grid(&v.safety_fields))
        }
        section class="step" { (heading(2, "intake-happening")) (grid(&v.story_fields)) }
        section class="step" {
            div class="between" {
                (heading(3, "intake-how-soon"))
                (pill(&Pill { icon: Some(Icon::UserRound), ..Pill::plain(w.t("intake-you-decide")) }))
            }
            (segments(&v.soon))
            @if let Some(f) = &v.hand_to { div class="formgrid mt4" { (field(w, f)) } }
        }
        section class="step" {
            (heading(4, "intake-about"))
            @if !v.about.choices.is_empty() { (segments(&v.about)) }
            (grid(&v.person_fields))
        }
        @if !v.before.is_empty() {
            section class="step" {
                (heading(5, "intake-before"))
                div class="stack-sm" { @for (name, text, ticked) in &v.before { (tick(name, "yes", text, "", *ticked)) } }
            }
        }
    }
}

fn help(shell: &Shell, v: &IntakeView) -> Markup {
    let w = shell.words;
    html! {
        @if !v.help.is_empty() { (card(Some(Icon::LifeBuoy), &w.t("intake-right-now"), &html! {}, &mini(&v.help))) }
        (card(Some(Icon::ScanSearch), &w.t("intake-known"), &html! {}, &html! {
            @if v.matches.is_empty() { p class="small muted" { (w.t("intake-known-none")) } }
            div class="stack-sm" { @for m in &v.matches { (match_card(shell, m)) } }
        }))
        @if !v.later.is_empty() { (card(Some(Icon::MapPin), &w.t("intake-later"), &html! {}, &checks(&v.later))) }
    }
}

/// Yes, no, not asked, for one way of reaching a person. Nothing is chosen.
pub fn way(w: &crate::words::Words, name: &str, legend: String, value: &str) -> Radios {
    Radios {
        name: name.to_owned(),
        legend,
        value: value.to_owned(),
        choices: vec![
            Choice::new("yes", w.t("common-yes")),
            Choice::new("no", w.t("common-no")),
            Choice::new("not-asked", w.t("common-not-asked")),
        ],
        ..Radios::default()
    }
}
