//! The second half of the way in: a code from the app, or a recovery code.

use actions::{ActionError, login};
use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};

use super::{door, onward, password::Next, set_session, view};
use crate::app::{App, Known, Nonce, PageError, Posted, go, in_words};

pub async fn ask(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    Query(query): Query<Next>,
) -> Response {
    let (words, door) = door(&app, &known, &headers, &nonce.0, &query.next);
    view::code_page(words, &door).into_response()
}

pub async fn check(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, PageError> {
    let visitor = known.visitor.clone().ok_or(PageError::NotFound)?;
    let next = posted.fields.text("next");
    match login::code_step(&app.house, &visitor, posted.fields.text("code")).await {
        Ok(token) => {
            let mut response = go(onward(next));
            set_session(&app, &mut response, &token);
            Ok(response)
        }
        Err(ActionError::Refused(refused)) => {
            let (words, mut door) = door(&app, &known, &headers, &nonce.0, next);
            door.error = refused
                .iter()
                .map(|r| in_words(words, &app.here(), r))
                .collect::<Vec<_>>()
                .join(" ");
            Ok((StatusCode::UNPROCESSABLE_ENTITY, view::code_page(words, &door)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
