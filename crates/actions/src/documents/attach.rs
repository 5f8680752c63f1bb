//! Attach a file to a case.

use domain::{
    access::{Actor, Deed},
    ids::DocumentId,
};

use super::{Kept, Upload};
use crate::{ActionError, Doing, House};

/// Attaches the file and answers its id.
pub async fn attach(
    house: &House,
    actor: &Actor,
    reference: &str,
    file: Upload,
) -> Result<DocumentId, ActionError> {
    Kept::may_be_put(house, actor, reference, Deed::WorkCases).await?;
    let kept = Kept::put(house, actor.office_id, file).await?;
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let document = kept.save(&mut doing, seen.id).await?;
    let detail = [
        ("what", document.name.clone()),
        ("document", document.id.to_string()),
    ];
    doing.tell_event(&seen, "document_added", &detail).await?;
    doing.answers(&document.id);
    doing.commit_case("documents.attach", seen.id, None).await?;
    Ok(document.id)
}
