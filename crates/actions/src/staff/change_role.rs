//! Give somebody other work: what they may do changes with their next request.

use domain::{
    access::{Actor, Deed},
    ids::StaffId,
    staff::{self, Role},
};

use super::find;
use crate::{ActionError, Doing, House, login::deed};

/// Changes somebody's role. Their sessions end: no secret outlives a change of rights.
pub async fn change_role(house: &House, actor: &Actor, id: StaffId, to: Role) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::RunStaff).await?;
    let found = find(&mut doing, id).await?;
    let everybody = doing.act.everybody().await?;
    let mut changed = staff::change_role(&found, actor, &everybody, to)?;
    doing.act.update(&mut changed).await?;
    doing.act.end_sessions_of(id).await?;
    doing.commit(deed("staff.change_role", id, "done")).await?;
    Ok(())
}
