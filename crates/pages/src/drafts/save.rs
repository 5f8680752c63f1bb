//! Keep what is being typed. A form that was sent meanwhile is not kept again.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::drafts::DraftFields;
use uuid::Uuid;

use crate::app::{PageError, Posted, Visit, perform};

/// Counts up with each save, so that a second tab can be noticed.
const VERSION: &str = "draft-version";

pub async fn save(
    visit: Visit,
    Path((kind, about)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let about: Uuid = about.parse().map_err(|_| PageError::NotFound)?;
    let plain = |c: char| c.is_ascii_lowercase() || c == '-';
    if kind.is_empty() || kind.len() > 40 || !kind.chars().all(plain) {
        return Err(PageError::NotFound);
    }
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let (fields, form) = (DraftFields(posted.fields.typed()), posted.fields.once());
    let version = perform(async move {
        actions::drafts::save_typed(&house, &actor, about, &kind, (&fields, form.as_deref())).await
    })
    .await?;
    Ok((StatusCode::NO_CONTENT, [(VERSION, version.to_string())]).into_response())
}
