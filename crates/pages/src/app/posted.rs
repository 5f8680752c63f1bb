//! A form that was sent: its fields in order, and its files. Only with the session's own token does it get in.

use std::collections::BTreeMap;

use axum::{
    extract::{FromRequest, Multipart, Request},
    http::header,
};

use super::{App, Known, PageError};

/// The fields of a form. A field sent twice keeps all its values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<String, Vec<String>>);

impl Fields {
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.entry(name.into()).or_default().push(value.into());
    }

    /// Another value for a field, as if it had been sent so.
    pub fn replace(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), vec![value.to_owned()]);
    }

    /// The field as typed; empty where it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0
            .get(name)
            .and_then(|v| v.first())
            .map_or("", String::as_str)
    }

    /// The field without blanks around it, if anything is left.
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.text(name).trim()).filter(|t| !t.is_empty())
    }

    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The field read as a value; `None` where it is empty, `Some(Err)` where it cannot be read.
    pub fn read<T: std::str::FromStr>(&self, name: &str) -> Option<Result<T, T::Err>> {
        self.filled(name).map(str::parse)
    }

    /// What was typed, for the form to be shown again or kept as a draft; tokens left out.
    pub fn typed(&self) -> BTreeMap<String, String> {
        let kept = self
            .0
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "csrf" | "once" | "password"));
        kept.map(|(name, values)| (name.clone(), values.join("\n")))
            .collect()
    }

    /// The key that makes sending twice the same as sending once.
    pub fn once(&self) -> Option<String> {
        self.filled("once").map(str::to_owned)
    }
}

/// A file that came with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uploaded {
    pub field: String,
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// A form from a page of ours.
#[derive(Debug, Clone, Default)]
pub struct Posted {
    pub fields: Fields,
    pub files: Vec<Uploaded>,
}

impl FromRequest<App> for Posted {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let expected = expected_token(&request);
        let is_multipart = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|t| t.starts_with("multipart/form-data"));
        let posted = if is_multipart {
            multipart(request, app).await?
        } else {
            urlencoded(request, app).await?
        };
        let sent = posted.fields.text("csrf");
        let fits = expected
            .as_deref()
            .is_some_and(|token| !token.is_empty() && same(token, sent));
        if fits { Ok(posted) } else { Err(PageError::OldForm) }
    }
}

/// The session's token; before login, the one in the door's own cookie.
fn expected_token(request: &Request) -> Option<String> {
    let known = request.extensions().get::<Known>();
    match known.and_then(|k| k.visitor.as_ref()) {
        Some(visitor) => Some(visitor.session.csrf.clone()),
        None => super::visit::cookie(request.headers(), crate::login::DOOR_COOKIE).map(str::to_owned),
    }
}

/// Compares without telling where they differ.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |seen, (x, y)| seen | (x ^ y)) == 0
}

async fn urlencoded(request: Request, app: &App) -> Result<Posted, PageError> {
    let bytes = axum::body::Bytes::from_request(request, app)
        .await
        .map_err(|_| PageError::TooLarge)?;
    let mut posted = Posted::default();
    for (name, value) in form_urlencoded::parse(&bytes) {
        posted.fields.push(name, value);
    }
    Ok(posted)
}

async fn multipart(request: Request, app: &App) -> Result<Posted, PageError> {
    let mut parts = Multipart::from_request(request, app)
        .await
        .map_err(|_| PageError::OldForm)?;
    let mut posted = Posted::default();
    while let Some(part) = parts.next_field().await.map_err(|_| PageError::TooLarge)? {
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            None => posted
                .fields
                .push(field, part.text().await.map_err(|_| PageError::TooLarge)?),
            Some(name) => {
                let media_type = part
                    .content_type()
                    .unwrap_or("application/octet-stream")
                    .to_owned();
                let bytes = part.bytes().await.map_err(|_| PageError::TooLarge)?.to_vec();
                if !bytes.is_empty() {
                    posted.files.push(Uploaded {
                        field,
                        name,
                        media_type,
                        bytes,
                    });
                }
            }
        }
    }
    Ok(posted)
}
