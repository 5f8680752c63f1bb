//! Recording a release as it was signed, and reading one: who signed in which capacity, for whom, about what,
//! how, when, and until when.

use maud::{Markup, html};

use crate::ui::banner::{Banner, banner};
use crate::ui::card::{CheckLine, Fact, MiniLine, card, checks, facts, mini};
use crate::ui::form::{Field, Ticks, field, ticks};
use crate::ui::form_page::{FormPage, FormSection, form_page};
use crate::ui::head::{RecordHead, link_button, record_head};
use crate::ui::icon::{Icon, ic};
use crate::ui::pill::Tone;
use crate::ui::shell::{Shell, page};

#[derive(Debug, Clone, Default)]
pub struct ReleaseForm {
    pub title: String,
    pub head: RecordHead,
    pub url: String,
    pub cancel_href: String,
    pub errors: Vec<(String, String)>,
    pub hidden: Vec<(String, String)>,
    /// Subject, signer, capacity, proof of it.
    pub who: Vec<Field>,
    pub agencies: Ticks,
    /// Kinds of data it opens.
    pub classes: Ticks,
    /// Which matter, which span of records, until when.
    pub what: Vec<Field>,
    /// Method, formality, signed on, received on, language, document.
    pub how: Vec<Field>,
    /// What is asked of a spoken release only.
    pub oral: Vec<Field>,
    pub oral_is_open: bool,
    /// What the chosen agency's pack asks for, with its source.
    pub pack: Vec<CheckLine>,
    pub pack_title: String,
}

pub fn record_release_page(shell: &Shell, v: &ReleaseForm) -> Markup {
    let w = shell.words;
    let what = html! { div class="stack" { (ticks(&v.agencies)) (ticks(&v.classes)) } };
    let oral = html! {
        details class="reveal" open[v.oral_is_open] {
            summary class="btn btn--sm" { (ic(Icon::Phone)) (w.t("consents-oral")) }
            div class="formgrid mt4" { @for f in &v.oral { (field(w, f)) } }
        }
    };
    let section = |key: &str, fields: &[Field], more: Option<Markup>| FormSection {
        title: w.t(key),
        fields: fields.to_vec(),
        more,
        ..FormSection::default()
    };
    let aside =
        (!v.pack.is_empty()).then(|| card(Some(Icon::Landmark), &v.pack_title, &html! {}, &checks(&v.pack)));
    form_page(
        shell,
        &FormPage {
            title: v.title.clone(),
            head: v.head.clone(),
            url: v.url.clone(),
            form: "release",
            errors: v.errors.clone(),
            hidden: v.hidden.clone(),
            sections: vec![
                section("consents-who", &v.who, None),
                section("consents-what", &v.what, Some(what)),
                section("consents-how", &v.how, (!v.oral.is_empty()).then_some(oral)),
            ],
            button: w.t("consents-record"),
            foot_note: w.t("consents-record-note"),
            cancel_href: v.cancel_href.clone(),
            has_files: true,
            aside,
            ..FormPage::default()
        },
    )
}

#[derive(Debug, Clone, Default)]
pub struct ReleaseView {
    pub title: String,
    pub head: RecordHead,
    pub facts: Vec<Fact>,
    pub documents: Vec<MiniLine>,
    pub used_for: Vec<MiniLine>,
    /// Where taking it back is asked; the page says what that stops.
    pub revoke_href: Option<String>,
    /// After it was taken back: who had been told on it, to be told that they may not use it.
    pub to_tell: String,
}

pub fn release_page(shell: &Shell, v: &ReleaseView) -> Markup {
    let w = shell.words;
    let main = html! {
        div class="casehead" {
            (record_head(w, &v.head, &html! {
                @if let Some(href) = &v.revoke_href {
                    (link_button(href, "btn", Some(Icon::CircleX), &w.t("consents-revoke")))
                }
            }))
        }
        @if !v.to_tell.is_empty() {
            div class="mb4" {
                (banner(&Banner { tone: Tone::Warn, title: w.t("consents-to-tell-title"), text: v.to_tell.clone(), ..Banner::default() }, &html! {}))
            }
        }
        div class="cols" {
            (card(Some(Icon::ShieldCheck), &w.t("consents-release"), &html! {}, &facts(&v.facts)))
            aside class="stack" aria-label=(w.t("consents-about")) {
                @if !v.documents.is_empty() { (card(Some(Icon::Paperclip), &w.t("consents-documents"), &html! {}, &mini(&v.documents))) }
                (card(Some(Icon::Send), &w.t("consents-used"), &html! {}, &html! {
                    @if v.used_for.is_empty() { p class="muted small" { (w.t("consents-not-used")) } } @else { (mini(&v.used_for)) }
                }))
            }
        }
    };
    page(shell, &v.title, &main)
}
