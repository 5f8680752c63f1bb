//! What only a demo has: a clock that can be set forward, to see what a day weeks from now brings.

use axum::response::Response;

use crate::app::{Entrance, PageError, Posted, Routes, Said, Visit, go_saying, perform};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    routes.post("/demo/clock", Entrance::Staff, set_clock);
}

async fn set_clock(visit: Visit, posted: Posted) -> Result<Response, PageError> {
    let days = posted.fields.read("days").and_then(Result::ok).unwrap_or(0);
    let (house, actor) = (visit.house().clone(), *visit.actor());
    perform(async move { actions::office::set_clock(&house, &actor, days).await }).await?;
    Ok(go_saying("/work", &Said::new("shell-demo-clock-set")))
}
