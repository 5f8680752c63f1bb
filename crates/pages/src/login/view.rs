//! The way in: e-mail and password, then the code from a phone. It says the same whoever is asked for.

use maud::{Markup, html};

use crate::ui::form::{Field, Input, csrf, error_summary, field, hidden};
use crate::ui::icon::{Icon, ic, mark};
use crate::ui::shell::{Theme, bare_page};
use crate::words::Words;

/// What every page of the way in needs; nobody is known yet, so there is no `Shell`.
#[derive(Debug, Clone, Default)]
pub struct Door {
    pub office: String,
    pub csrf: String,
    pub nonce: String,
    pub theme: Theme,
    /// Where to go afterwards: an address of ours, checked by the caller.
    pub next: String,
    /// Said above the form: logged out, session ended with the text kept, too many tries.
    pub notice: String,
    /// What did not fit, without saying which half.
    pub error: String,
    /// The logins of a demo, shown in the demo only: name and password.
    pub demo: Vec<(String, String)>,
}

pub fn password_page(w: &Words, door: &Door, email: &str) -> Markup {
    let form = html! {
        form method="post" action="/login" {
            (csrf(&door.csrf)) (hidden("next", &door.next))
            (field(w, &Field::new("email", w.t("login-email"), Input::Email).value(email).required().autocomplete("username")))
            (field(w, &Field::new("password", w.t("login-password"), Input::Password).required().autocomplete("current-password")))
            button class="btn btn--primary" type="submit" { (w.t("login-enter")) }
        }
        @if !door.demo.is_empty() {
            div class="stays" {
                h2 class="small" { (w.t("login-demo")) }
                ul role="list" class="small muted" {
                    @for (name, password) in &door.demo { li { bdi { (name) } " · " code { (password) } } }
                }
            }
        }
    };
    at_the_door(w, door, &w.t("login-title"), "email", &form)
}

/// The second half: six figures from the app, or one of the recovery codes.
pub fn code_page(w: &Words, door: &Door) -> Markup {
    let form = html! {
        form method="post" action="/login/code" {
            (csrf(&door.csrf)) (hidden("next", &door.next))
            (field(w, &Field::new("code", w.t("login-code"), Input::Text).hint(w.t("login-code-hint")).required()
                .autocomplete("one-time-code")))
            button class="btn btn--primary" type="submit" { (w.t("login-enter")) }
        }
        p class="small muted" { (w.t("login-code-lost")) }
    };
    at_the_door(w, door, &w.t("login-code-title"), "code", &form)
}

/// Setting up the code for the first time.
#[derive(Debug, Clone, Default)]
pub struct Enrol {
    /// A drawing of the address for a phone's camera.
    pub picture: Option<Markup>,
    /// The same to type in, in groups of four.
    pub secret: String,
}

pub fn enrol_page(w: &Words, door: &Door, enrol: &Enrol) -> Markup {
    let form = html! {
        p class="muted" { (w.t("login-enrol-text")) }
        @if let Some(picture) = &enrol.picture { (picture) }
        p { (w.t("login-enrol-type")) " " code class="hash hash--big" { (enrol.secret) } }
        form method="post" action="/login/enrol" {
            (csrf(&door.csrf)) (hidden("next", &door.next))
            (field(w, &Field::new("code", w.t("login-enrol-code"), Input::Code).hint(w.t("login-enrol-code-hint")).required()
                .autocomplete("one-time-code")))
            button class="btn btn--primary" type="submit" { (w.t("login-enrol-done")) }
        }
    };
    at_the_door(w, door, &w.t("login-enrol-title"), "code", &form)
}

/// The recovery codes, shown once.
pub fn recovery_codes_page(w: &Words, door: &Door, codes: &[String]) -> Markup {
    let body = html! {
        p class="muted" { (w.t("login-recovery-text")) }
        ul role="list" class="codes" { @for code in codes { li { (code) } } }
        form method="get" action={ @if door.next.is_empty() { "/work" } @else { (door.next) } } {
            button class="btn btn--primary" type="submit" { (w.t("login-recovery-kept")) }
        }
    };
    at_the_door(w, door, &w.t("login-recovery-title"), "", &body)
}

/// The password once more, before something with wide effect.
pub fn again_page(w: &Words, door: &Door, name: &str) -> Markup {
    let form = html! {
        p class="muted" { (w.tr("login-again-text", &[("name", name.into())])) }
        form method="post" action="/login/again" {
            (csrf(&door.csrf)) (hidden("next", &door.next))
            (field(w, &Field::new("password", w.t("login-password"), Input::Password).required().autocomplete("current-password")))
            button class="btn btn--primary" type="submit" { (w.t("login-again-go")) }
        }
        p class="small" { a href=(door.next) { (w.t("common-cancel")) } }
    };
    at_the_door(w, door, &w.t("login-again-title"), "password", &form)
}

/// A new colleague's first password, or a reset one.
pub fn new_password_page(w: &Words, door: &Door, token: &str) -> Markup {
    let form = html! {
        form method="post" action="/login/password" {
            (csrf(&door.csrf)) (hidden("token", token))
            (field(w, &Field::new("password", w.t("login-new-password"), Input::Password)
                .hint(w.t("login-new-password-hint")).required().autocomplete("new-password")))
            button class="btn btn--primary" type="submit" { (w.t("login-new-password-save")) }
        }
    };
    at_the_door(w, door, &w.t("login-new-password-title"), "password", &form)
}

fn at_the_door(w: &Words, door: &Door, title: &str, error_field: &str, inside: &Markup) -> Markup {
    let errors = match door.error.as_str() {
        "" => Vec::new(),
        error => vec![(error_field.to_owned(), error.to_owned())],
    };
    let main = html! {
        p class="brand" { (mark()) span { "Casework" small { (door.office) } } }
        div class="card bare__card" {
            h1 { (title) }
            @if !door.notice.is_empty() {
                div class="banner" { (ic(Icon::CircleAlert)) p { (door.notice) } }
            }
            (error_summary(&w.tr("errors-fix", &[("n", 1.into())]), &errors))
            (inside)
        }
    };
    let title = if errors.is_empty() {
        title.to_owned()
    } else {
        format!("{} – {title}", w.tr("errors-fix", &[("n", 1.into())]))
    };
    bare_page(w, door.theme, &door.nonce, &title, &main)
}
