//! Save a draft over the one before. No record yet, so no line in the ledger.

use domain::{
    access::{Actor, Deed},
    drafts::DraftFields,
};
use uuid::Uuid;

use crate::{ActionError, Doing, FieldFault, House};

/// The longest a draft may be, names and values together.
const LONGEST: usize = 200_000;

/// Saves the actor's own draft of one kind about one thing, and answers its version. Nothing is read of that thing,
/// so a draft tells nobody whether it is there.
pub async fn save(
    house: &House,
    actor: &Actor,
    about: Uuid,
    kind: &str,
    fields: &DraftFields,
) -> Result<i64, ActionError> {
    fits(kind, fields)?;
    let mut doing = Doing::begin(house, actor, Deed::SeeCases).await?;
    let version = doing.act.save_draft(about, kind, fields).await?;
    doing.act.commit_operational().await?;
    Ok(version)
}

/// As [`save`], for a form with its key: a form that was sent is a record by now, and is not kept as a draft again.
/// Answers 0 then. The key is taken for a moment, so that a sending under way is waited for.
pub async fn save_typed(
    house: &House,
    actor: &Actor,
    about: Uuid,
    kind: &str,
    (fields, form): (&DraftFields, Option<&str>),
) -> Result<i64, ActionError> {
    let Some(key) = form else {
        return save(house, actor, about, kind, fields).await;
    };
    fits(kind, fields)?;
    let mut doing = Doing::begin(house, actor, Deed::SeeCases).await?;
    if doing.act.claim_once(key).await?.is_some() {
        doing.act.abandon().await?;
        return Ok(0);
    }
    let version = doing.act.save_draft(about, kind, fields).await?;
    doing.act.release_once(key).await?;
    doing.act.commit_operational().await?;
    Ok(version)
}

fn fits(kind: &str, fields: &DraftFields) -> Result<(), ActionError> {
    let size: usize = fields
        .0
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    if size > LONGEST || kind.len() > 40 {
        let fault = FieldFault::new("text", "field-too-long");
        return Err(ActionError::Invalid(vec![fault]));
    }
    Ok(())
}
