//! The file a letter was written to, where letters go to a folder: for an office that sends by hand, or tries things.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::ids::LetterId;

use super::{read::open, shown::file_name};
use crate::app::{PageError, Visit};

pub async fn file(visit: Visit, Path(id): Path<LetterId>) -> Result<Response, PageError> {
    let opened = open(&visit, id).await?;
    let name = file_name(&visit, &opened.letter).ok_or(PageError::NotFound)?;
    let folder = visit
        .app
        .settings
        .outbox_folder
        .clone()
        .ok_or(PageError::NotFound)?;
    let path = folder.join(&name);
    // A Message-ID of ours never leads out of the folder; this is the proof.
    if path.parent() != Some(folder.as_path()) {
        return Err(PageError::NotFound);
    }
    let bytes = tokio::fs::read(path).await.map_err(|_| PageError::NotFound)?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/octet-stream"),
    );
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'"),
    );
    if let Ok(name) = HeaderValue::try_from(format!("attachment; filename=\"letter-{id}.eml\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
