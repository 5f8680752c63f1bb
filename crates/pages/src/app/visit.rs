//! Who is at the door: found once a request from the cookie, and handed to every handler.

use std::sync::Arc;

use actions::login::{self, Visitor};
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, header, request::Parts},
    middleware::Next,
    response::Response,
};
use domain::{access::Actor, staff::SessionStage};
use jiff::tz::TimeZone;

use super::{App, PageError, error, flash, security::Nonce};
use crate::{
    ui::shell::{Me, Place, Shell, Theme},
    words::{Lang, Words, dates::Here},
};

/// Whoever the cookie stands for, if it still does. Every request carries one of these.
#[derive(Clone, Default)]
pub struct Known {
    pub visitor: Option<Arc<Visitor>>,
    pub theme: Theme,
    pub said: Option<flash::Said>,
    /// How many arrivals wait for a person; asked once a page.
    pub arrivals: Option<u64>,
}

/// The name of the session cookie: bound to this host where cookies are secure.
pub const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-cw" } else { "cw" }
}

/// Reads one cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|v| v.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().split_once('=').filter(|(n, _)| *n == name))
        .map(|(_, v)| v)
}

/// Finds out who is asking, answers, and dresses what went wrong in a page.
pub async fn look_at_visitor(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let token = cookie(headers, cookie_name(app.settings.secure_cookies)).map(str::to_owned);
    let theme = Theme::from_word(cookie(headers, "theme").unwrap_or_default());
    let said = cookie(headers, flash::COOKIE).and_then(flash::Said::read);
    let visitor = match token {
        None => Ok(None),
        Some(token) => login::who(&app.house, &token).await,
    };
    let visitor = match visitor {
        Ok(found) => found.map(Arc::new),
        Err(fault) => {
            let known = Known {
                theme,
                ..Known::default()
            };
            return error::page_for(&app, &known, &nonce_of(&request), PageError::from(fault)).await;
        }
    };
    let known = Known {
        visitor,
        theme,
        said: said.clone(),
        arrivals: None,
    };
    let nonce = nonce_of(&request);
    request.extensions_mut().insert(known.clone());
    let mut response = next.run(request).await;
    if let Some(fault) = response.extensions_mut().remove::<error::Undressed>() {
        response = error::page_for(&app, &known, &nonce, fault.into_inner()).await;
    }
    if said.is_some() && response.status().is_success() {
        flash::forget(&mut response);
    }
    response
}

fn nonce_of(request: &Request) -> String {
    request
        .extensions()
        .get::<Nonce>()
        .map(|n| n.0.clone())
        .unwrap_or_default()
}

/// Somebody who is in, with all a page needs to be made for them.
#[derive(Clone)]
pub struct Visit {
    pub app: App,
    pub visitor: Arc<Visitor>,
    pub words: &'static Words,
    pub nonce: String,
    known: Known,
}

impl Visit {
    pub fn actor(&self) -> &Actor {
        &self.visitor.actor
    }

    pub fn house(&self) -> &actions::House {
        &self.app.house
    }

    /// This moment in the office's zone, for dates on the page.
    pub fn here(&self) -> Here {
        Here {
            now: self.house().desk().now(),
            zone: TimeZone::get(&self.visitor.office.zone).unwrap_or(TimeZone::UTC),
        }
    }

    /// The frame of a page of one place.
    pub async fn shell(&self, place: Place) -> Result<Shell, PageError> {
        let mut shell = shell_of(&self.app, &self.visitor, &self.known, &self.nonce);
        shell.here = place;
        if self.visitor.actor.may(domain::access::Deed::TakeIn) {
            let mut look = self.house().desk().look(self.actor()).await?;
            let counts = store::arrivals::counts(&mut look).await?;
            let to_read = counts
                .into_iter()
                .filter(|(verdict, _)| needs_a_person(*verdict))
                .map(|(_, n)| n)
                .sum::<i64>();
            shell.arrivals_count = u64::try_from(to_read).ok().filter(|n| *n > 0);
        }
        Ok(shell)
    }
}

/// Bounces, automatic answers, lists and invitations wait too, but nobody need hurry.
const fn needs_a_person(verdict: domain::arrivals::Verdict) -> bool {
    use domain::arrivals::Verdict as V;
    match verdict {
        V::ToRead | V::ReplyToCase | V::Unreadable => true,
        V::Bounce | V::AutoReply | V::ListOrBulk | V::Calendar => false,
    }
}

/// The frame for a visitor, without counts.
pub fn shell_of(app: &App, visitor: &Visitor, known: &Known, nonce: &str) -> Shell {
    let words = Words::for_language(Lang::from_code(&visitor.staff.language));
    let desk = app.house.desk();
    Shell {
        words,
        office: visitor.office.name.clone(),
        me: Me {
            name: visitor.staff.name.clone(),
            role: words.t(&format!("staff-role-{}", visitor.staff.role)),
        },
        here: Place::Elsewhere,
        work_count: None,
        arrivals_count: None,
        may_see_staff: visitor.actor.may(domain::access::Deed::RunStaff),
        saved_views: Vec::new(),
        csrf: visitor.session.csrf.clone(),
        once: desk.new_id().simple().to_string(),
        nonce: nonce.to_owned(),
        theme: known.theme,
        compact: false,
        toast: known.said.as_ref().map(|said| said.toast(words)),
        print_url: None,
        demo_clock: demo_clock(app, visitor, words),
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let known = parts.extensions.get::<Known>().cloned().unwrap_or_default();
        let nonce = parts
            .extensions
            .get::<Nonce>()
            .map(|n| n.0.clone())
            .unwrap_or_default();
        let visitor = known
            .visitor
            .clone()
            .filter(|v| v.session.stage == SessionStage::Full);
        let visitor = visitor.ok_or_else(|| PageError::LogIn { next: path_of(parts) })?;
        let words = Words::for_language(Lang::from_code(&visitor.staff.language));
        Ok(Self {
            app: app.clone(),
            visitor,
            words,
            nonce,
            known,
        })
    }
}

/// Where to go after login: the page that was asked for. Where something was being sent, the page it was sent from:
/// what was typed there is kept as a draft.
pub fn path_of(parts: &Parts) -> String {
    if parts.method == axum::http::Method::GET {
        return parts
            .uri
            .path_and_query()
            .map_or_else(|| "/work".into(), ToString::to_string);
    }
    let mut steps = parts.uri.path().split('/').filter(|step| !step.is_empty());
    match (steps.next(), steps.next(), steps.next()) {
        (Some(room @ ("cases" | "people" | "arrivals")), Some(thing), Some(_)) => format!("/{room}/{thing}"),
        _ => "/work".into(),
    }
}

impl FromRequestParts<App> for Known {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Known>().cloned().unwrap_or_default())
    }
}

/// Where the clock can be set, what it stands at.
fn demo_clock(app: &App, visitor: &Visitor, words: &Words) -> Option<String> {
    let desk = app.house.desk();
    let zone = TimeZone::get(&visitor.office.zone).unwrap_or(TimeZone::UTC);
    let here = Here {
        now: desk.now(),
        zone,
    };
    let when = crate::words::dates::day_in_prose(words, &here, here.today()).text;
    desk.time()
        .can_be_set()
        .then(|| words.tr("shell-demo-clock", &[("when", (&when).into())]))
}
