//! The person was told that there is no news yet: one press, and the promise to be in touch is kept.

use axum::{extract::Path, response::Response};

use super::reference;
use crate::app::{PageError, Posted, Said, Visit, go_saying};

pub async fn told(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let of = reference.clone();
    visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::no_news_yet(&house, &actor, &of).await
        })
        .await?;
    Ok(go_saying(
        &format!("/cases/{reference}"),
        &Said::new("cases-no-news-toast"),
    ))
}
