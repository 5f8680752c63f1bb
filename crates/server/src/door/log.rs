//! The log on standard error: route templates, answers and times. Never an address that was asked for, a form, a name.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use tracing::Level;
use tracing_subscriber::filter::LevelFilter;

/// Begins to log. Words of a panic may hold what somebody typed: only its place is logged.
pub fn begin(level: Level, as_json: bool) {
    let filter = LevelFilter::from_level(level);
    let log = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(filter)
        .with_target(false);
    let begun = if as_json {
        log.json().try_init()
    } else {
        log.with_ansi(false).try_init()
    };
    if begun.is_err() {
        tracing::debug!("the log had begun already");
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, ToString::to_string);
        tracing::error!(%place, "a fault of the program stopped one piece of work");
    }));
}

/// One line an answer.
pub async fn each_answer(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", |path| path.as_str())
        .to_owned();
    let response = next.run(request).await;
    let (status, ms) = (response.status().as_u16(), began.elapsed().as_millis());
    if status >= 500 {
        tracing::error!(%method, route, status, ms, "answered");
    } else {
        tracing::info!(%method, route, status, ms, "answered");
    }
    response
}
