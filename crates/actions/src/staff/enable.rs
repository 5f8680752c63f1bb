//! Open a closed login again, with the password it had.

use domain::{
    access::{Actor, Deed},
    ids::StaffId,
    staff,
};

use super::find;
use crate::{ActionError, Doing, House, login::deed};

/// Opens somebody's login again.
pub async fn enable(house: &House, actor: &Actor, id: StaffId) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::RunStaff).await?;
    let mut open = staff::enable(&find(&mut doing, id).await?, actor)?;
    doing.act.update(&mut open).await?;
    doing.commit(deed("staff.enable", id, "done")).await?;
    Ok(())
}
