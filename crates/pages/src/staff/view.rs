//! Who works here: names, roles, whether they may come in, and the few acts an administrator has.

use maud::{Markup, html};

use crate::ui::form::{Act, Field, act, error_summary, field, seal};
use crate::ui::head::page_head;
use crate::ui::icon::{Icon, ic};
use crate::ui::pill::{Pill, Tone, avatar, initials, pill};
use crate::ui::shell::{Shell, page};

#[derive(Debug, Clone, Default)]
pub struct StaffView {
    pub sub: String,
    pub staff: Vec<StaffLine>,
    pub add_url: String,
    pub add_fields: Vec<Field>,
    pub errors: Vec<(String, String)>,
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
}

pub fn staff_page(shell: &Shell, v: &StaffView) -> Markup {
    let w = shell.words;
    let main = html! {
        (page_head(&w.t("shell-staff"), &v.sub, &html! {}))
        @if let Some((text, secret)) = &v.hand_over {
            div class="banner banner--ok mb4" role="status" {
                (ic(Icon::KeyRound)) div { h2 { (text) } p { code class="hash hash--big" { (secret) } } p { (w.t("staff-hand-over-once")) } }
            }
        }
        div class="cols" {
            section class="card card--flush" aria-labelledby="st-t" {
                div class="card__head" { h2 id="st-t" { (w.t("staff-who")) } span class="count" { (v.staff.len()) } }
                div class="card__body" { ul role="list" class="stafflist" { @for line in &v.staff { (one(shell, line)) } } }
            }
            aside class="stack" aria-label=(w.t("staff-add")) {
                form class="card" method="post" action=(v.add_url) {
                    (seal(shell, "staff-add"))
                    div class="card__head" { h2 { (ic(Icon::UserPlus)) (w.t("staff-add")) } }
                    div class="card__body stack-sm" {
                        (error_summary(&w.tr("errors-fix", &[("n", v.errors.len().into())]), &v.errors))
                        @for f in &v.add_fields { (field(w, f)) }
                        div { button class="btn btn--primary" type="submit" { (w.t("staff-add")) } }
                    }
                }
            }
        }
    };
    page(shell, &w.t("shell-staff"), &main)
}

fn one(shell: &Shell, line: &StaffLine) -> Markup {
    html! {
        li class="row row--plain" {
            (avatar(&initials(&line.name), Tone::Plain))
            div class="row__main" {
                div class="row__line" { strong { bdi { (line.name) } } span class="row__subject" { (line.roles) } }
                div class="row__meta" { span { bdi { (line.email) } } @if !line.small.is_empty() { span { (line.small) } } }
            }
            div class="row__end" { (pill(&line.pill)) @for a in &line.acts { (act(shell, a)) } }
        }
    }
}
