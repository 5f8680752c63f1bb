//! Ask to see a restricted case. The reason is kept, and whoever has the case gets a task.

use axum::{extract::Path, response::Response};

use super::reference;
use crate::app::{PageError, Posted, Said, Visit, go_saying};

pub async fn ask(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let (of, reason) = (reference.clone(), posted.fields.text("reason").to_owned());
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::ask_access(&house, &actor, &of, &reason).await
        })
        .await?;
    Ok(go_saying(
        &format!("/cases/{reference}"),
        &Said::new("errors-restricted-asked"),
    ))
}
