//! Out again: this browser's stay ends.

use super::{Visitor, deed};
use crate::{ActionError, House};

/// Ends the visitor's session.
pub async fn logout(house: &House, visitor: &Visitor) -> Result<(), ActionError> {
    let mut act = house.desk().act(&visitor.actor).await?;
    act.end_session(&visitor.session.token_digest).await?;
    act.commit(deed("login.out", visitor.staff.id, "done")).await?;
    Ok(())
}
