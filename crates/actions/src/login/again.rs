//! Proving again who one is, before an act with wide effect.

use auth::passwords::Checked;
use domain::staff::{SessionStage, Staff};

use super::{Visitor, deed, hashing, stage, tries::Tries};
use crate::{ActionError, House, Refused};

/// Checks the password of somebody who is in, and answers the secret of a fresh session that ends when the old one
/// would have.
pub async fn prove_again(
    house: &House,
    visitor: &Visitor,
    password: &str,
    network: &str,
) -> Result<String, ActionError> {
    if !visitor.is_in() {
        return Err(ActionError::NotFound);
    }
    let tries = Tries::of_password(house, visitor.office.id, &visitor.staff.login, network);
    let turn = hashing::turn(house).await?;
    tries.refuse_if_too_many(house).await?;
    let (checked, _) = turn.check(password, visitor.staff.password_hash.clone()).await?;
    let mut act = house.desk().act(&visitor.actor).await?;
    let locked = act.staff(visitor.staff.id).await?;
    let staff = locked.filter(Staff::is_active).ok_or(ActionError::NotFound)?;
    if checked == Checked::Wrong {
        tries.note_failure(&mut act).await?;
        act.commit(deed("login.again", staff.id, "refused")).await?;
        return Err(Refused::new("login-wrong").into());
    }
    tries.note_success(&mut act).await?;
    act.end_session(&visitor.session.token_digest).await?;
    let ends = Some(visitor.session.ends_at);
    let token = stage::start(house, &mut act, &staff, SessionStage::Full, ends).await?;
    act.commit(deed("login.again", staff.id, "done")).await?;
    Ok(token.to_text())
}
