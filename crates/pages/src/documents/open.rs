//! Take a file of a case out, as a file. It is somebody else's work: never shown in the browser, and never where it
//! was found harmful.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::{documents::ScanState, ids::DocumentId};

use crate::{
    app::{PageError, Visit},
    cases::reference,
};

pub async fn open(visit: Visit, Path((typed, id)): Path<(String, String)>) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let id: DocumentId = id.parse().map_err(|_| PageError::NotFound)?;
    let (document, bytes) = actions::documents::read(visit.house(), visit.actor(), &reference, id).await?;
    match document.scan {
        ScanState::Harmful => {
            return Err(PageError::Refused(vec![actions::Refused::new(
                "documents-harmful",
            )]));
        }
        ScanState::Clean | ScanState::NotScanned => {}
    }
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
    if let Ok(name) = HeaderValue::try_from(attachment(&document.name)) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// The header that names a file: plain letters for old browsers, and the whole name encoded.
fn attachment(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') {
                c
            } else {
                '_'
            }
        })
        .collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            whole.push(char::from(byte));
        } else {
            whole.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let header = attachment("a\"; b\r\nX: ü.pdf");
        assert!(!header.contains('\r') && !header.contains('\n'));
        assert_eq!(
            header,
            "attachment; filename=\"a__ b__X_ _.pdf\"; filename*=UTF-8''a%22%3B%20b%0D%0AX%3A%20%C3%BC.pdf"
        );
    }
}
