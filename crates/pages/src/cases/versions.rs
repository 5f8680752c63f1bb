//! Two people changed the same fields: both versions of each side by side, and the second chooses. Nothing is lost.

use maud::{Markup, html};

use crate::ui::form::{hidden, seal};
use crate::ui::head::{RecordHead, record_head};
use crate::ui::icon::{Icon, ic};
use crate::ui::shell::{Shell, page};

/// One field in both versions.
#[derive(Debug, Clone, Default)]
pub struct Version {
    pub name: String,
    pub label: String,
    /// As people read it.
    pub theirs: String,
    pub theirs_value: String,
    pub yours: String,
    pub yours_shown: String,
    /// It may be changed once more here.
    pub is_text: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Versions {
    pub head: RecordHead,
    pub title: String,
    pub url: String,
    pub cancel_href: String,
    /// Who changed it meanwhile.
    pub who: String,
    pub fields: Vec<Version>,
    pub hidden: Vec<(String, String)>,
}

pub fn versions_page(shell: &Shell, v: &Versions) -> Markup {
    let w = shell.words;
    let labels: Vec<&str> = v.fields.iter().map(|f| f.label.as_str()).collect();
    let title = w.tr(
        "cases-conflict-title",
        &[("name", (&v.who).into()), ("field", labels.join("”, “").into())],
    );
    let main = html! {
        div class="casehead" { (record_head(w, &v.head, &html! {})) }
        form class="stack" method="post" action=(v.url) {
            (seal(shell, "versions"))
            @for (name, value) in &v.hidden { (hidden(name, value)) }
            div class="banner banner--warn" role="alert" {
                (ic(Icon::TriangleAlert))
                div { h2 { (title) } p { (w.t("cases-conflict-text")) } }
            }
            @for field in &v.fields { (one(shell, v, field)) }
            div class="cluster" {
                button class="btn btn--primary" type="submit" { (w.t("cases-conflict-save")) }
                a class="btn" href=(v.cancel_href) { (w.t("common-cancel")) }
            }
        }
    };
    page(shell, &format!("{title} – {}", v.title), &main)
}

fn one(shell: &Shell, v: &Versions, f: &Version) -> Markup {
    let w = shell.words;
    let keep = format!("keep-{}", f.name);
    html! {
        fieldset class="stack-sm" {
            legend class="label" { (f.label) }
            (hidden(&format!("theirs-{}", f.name), &f.theirs_value))
            div class="versions" {
                div class="version" {
                    h3 { (w.tr("cases-conflict-theirs", &[("name", (&v.who).into())])) }
                    p { bdi { (f.theirs) } }
                    label class="choice" {
                        input type="radio" name=(keep) value="theirs" required;
                        span { (w.t("cases-conflict-keep-theirs")) }
                    }
                }
                div class="version version--yours" {
                    h3 { (w.t("cases-conflict-yours")) }
                    p class="small muted" { (w.t("cases-conflict-not-saved")) }
                    @if f.is_text {
                        label class="sr" for={ "v-" (f.name) } { (f.label) }
                        textarea class="input" id={ "v-" (f.name) } name=(f.name) rows="4" { "\n" (f.yours) }
                    } @else {
                        (hidden(&f.name, &f.yours))
                        p { bdi { (f.yours_shown) } }
                    }
                    label class="choice" {
                        input type="radio" name=(keep) value="yours" required;
                        span { (w.t("cases-conflict-keep-yours")) }
                    }
                }
            }
        }
    }
}
