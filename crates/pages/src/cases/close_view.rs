//! Closing a case asks three things: how it ended, what we told the person, anything to watch. The rest stands in
//! the record and is shown as one list with one confirmation; only what is still open needs a decision each.

use maud::{Markup, html};

use crate::ui::card::{CheckLine, Fact, MiniLine, checks, facts, mini};
use crate::ui::form::{Choice, Field, Input, Radios, field, radios, tick};
use crate::ui::form_page::{FormPage, FormSection, form_page};
use crate::ui::head::RecordHead;
use crate::ui::shell::Shell;

#[derive(Debug, Clone, Default)]
pub struct CloseView {
    pub title: String,
    pub head: RecordHead,
    pub url: String,
    pub cancel_href: String,
    pub errors: Vec<(String, String)>,
    pub outcomes: Vec<Choice>,
    pub outcome: String,
    pub told: String,
    /// How they were told, or why no letter goes.
    pub told_how: Vec<Choice>,
    pub told_how_value: String,
    pub watch: String,
    /// What needs a decision of its own first, with the place where it is made.
    pub holds: Vec<MiniLine>,
    /// Where a draft is kept as it is typed.
    pub draft_url: String,
    /// What hangs on the case as it is shown and confirmed.
    pub hangs: Vec<String>,
    /// One each for an open inquiry, an open risk, a letter that came back: a name and the ways to end it.
    pub open: Vec<Radios>,
    /// What the record already says.
    pub record: Vec<Fact>,
    /// What will follow by itself: tasks ended, the question in four weeks, until when it is kept.
    pub follows: Vec<CheckLine>,
    pub is_confirmed: bool,
    pub version: String,
}

pub fn close_page(shell: &Shell, v: &CloseView) -> Markup {
    let w = shell.words;
    let error_of = |name: &str| {
        v.errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.as_str())
    };
    let outcome = radios(&Radios {
        name: "outcome".into(),
        legend: w.t("cases-close-outcome"),
        hint: w.t("cases-close-outcome-hint"),
        error: error_of("outcome").unwrap_or_default().to_owned(),
        value: v.outcome.clone(),
        choices: v.outcomes.clone(),
    });
    let told = html! {
        div class="formgrid" {
            (field(w, &Field::new("told", w.t("cases-close-told"), Input::Area(4)).hint(w.t("cases-close-told-hint"))
                .value(&v.told).error(error_of("told")).width(6)))
            (field(w, &Field::new("told_how", w.t("cases-close-told-how"), Input::Choose(v.told_how.clone()))
                .value(&v.told_how_value).error(error_of("told_how")).width(4)))
        }
    };
    let watch = field(
        w,
        &Field::new("watch", w.t("cases-close-watch"), Input::Area(2))
            .hint(w.t("cases-close-watch-hint"))
            .value(&v.watch),
    );
    let section = |title: String, more: Markup| FormSection {
        title,
        more: Some(more),
        ..FormSection::default()
    };
    let mut sections = vec![
        section(w.t("cases-close-1"), outcome),
        section(w.t("cases-close-2"), told),
        section(w.t("cases-close-3"), watch),
    ];
    sections.extend(still_open(shell, v));
    sections.push(section(w.t("cases-close-record"), html! {
        (facts(&v.record))
        @if !v.follows.is_empty() { div class="mt4" { (checks(&v.follows)) } }
        div class="mt4" id="f-confirm" { (tick("confirm", "yes", &w.t("cases-close-confirm"), "", v.is_confirmed)) }
        @if let Some(text) = error_of("confirm") { p class="error" { (text) } }
    }));
    form_page(
        shell,
        &FormPage {
            title: v.title.clone(),
            head: v.head.clone(),
            url: v.url.clone(),
            form: "close",
            errors: v.errors.clone(),
            hidden: [("version".to_owned(), v.version.clone())]
                .into_iter()
                .chain(v.hangs.iter().map(|hang| ("hangs".to_owned(), hang.clone())))
                .collect(),
            draft_url: (!v.draft_url.is_empty()).then(|| v.draft_url.clone()),
            sections,
            button: w.t("cases-close"),
            foot_note: w.t("cases-close-note"),
            cancel_href: v.cancel_href.clone(),
            ..FormPage::default()
        },
    )
}

/// What needs a decision of its own before the case can close.
fn still_open(shell: &Shell, v: &CloseView) -> Option<FormSection> {
    let w = shell.words;
    if v.holds.is_empty() && v.open.is_empty() {
        return None;
    }
    Some(FormSection {
        title: w.t("cases-close-open"),
        note: w.t("cases-close-open-note"),
        more: Some(html! {
            @if !v.holds.is_empty() { (mini(&v.holds)) }
            div class="stack" { @for one in &v.open { (radios(one)) } }
        }),
        ..FormSection::default()
    })
}
