//! Change a draft of an inquiry. Whoever does is its author from then on.

use domain::{
    access::{Actor, Deed},
    ids::InquiryId,
    inquiries::{Wording, change_inquiry},
};

use super::find;
use crate::{ActionError, Doing, House};

/// A draft as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeInquiry {
    pub inquiry_id: InquiryId,
    /// The version that was read; somebody else's change since then is not written over.
    pub version: i64,
    pub words: Wording,
}

/// Writes a draft again.
pub async fn change(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: ChangeInquiry,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    let before = find(&mut doing, &case, what.inquiry_id).await?;
    if before.version != what.version {
        return Err(ActionError::Conflict);
    }
    let mut after = change_inquiry(&before, what.words, doing.stamp.by)?;
    doing.act.update(&mut after).await?;
    doing.commit_case("inquiries.change", case.id, None).await?;
    Ok(())
}
