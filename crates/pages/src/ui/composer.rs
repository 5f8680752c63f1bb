//! Adding to a case: a note, a call, a letter or e-mail, an inquiry. Kinds are radios and each has its own form,
//! so it works without a script and one kind's draft never stands in another's box.

use maud::{Markup, html};

use super::form::{Choice, Field, Input, field, seal, tick};
use super::icon::{Icon, ic};
use super::pill::kbd;
use super::shell::Shell;
use crate::words::Words;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ComposerKind {
    #[default]
    Note,
    Call,
    Letter,
    Inquiry,
}

impl ComposerKind {
    pub fn as_str(self) -> &'static str {
        match self {
            ComposerKind::Note => "note",
            ComposerKind::Call => "call",
            ComposerKind::Letter => "letter",
            ComposerKind::Inquiry => "inquiry",
        }
    }

    fn icon(self) -> Icon {
        match self {
            ComposerKind::Note => Icon::StickyNote,
            ComposerKind::Call => Icon::Phone,
            ComposerKind::Letter => Icon::Mail,
            ComposerKind::Inquiry => Icon::Landmark,
        }
    }

    fn label(self, w: &Words) -> String {
        match self {
            ComposerKind::Note => w.t("cases-compose-note"),
            ComposerKind::Call => w.t("cases-compose-call"),
            ComposerKind::Letter => w.t("cases-compose-letter"),
            ComposerKind::Inquiry => w.t("cases-compose-inquiry"),
        }
    }

    /// The box `n` jumps to is the note's.
    fn box_id(self) -> &'static str {
        match self {
            ComposerKind::Note => "compose",
            ComposerKind::Call => "compose-call",
            ComposerKind::Letter => "compose-letter",
            ComposerKind::Inquiry => "compose-inquiry",
        }
    }
}

/// One kind's form.
#[derive(Debug, Clone, Default)]
pub struct ComposerPanel {
    pub kind: ComposerKind,
    pub action: String,
    pub draft_url: String,
    /// The kept draft, or what came back with an error.
    pub text: String,
    pub error: String,
    pub placeholder: String,
    /// Above the text: who was called, which template.
    pub fields: Vec<Field>,
    /// When to follow up; the first is the office's cadence.
    pub follow_up: Vec<Choice>,
    /// The chosen one of a kept draft.
    pub follow_up_value: String,
    /// "Private to me and my supervisor"; empty where there is no such thing.
    pub private_label: String,
    /// It was ticked in what came back, or in the kept draft.
    pub is_private: bool,
    /// "Draft from Nov 25, 9:31 am".
    pub draft_note: String,
    pub button: String,
    /// For an inquiry: its own page, with a sentence of what happens there.
    pub link: Option<(String, String)>,
}

#[derive(Debug, Clone, Default)]
pub struct Composer {
    pub chosen: ComposerKind,
    pub panels: Vec<ComposerPanel>,
    /// When nothing may be added: why.
    pub closed: String,
}

pub fn composer(shell: &Shell, c: &Composer) -> Markup {
    let w = shell.words;
    if !c.closed.is_empty() {
        return html! { p class="muted" { (ic(Icon::Lock)) (c.closed) } };
    }
    html! {
        section class="composer" id="add" aria-label=(w.t("cases-compose-what")) {
            fieldset {
                legend class="sr" { (w.t("cases-compose-what")) }
                div class="composer__tabs" {
                    @for panel in &c.panels {
                        label {
                            input type="radio" name="compose-kind" id={ "k-" (panel.kind.as_str()) }
                                checked[panel.kind == c.chosen] autocomplete="off";
                            (ic(panel.kind.icon())) (panel.kind.label(w))
                        }
                    }
                }
            }
            @for panel in &c.panels { (one(shell, panel)) }
        }
    }
}

fn one(shell: &Shell, p: &ComposerPanel) -> Markup {
    let class = format!("composer__panel composer__panel--{}", p.kind.as_str());
    if let Some((href, text)) = &p.link {
        return html! {
            div class=(class) {
                div class="composer__more" {
                    p class="muted" { (text) }
                    div { a class="btn btn--primary btn--sm" href=(href) { (ic(p.kind.icon())) (p.button) } }
                }
            }
        };
    }
    let w = shell.words;
    let draft = (!p.draft_url.is_empty()).then_some(p.draft_url.as_str());
    let error_id = format!("{}-e", p.kind.box_id());
    let invalid = !p.error.is_empty();
    html! {
        form class=(class) method="post" action=(p.action) data-draft=[draft] data-saving=(w.t("common-saving")) {
            (seal(shell, p.kind.as_str()))
            input type="hidden" name="kind" value=(p.kind.as_str());
            @if !p.fields.is_empty() {
                div class="composer__fields" { @for f in &p.fields { (field(w, f)) } }
            }
            @if invalid {
                p class="error composer__more" id=(error_id) { (ic(Icon::CircleAlert)) span { (p.error) } }
            }
            label class="sr" for=(p.kind.box_id()) { (w.t("cases-compose-text")) }
            textarea id=(p.kind.box_id()) name="text" placeholder=(p.placeholder)
                aria-invalid=[invalid.then_some("true")] aria-describedby=[invalid.then_some(error_id)] {
                "\n" (p.text)
            }
            (foot(w, p))
        }
    }
}

fn foot(w: &Words, p: &ComposerPanel) -> Markup {
    let follow = format!("follow-{}", p.kind.as_str());
    html! {
        div class="composer__foot" {
            @if !p.follow_up.is_empty() {
                label for=(follow) { (w.t("cases-compose-follow-up")) }
                select class="input" id=(follow) name="follow_up" autocomplete="off" {
                    @for choice in &p.follow_up { option value=(choice.value) selected[choice.value == p.follow_up_value] { (choice.text) } }
                }
            }
            @if !p.private_label.is_empty() { (tick("private", "yes", &p.private_label, "", p.is_private)) }
            span class="faint" data-draft-state data-saving=(w.t("common-draft-saving"))
                data-saved=(w.t("common-draft-saved")) data-kept=(w.t("common-draft-kept")) { (p.draft_note) }
            button class="btn btn--primary btn--sm" type="submit" { span { (p.button) } " " (kbd("Ctrl ↵")) }
        }
    }
}

/// A person to speak with on the phone, by whichever way is known, for the call form.
pub fn call_fields(w: &Words, people: Vec<Choice>) -> Vec<Field> {
    let reached = vec![
        Choice::new("spoke", w.t("cases-call-spoke")),
        Choice::new("no-answer", w.t("cases-call-no-answer")),
        Choice::new("left-message", w.t("cases-call-left-message")),
    ];
    vec![
        Field::new("with", w.t("cases-call-with"), Input::Pick(people))
            .scope("call-")
            .width(3),
        Field::new("reached", w.t("cases-call-reached"), Input::Pick(reached))
            .scope("call-")
            .width(3),
    ]
}
