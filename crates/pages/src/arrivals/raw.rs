//! The message as it came, bit for bit, as a file. Never shown in the browser: it is somebody else's text.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::ids::ArrivalId;

use crate::app::{PageError, Visit};

pub async fn raw(visit: Visit, Path(id): Path<ArrivalId>) -> Result<Response, PageError> {
    let raw = actions::arrivals::raw(visit.house(), visit.actor(), id).await?;
    let name = format!("attachment; filename=\"arrival-{}.eml\"", &raw.sha256[..12]);
    let mut response = raw.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/octet-stream"),
    );
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'"),
    );
    if let Ok(name) = HeaderValue::try_from(name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
