//! Reset a login: a first password to hand over, the second factor forgotten, every browser shown the door.

use domain::{
    access::{Actor, Deed},
    ids::StaffId,
    staff,
};

use super::{find, first_password};
use crate::{ActionError, Doing, House, login::deed};

/// Resets somebody's login, and answers the password to hand over: it is shown once and kept nowhere.
pub async fn reset(house: &House, actor: &Actor, id: StaffId) -> Result<String, ActionError> {
    if !actor.may(Deed::RunStaff) {
        return Err(ActionError::NotAllowed(Deed::RunStaff));
    }
    let (password, hash) = first_password(house).await?;
    let mut doing = Doing::begin(house, actor, Deed::RunStaff).await?;
    let found = find(&mut doing, id).await?;
    let mut fresh = staff::reset(&found, actor, hash, doing.stamp.now)?;
    doing.act.update(&mut fresh).await?;
    doing.act.end_sessions_of(id).await?;
    doing.commit(deed("staff.reset", id, "done")).await?;
    Ok(password)
}
