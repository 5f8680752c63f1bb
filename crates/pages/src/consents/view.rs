//! Recording a release as it was signed, and reading one: who signed in which capacity, for whom, about what,
//! how, when, and until when.

use maud::{Markup, html};

use crate::ui::card::{CheckLine, Fact, MiniLine, card, checks, facts, mini};
use crate::ui::form::{Act, Field, act};
use crate::ui::form_page::{FormPage, FormSection, form_page};
use crate::ui::head::{RecordHead, record_head};
use crate::ui::icon::Icon;
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
    /// Agencies as boxes to tick: value, words, ticked.
    pub agencies: Vec<(String, String, bool)>,
    /// Scope, purpose, until when.
    pub what: Vec<Field>,
    /// Method, formality, signed on, received on, language, document.
    pub how: Vec<Field>,
    /// What the chosen agency's pack asks for, with its source.
    pub pack: Vec<CheckLine>,
    pub pack_title: String,
}

pub fn record_release_page(shell: &Shell, v: &ReleaseForm) -> Markup {
    let w = shell.words;
    let agencies = html! {
        fieldset class="field" id="f-agencies" {
            legend class="label" { (w.t("consents-agencies")) }
            span class="hint" { (w.t("consents-agencies-hint")) }
            div class="ticks mt2" {
                @for (value, text, ticked) in &v.agencies { (crate::ui::form::tick("agencies", value, text, "", *ticked)) }
            }
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
                section("consents-what", &v.what, Some(agencies)),
                section("consents-how", &v.how, None),
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
    pub revoke: Option<Act>,
}

pub fn release_page(shell: &Shell, v: &ReleaseView) -> Markup {
    let w = shell.words;
    let main = html! {
        div class="casehead" {
            (record_head(w, &v.head, &html! { @if let Some(revoke) = &v.revoke { (act(shell, revoke)) } }))
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
