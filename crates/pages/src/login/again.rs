//! One's password once more, before something with wide effect: the stay begins anew and does not get longer by it.

use actions::{ActionError, login};
use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};

use super::{door, onward, password::Next, set_session, view};
use crate::app::{App, Known, Network, Nonce, PageError, Posted, go, in_words};

pub async fn ask(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    Query(query): Query<Next>,
) -> Result<Response, PageError> {
    let visitor = known.visitor.clone().ok_or(PageError::NotFound)?;
    let (words, door) = door(&app, &known, &headers, &nonce.0, &query.next);
    Ok(view::again_page(words, &door, &visitor.staff.name).into_response())
}

pub async fn prove(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    Network(network): Network,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, PageError> {
    let visitor = known.visitor.clone().ok_or(PageError::NotFound)?;
    let next = posted.fields.text("next");
    match login::prove_again(&app.house, &visitor, posted.fields.text("password"), &network).await {
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
            let page = view::again_page(words, &door, &visitor.staff.name);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
