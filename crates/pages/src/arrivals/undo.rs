//! Takes a decision back, while nothing else has been built on it.

use actions::arrivals;
use axum::{extract::Path, response::Response};
use domain::ids::ArrivalId;

use crate::app::{PageError, Posted, Said, Visit, go_saying, perform};

pub async fn undo(visit: Visit, Path(id): Path<ArrivalId>, _: Posted) -> Result<Response, PageError> {
    let (house, actor) = (visit.house().clone(), *visit.actor());
    perform(async move { arrivals::undo(&house, &actor, id).await }).await?;
    Ok(go_saying(
        &format!("/arrivals/{id}"),
        &Said::new("arrivals-undone"),
    ))
}
