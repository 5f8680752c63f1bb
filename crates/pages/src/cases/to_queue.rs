//! Put a case back into the queue.

use axum::{extract::Path, response::Response};

use super::reference;
use crate::app::{PageError, Posted, Said, Visit, go_saying};

pub async fn to_queue(
    visit: Visit,
    Path(typed): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let of = reference.clone();
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::to_queue(&house, &actor, &of).await
        })
        .await?;
    Ok(go_saying(
        &format!("/cases/{reference}"),
        &Said::new("cases-queued-toast"),
    ))
}
