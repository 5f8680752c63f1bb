//! Close a login: every browser of theirs is shown the door at once.

use domain::{
    access::{Actor, Deed},
    ids::StaffId,
    staff,
};

use super::find;
use crate::{ActionError, Doing, House, login::deed};

/// Closes somebody's login.
pub async fn disable(house: &House, actor: &Actor, id: StaffId) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::RunStaff).await?;
    let found = find(&mut doing, id).await?;
    let everybody = doing.act.everybody().await?;
    let mut closed = staff::disable(&found, actor, &everybody, doing.stamp.today)?;
    doing.act.update(&mut closed).await?;
    doing.act.end_sessions_of(id).await?;
    doing.commit(deed("staff.disable", id, "done")).await?;
    Ok(())
}
