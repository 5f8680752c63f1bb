//! The way in and out of the staff pages.

mod again;
mod code;
pub(crate) mod enrol;
mod out;
mod own_password;
mod password;
pub mod view;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use crate::app::{App, Entrance, Known, Routes};
use crate::words::{Lang, Words};
use view::Door;

/// Holds the token of the forms before anybody is known.
pub const DOOR_COOKIE: &str = "cw-door";

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    routes.get("/", Entrance::Staff, out::home);
    routes.get("/login", Entrance::Anybody, password::ask);
    routes.post("/login", Entrance::Anybody, password::check);
    routes.get("/login/code", Entrance::HalfIn, code::ask);
    routes.post("/login/code", Entrance::HalfIn, code::check);
    routes.get("/login/enrol", Entrance::HalfIn, enrol::show);
    routes.post("/login/enrol", Entrance::HalfIn, enrol::confirm);
    routes.get("/login/password", Entrance::HalfIn, own_password::ask);
    routes.post("/login/password", Entrance::HalfIn, own_password::change);
    routes.get("/login/again", Entrance::Staff, again::ask);
    routes.post("/login/again", Entrance::Staff, again::prove);
    routes.post("/logout", Entrance::HalfIn, out::log_out);
}

/// The login page, and where to go from there. Only addresses of ours.
pub fn address(next: &str) -> String {
    let safe = next.starts_with('/') && !next.starts_with("//") && next != "/" && next != "/work";
    if safe {
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        format!("/login?next={next}")
    } else {
        "/login".into()
    }
}

/// Where one's password is asked again, to come back from there.
pub(crate) fn again_address(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/login/again?next={next}")
}

/// Where to go after login; `/work` for anything that is not ours.
pub(crate) fn onward(next: &str) -> &str {
    if next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/login") {
        next
    } else {
        "/work"
    }
}

/// Sets the session cookie; an empty token takes it away.
pub(crate) fn set_session(app: &App, response: &mut Response, token: &str) {
    let secure = app.settings.secure_cookies;
    let name = crate::app::cookie_name(secure);
    let secure = if secure { "; Secure" } else { "" };
    let age = if token.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// The frame of the pages on the way in, in the visitor's language once they are known, else the browser's.
pub(crate) fn door(
    app: &App,
    known: &Known,
    headers: &HeaderMap,
    nonce: &str,
    next: &str,
) -> (&'static Words, Door) {
    let (words, csrf, office) = match &known.visitor {
        Some(v) => (
            Lang::from_code(&v.staff.language),
            v.session.csrf.clone(),
            v.office.name.clone(),
        ),
        None => {
            let asked = headers
                .get(header::ACCEPT_LANGUAGE)
                .and_then(|v| v.to_str().ok())
                .unwrap_or("en");
            let token = crate::app::cookie(headers, DOOR_COOKIE)
                .unwrap_or_default()
                .to_owned();
            let offices = app.house.desk().offices_known();
            let office = if offices.len() == 1 {
                offices[0].name.clone()
            } else {
                String::new()
            };
            (Lang::from_code(asked), token, office)
        }
    };
    let door = Door {
        office,
        csrf,
        nonce: nonce.to_owned(),
        theme: known.theme,
        next: onward(next).to_owned(),
        demo: app.settings.demo_logins.clone(),
        ..Door::default()
    };
    (Words::for_language(words), door)
}

/// A door token for a browser that has none yet.
pub(crate) fn with_door_token(response: &mut Response, token: &str) {
    let cookie = format!("{DOOR_COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
