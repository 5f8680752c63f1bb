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
    let size: usize = fields
        .0
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    if size > LONGEST || kind.len() > 40 {
        let fault = FieldFault::new("text", "field-too-long");
        return Err(ActionError::Invalid(vec![fault]));
    }
    let mut doing = Doing::begin(house, actor, Deed::SeeCases).await?;
    let version = doing.act.save_draft(about, kind, fields).await?;
    doing.act.commit_operational().await?;
    Ok(version)
}
