//! Choosing one's own password, after somebody else set the first one.

use actions::{ActionError, staff};
use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};

use super::{door, password::Next, set_session, view};
use crate::app::{App, Known, Nonce, PageError, Posted, go, in_words};

pub async fn ask(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    Query(query): Query<Next>,
) -> Response {
    let (words, door) = door(&app, &known, &headers, &nonce.0, &query.next);
    view::new_password_page(words, &door, "").into_response()
}

pub async fn change(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, PageError> {
    let visitor = known.visitor.clone().ok_or(PageError::NotFound)?;
    match staff::change_own_password(&app.house, &visitor, posted.fields.text("password")).await {
        // Every browser of theirs is shown the door: they come in anew, with the new password.
        Ok(()) => {
            let mut response = go("/login");
            set_session(&app, &mut response, "");
            Ok(response)
        }
        Err(ActionError::Refused(refused)) => {
            let (words, mut door) = door(&app, &known, &headers, &nonce.0, "");
            door.error = refused
                .iter()
                .map(|r| in_words(words, &app.here(), r))
                .collect::<Vec<_>>()
                .join(" ");
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                view::new_password_page(words, &door, ""),
            )
                .into_response())
        }
        Err(other) => Err(other.into()),
    }
}
