//! Who works here: names, roles, whether they may come in, and the few acts an administrator has. And one's own page.

use maud::{Markup, html};

use crate::ui::banner::{Banner, banner};
use crate::ui::card::card;
use crate::ui::form::{Act, Field, act, error_summary, field, seal};
use crate::ui::head::{link_button, page_head};
use crate::ui::icon::{Icon, ic};
use crate::ui::pill::{Pill, Tone, avatar, initials, pill};
use crate::ui::shell::{Shell, page};

#[derive(Debug, Clone, Default)]
pub struct StaffView {
    pub sub: String,
    pub staff: Vec<StaffLine>,
    pub add_url: String,
    /// Empty where the worker has to prove who they are first.
    pub add_fields: Vec<Field>,
    pub errors: Vec<(String, String)>,
    /// Where the password is asked again; none while that was done a moment ago.
    pub prove_href: Option<String>,
    /// Shown once after adding or resetting: what to hand over, in words, and the one-time address or password.
    pub hand_over: Option<(String, String)>,
}

#[derive(Debug, Clone, Default)]
pub struct StaffLine {
    pub name: String,
    pub email: String,
    /// The roles in words.
    pub roles: String,
    pub pill: Pill,
    /// "Last here today", or nothing: for cover and safety, never a measure.
    pub small: String,
    pub acts: Vec<Act>,
    /// Where another role is given, and the roles to choose from.
    pub change_role: Option<(String, Field)>,
}

pub fn staff_page(shell: &Shell, v: &StaffView) -> Markup {
    let w = shell.words;
    let fix = w.tr("errors-fix", &[("n", v.errors.len().into())]);
    let main = html! {
        (page_head(&w.t("shell-staff"), &v.sub, &html! {}))
        @if !v.errors.is_empty() { div class="mb4" { (error_summary(&fix, &v.errors)) } }
        @if let Some((text, secret)) = &v.hand_over {
            div class="banner banner--ok mb4" role="status" {
                (ic(Icon::KeyRound)) div { h2 { (text) } p { code class="hash hash--big" { (secret) } } p { (w.t("staff-hand-over-once")) } }
            }
        }
        @if let Some(href) = &v.prove_href {
            div class="mb4" {
                (banner(
                    &Banner { icon: Some(Icon::KeyRound), title: w.t("staff-prove-title"), text: w.t("staff-prove"), ..Banner::default() },
                    &link_button(href, "btn", None, &w.t("staff-prove-go")),
                ))
            }
        }
        div class="cols" {
            section class="card card--flush" aria-labelledby="st-t" {
                div class="card__head" { h2 id="st-t" { (w.t("staff-who")) } span class="count" { (v.staff.len()) } }
                div class="card__body" { ul role="list" class="stafflist" { @for line in &v.staff { (one(shell, line)) } } }
            }
            @if !v.add_fields.is_empty() {
                aside class="stack" aria-label=(w.t("staff-add")) { (add_form(shell, v)) }
            }
        }
    };
    let title = w.t("shell-staff");
    let title = if v.errors.is_empty() {
        title
    } else {
        format!("{fix} – {title}")
    };
    page(shell, &title, &main)
}

fn add_form(shell: &Shell, v: &StaffView) -> Markup {
    let w = shell.words;
    html! {
        form class="card" method="post" action=(v.add_url) {
            (seal(shell, "staff-add"))
            div class="card__head" { h2 { (ic(Icon::UserPlus)) (w.t("staff-add")) } }
            div class="card__body stack-sm" {
                @for f in &v.add_fields { (field(w, f)) }
                div { button class="btn btn--primary" type="submit" { (w.t("staff-add")) } }
            }
        }
    }
}

fn one(shell: &Shell, line: &StaffLine) -> Markup {
    let w = shell.words;
    html! {
        li class="row row--plain" {
            (avatar(&initials(&line.name), Tone::Plain))
            div class="row__main" {
                div class="row__line" { strong { bdi { (line.name) } } span class="row__subject" { (line.roles) } }
                div class="row__meta" { span { bdi { (line.email) } } @if !line.small.is_empty() { span { (line.small) } } }
            }
            div class="row__end" {
                (pill(&line.pill))
                @for a in &line.acts { (act(shell, a)) }
                @if let Some((url, roles)) = &line.change_role {
                    details class="staffrole" {
                        summary class="btn btn--sm" { (w.t("staff-change-role")) span class="sr" { " " (line.name) } }
                        form class="stack-sm mt2" method="post" action=(url) {
                            (seal(shell, url))
                            (field(w, roles))
                            div { button class="btn btn--sm btn--primary" type="submit" { (w.t("common-save")) } }
                        }
                    }
                }
            }
        }
    }
}

/// One's own page.
#[derive(Debug, Clone, Default)]
pub struct MeView {
    pub name: String,
    pub sub: String,
    /// Language and look.
    pub look_fields: Vec<Field>,
    /// The password as it is, and the one it shall be.
    pub password_fields: Vec<Field>,
    /// Whether a code is asked as well, in words.
    pub code: String,
    pub code_button: String,
    pub errors: Vec<(String, String)>,
}

pub fn me_page(shell: &Shell, v: &MeView) -> Markup {
    let w = shell.words;
    let fix = w.tr("errors-fix", &[("n", v.errors.len().into())]);
    let small_form = |url: &str, name: &str, fields: &[Field], button: &str| {
        html! {
            form class="stack-sm" method="post" action=(url) data-saving=(w.t("common-saving")) {
                (seal(shell, name))
                @for f in fields { (field(w, f)) }
                div { button class="btn btn--primary" type="submit" { (button) } }
            }
        }
    };
    let main = html! {
        (page_head(&v.name, &v.sub, &html! {}))
        @if !v.errors.is_empty() { div class="mb4" { (error_summary(&fix, &v.errors)) } }
        div class="cols" {
            div class="stack" {
                (card(Some(Icon::Settings), &w.t("me-look"), &html! {}, &small_form("/me", "look", &v.look_fields, &w.t("common-save"))))
                (card(Some(Icon::KeyRound), &w.t("me-password"), &html! {}, &html! {
                    p class="small muted mb4" { (w.t("me-password-note")) }
                    (small_form("/me/password", "password", &v.password_fields, &w.t("me-password-save")))
                }))
            }
            aside class="stack" aria-label=(w.t("me-more")) {
                (card(Some(Icon::ShieldCheck), &w.t("me-code"), &html! {}, &html! {
                    p class="small mb4" { (v.code) }
                    (link_button("/me/code", "btn", None, &v.code_button))
                }))
                (card(Some(Icon::Keyboard), &w.t("shell-shortcuts"), &html! {}, &html! {
                    p class="small mb4" { (w.t("me-keys")) }
                    button class="btn" type="button" data-act="shortcuts" { (w.t("me-keys-show")) }
                }))
            }
        }
    };
    let title = if v.errors.is_empty() {
        v.name.clone()
    } else {
        format!("{fix} – {}", v.name)
    };
    page(shell, &title, &main)
}
