//! Acts on those who work here.

mod add;
mod change_own_language;
mod change_role;
mod disable;
mod enable;
mod own_password;
mod reset;

pub use add::{AddStaff, Added, add};
pub use change_own_language::change_own_language;
pub use change_role::change_role;
pub use disable::disable;
pub use enable::enable;
pub use own_password::change_own_password;
pub use reset::reset;

use domain::{ids::StaffId, staff::Staff};

use crate::{ActionError, Doing, House, login::hashing};

/// Somebody by id, locked.
async fn find(doing: &mut Doing<'_>, id: StaffId) -> Result<Staff, ActionError> {
    doing.act.staff(id).await?.ok_or(ActionError::NotFound)
}

/// A first password and its hash. Made before the transaction: it is slow work.
async fn first_password(house: &House) -> Result<(String, String), ActionError> {
    let password = auth::passwords::first_password();
    let turn = hashing::turn(house).await?;
    let hash = turn.hash(auth::Typed::new(&password)).await?;
    Ok((password, hash))
}
