//! Throw a draft away.

use domain::access::{Actor, Deed};
use uuid::Uuid;

use crate::{ActionError, Doing, House};

/// Drops the actor's own draft of one kind about one thing.
pub async fn drop_draft(house: &House, actor: &Actor, about: Uuid, kind: &str) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::SeeCases).await?;
    doing.act.drop_draft(about, kind).await?;
    doing.act.commit_operational().await?;
    Ok(())
}
