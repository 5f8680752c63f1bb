//! The cleaned HTML of a mail, for a frame that may do nothing: no script, no form, nothing from outside.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use domain::ids::ArrivalId;

use crate::app::{PageError, Visit};

/// What the frame may load: nothing at all. It may stand in a page of ours only.
const POLICY: &str =
    "sandbox; default-src 'none'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'";

pub async fn frame(visit: Visit, Path(id): Path<ArrivalId>) -> Result<Response, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let arrival = store::arrivals::one(&mut look, id)
        .await?
        .ok_or(PageError::NotFound)?;
    drop(look);
    let html = arrival.html.ok_or(PageError::NotFound)?;
    visit
        .house()
        .desk()
        .record_read(
            visit.actor(),
            arrival.reply_to_case.or(arrival.fate_case),
            "arrivals",
            id.0,
        )
        .await?;
    let page = format!("<!doctype html><meta charset=\"utf-8\"><title>·</title>{html}");
    let mut response = Html(page).into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    Ok(response)
}
