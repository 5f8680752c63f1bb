//! Take a case nobody has.

use axum::{extract::Path, response::Response};

use super::reference;
use crate::app::{PageError, Posted, Said, Visit, go_saying};

pub async fn take(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let of = reference.clone();
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::take(&house, &actor, &of).await
        })
        .await?;
    Ok(go_saying(
        &format!("/cases/{reference}"),
        &Said::new("cases-taken-toast"),
    ))
}
