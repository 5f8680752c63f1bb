//! Setting up the second half: a secret for the phone, one code to prove that it arrived, and codes for a lost phone.

use actions::{ActionError, login};
use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use maud::PreEscaped;

use super::{door, password::Next, set_session, view};
use crate::app::{App, Known, Nonce, PageError, Posted, in_words};

pub async fn show(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    Query(query): Query<Next>,
) -> Result<Response, PageError> {
    let visitor = known.visitor.clone().ok_or(PageError::NotFound)?;
    let (words, door) = door(&app, &known, &headers, &nonce.0, &query.next);
    let started = login::enrol_start(&app.house, &visitor).await?;
    let enrol = view::Enrol {
        picture: Some(PreEscaped(started.qr_svg)),
        secret: started.to_type,
    };
    Ok(view::enrol_page(words, &door, &enrol).into_response())
}

pub async fn confirm(
    State(app): State<App>,
    known: Known,
    Extension(nonce): Extension<Nonce>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, PageError> {
    let visitor = known.visitor.clone().ok_or(PageError::NotFound)?;
    let next = posted.fields.text("next");
    let (words, mut door) = door(&app, &known, &headers, &nonce.0, next);
    match login::enrol_confirm(&app.house, &visitor, posted.fields.text("code")).await {
        Ok((codes, token)) => {
            let mut response = view::recovery_codes_page(words, &door, &codes).into_response();
            set_session(&app, &mut response, &token);
            Ok(response)
        }
        Err(ActionError::Refused(refused)) => {
            door.error = refused
                .iter()
                .map(|r| in_words(words, &app.here(), r))
                .collect::<Vec<_>>()
                .join(" ");
            let started = login::enrol_start(&app.house, &visitor).await?;
            let enrol = view::Enrol {
                picture: Some(PreEscaped(started.qr_svg)),
                secret: started.to_type,
            };
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                view::enrol_page(words, &door, &enrol),
            )
                .into_response())
        }
        Err(other) => Err(other.into()),
    }
}
