//! The first half of the way in: a name and a password. The answer is the same whoever is asked for.

use actions::{
    ActionError,
    login::{self, LoginStep},
};
use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::{door, onward, set_session, view, with_door_token};
use crate::app::{App, Known, Network, Nonce, PageError, Posted, go, in_words};

#[derive(Deserialize, Default)]
pub struct Next {
    #[serde(default)]
    pub next: String,
}

pub async fn ask(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    Query(query): Query<Next>,
) -> Response {
    let (words, mut door) = door(
        &app,
        &Known {
            visitor: None,
            ..known
        },
        &headers,
        &nonce.0,
        &query.next,
    );
    let fresh = door.csrf.is_empty();
    if fresh {
        door.csrf = app.house.desk().new_id().simple().to_string();
    }
    let mut response = view::password_page(words, &door, "").into_response();
    if fresh {
        with_door_token(&mut response, &door.csrf);
    }
    response
}

pub async fn check(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    Network(network): Network,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, PageError> {
    let (name, password) = (posted.fields.text("email"), posted.fields.text("password"));
    let next = posted.fields.text("next");
    let office = office(&app).await?;
    match login::password_step(&app.house, office, name, password, &network).await {
        Ok(step) => {
            let (token, to) = match step {
                LoginStep::In(token) => (token, onward(next).to_owned()),
                LoginStep::Code(token) => (token, with_next("/login/code", next)),
                LoginStep::Enrol(token) => (token, with_next("/login/enrol", next)),
                LoginStep::ChangePassword(token) => (token, with_next("/login/password", next)),
            };
            let mut response = go(&to);
            set_session(&app, &mut response, &token);
            Ok(response)
        }
        Err(ActionError::Refused(refused)) => {
            let (words, mut door) = door(
                &app,
                &Known {
                    visitor: None,
                    ..known
                },
                &headers,
                &nonce.0,
                next,
            );
            door.error = refused
                .iter()
                .map(|r| in_words(words, &app.here(), r))
                .collect::<Vec<_>>()
                .join(" ");
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                view::password_page(words, &door, name),
            )
                .into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The office whose staff log in at this door.
async fn office(app: &App) -> Result<domain::ids::OfficeId, PageError> {
    let offices = app.house.desk().offices().await?;
    let found = match &app.settings.office_slug {
        Some(slug) => offices.iter().find(|o| o.slug == *slug),
        None => offices.first(),
    };
    found.map(|o| o.id).ok_or(PageError::NotFound)
}

pub(super) fn with_next(page: &str, next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(onward(next).as_bytes()).collect();
    format!("{page}?next={next}")
}
