//! One's own page: language and look, password, second factor, keys.

use actions::{
    ActionError,
    login::{self, is_fresh, prove_again},
    staff::{change_own_language, change_own_password},
};
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::PreEscaped;

use super::{
    proved::go_on_as,
    view::{MeView, me_page},
};
use crate::{
    app::{
        App, Faults, Fields, Known, Network, Nonce, PageError, Posted, Said, Visit, fault_of, go, go_saying,
        perform,
    },
    login::{again_address, door, set_session, view as login_view},
    ui::{
        form::{Choice, Field, Input},
        shell::{Place, Theme},
    },
    words::Lang,
};

pub async fn me(visit: Visit, known: Known) -> Result<Response, PageError> {
    Ok(page(&visit, known.theme, &Fields::default(), Faults::new())
        .await?
        .into_response())
}

/// Language and look.
pub async fn look(visit: Visit, known: Known, posted: Posted) -> Result<Response, PageError> {
    let language = posted.fields.text("language").to_owned();
    let (house, visitor) = (visit.house().clone(), visit.visitor.clone());
    let done = perform(async move { change_own_language(&house, &visitor, &language).await }).await;
    if let Err(fault) = done {
        let faults = visit.faults(fault)?;
        return again(&visit, known.theme, &posted.fields, faults).await;
    }
    let theme = match Theme::from_word(posted.fields.text("theme")) {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let secure = if visit.app.settings.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    let cookie = format!("theme={theme}; Path=/; Max-Age=31536000; SameSite=Lax{secure}");
    let mut response = go_saying("/me", &Said::new("me-saved-toast"));
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Another password: the one they have proves who they are, and every browser of theirs is shown the door.
pub async fn password(
    mut visit: Visit,
    known: Known,
    Network(network): Network,
    posted: Posted,
) -> Result<Response, PageError> {
    let fields = posted.fields;
    let (now, new) = (fields.text("password_now"), fields.text("password_new"));
    let w = visit.words;
    let token = match prove_again(visit.house(), &visit.visitor, now, &network).await {
        Ok(token) => token,
        Err(ActionError::Refused(refused)) => {
            let wrong = refused.iter().any(|r| r.key == "login-wrong");
            let text = if wrong {
                w.t("staff-own-password-wrong")
            } else {
                refused.iter().map(|r| visit.say(r)).collect::<Vec<_>>().join(" ")
            };
            let faults = vec![("password_now".to_owned(), text)];
            return again(&visit, known.theme, &fields, faults).await;
        }
        Err(other) => return Err(other.into()),
    };
    go_on_as(&mut visit, &token).await?;
    match change_own_password(visit.house(), &visit.visitor, new).await {
        Ok(()) => {
            let mut response = go("/login");
            set_session(&visit.app, &mut response, "");
            Ok(response)
        }
        Err(fault) => {
            let faults = visit.placed(fault, |_| "password_new")?;
            let mut response = again(&visit, known.theme, &fields, faults).await?;
            set_session(&visit.app, &mut response, &token);
            Ok(response)
        }
    }
}

/// Sets the second factor up, or anew. The code that proves it is taken where everybody's is.
pub async fn code(
    visit: Visit,
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    if !is_fresh(visit.house(), &visit.visitor) {
        return Ok(go(&again_address("/me/code")));
    }
    let started = login::enrol_start(visit.house(), &visit.visitor).await?;
    let (words, door) = door(&app, &known, &headers, &nonce.0, "/me");
    let enrol = login_view::Enrol {
        picture: Some(PreEscaped(started.qr_svg)),
        secret: started.to_type,
    };
    Ok(login_view::enrol_page(words, &door, &enrol).into_response())
}

async fn again(visit: &Visit, theme: Theme, typed: &Fields, faults: Faults) -> Result<Response, PageError> {
    let page = page(visit, theme, typed, faults).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn page(
    visit: &Visit,
    theme: Theme,
    typed: &Fields,
    errors: Faults,
) -> Result<maud::Markup, PageError> {
    let w = visit.words;
    let staff = &visit.visitor.staff;
    let languages = Lang::ALL
        .iter()
        .map(|lang| match lang {
            Lang::English => Choice::new("en", "English"),
            Lang::Spanish => Choice::new("es", "Español"),
        })
        .collect();
    let themes = vec![
        Choice::new("system", w.t("me-theme-system")),
        Choice::new("light", w.t("me-theme-light")),
        Choice::new("dark", w.t("me-theme-dark")),
    ];
    let theme = match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let now = |name: &str, stored: &str| {
        if typed.has(name) {
            typed.text(name).to_owned()
        } else {
            stored.to_owned()
        }
    };
    let has_code = staff.totp_sealed.is_some();
    let view = MeView {
        name: staff.name.clone(),
        sub: format!("{}, {}", w.word("staff-role", staff.role.as_str()), staff.login),
        look_fields: vec![
            Field::new("language", w.t("me-language"), Input::Pick(languages))
                .value(now("language", Lang::from_code(&staff.language).code()))
                .error(fault_of(&errors, "language")),
            Field::new("theme", w.t("me-theme"), Input::Pick(themes)).value(now("theme", theme)),
        ],
        password_fields: vec![
            Field::new("password_now", w.t("me-password-now"), Input::Password)
                .error(fault_of(&errors, "password_now"))
                .required()
                .autocomplete("current-password"),
            Field::new("password_new", w.t("login-new-password"), Input::Password)
                .hint(w.t("login-new-password-hint"))
                .error(fault_of(&errors, "password_new"))
                .required()
                .autocomplete("new-password"),
        ],
        code: w.t(if has_code { "me-code-on" } else { "me-code-off" }),
        code_button: w.t(if has_code { "me-code-anew" } else { "me-code-set" }),
        errors,
    };
    Ok(me_page(&visit.shell(Place::Elsewhere).await?, &view))
}
