//! Out again, and the address without a path.

use actions::login;
use axum::{extract::State, response::Response};

use super::set_session;
use crate::app::{App, Known, PageError, Posted, go};

pub async fn home() -> Response {
    go("/work")
}

/// Ends this browser's stay.
pub async fn log_out(State(app): State<App>, known: Known, _: Posted) -> Result<Response, PageError> {
    if let Some(visitor) = &known.visitor {
        login::logout(&app.house, visitor).await?;
    }
    let mut response = go("/login");
    set_session(&app, &mut response, "");
    Ok(response)
}
