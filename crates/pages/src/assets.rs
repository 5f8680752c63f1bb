//! Serves the front-end files under names that carry their own hash, so a browser may keep each for ever.
//!
//! The files are made by `cargo x assets` (`assets/build.mjs`) and lie in `assets/built/`, which git does not keep.
//! A debug build reads them from disk, a release build carries them inside. The crate compiles without them;
//! `check` is called at start and says what to run, so a page is never served without its styles unnoticed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/built"]
struct Built;

/// What every page asks for; a build without one of them is not a build.
const NEEDED: &[&str] = &[
    "tokens.css",
    "app.css",
    "app.js",
    "htmx.js",
    "hx-csp.js",
    "icons.svg",
    "favicon.svg",
];

/// The front-end files are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotBuilt {
    /// The first file that is missing.
    pub missing: &'static str,
}

impl std::fmt::Display for NotBuilt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "assets are not built ({} is missing): run cargo x assets",
            self.missing
        )
    }
}

impl std::error::Error for NotBuilt {}

/// Asked once at start, before the first page is served.
pub fn check() -> Result<(), NotBuilt> {
    for name in NEEDED {
        let there = manifest()
            .get(*name)
            .is_some_and(|hashed| Built::get(hashed).is_some());
        if !there {
            return Err(NotBuilt { missing: name });
        }
    }
    Ok(())
}

/// The address of a file by its plain name: `url("app.css")` is `/assets/app.1f2e3d4c5b6a.css`.
///
/// A name that is not built keeps its plain form, so the page still renders; `check` has already refused to start.
pub fn url(name: &str) -> String {
    let hashed = manifest().get(name).map_or(name, String::as_str);
    format!("/assets/{hashed}")
}

/// Every file of the build, each under its hashed name.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(serve_asset))
}

/// One file of the build. The hash in the name makes it safe to keep for ever.
pub async fn serve_asset(Path(name): Path<String>) -> Response {
    let Some(file) = Built::get(&name).filter(|_| name != "manifest.json") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(content_type(&name)),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        ),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
    ];
    (headers, file.data.into_owned()).into_response()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn manifest() -> &'static BTreeMap<String, String> {
    static MANIFEST: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    MANIFEST.get_or_init(|| {
        Built::get("manifest.json")
            .and_then(|file| serde_json::from_slice(&file.data).ok())
            .unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_not_built_keeps_its_plain_form() {
        assert_eq!(url("no-such-file.css"), "/assets/no-such-file.css");
    }

    #[test]
    fn a_built_name_carries_its_hash() {
        if check().is_err() {
            println!("skipped: assets are not built");
            return;
        }
        for name in NEEDED {
            let address = url(name);
            assert_ne!(address, format!("/assets/{name}"));
        }
    }

    #[tokio::test]
    async fn only_what_was_built_is_served() {
        let response = serve_asset(Path("../Cargo.toml".into())).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        let response = serve_asset(Path("manifest.json".into())).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        if let Some(hashed) = manifest().get("app.css") {
            let response = serve_asset(Path(hashed.clone())).await;
            assert_eq!(response.status(), StatusCode::OK);
            assert!(
                response.headers()[header::CACHE_CONTROL]
                    .to_str()
                    .expect("ascii")
                    .contains("immutable")
            );
        }
    }
}
