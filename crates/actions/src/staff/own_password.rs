//! Choose one's own password: every browser of theirs is shown the door, and they come in anew with it.

use auth::passwords::{Checked, Circumstances, PasswordRefusal, Typed, judge};
use domain::{
    office::Office,
    staff::{SessionStage, Staff},
};

use crate::{
    ActionError, House, Refused,
    login::{Visitor, deed, hashing, is_fresh},
};

/// Changes the visitor's password. They have just proved who they are: by the password somebody made for them, or by
/// their own within the last ten minutes.
pub async fn change_own_password(house: &House, visitor: &Visitor, new: &str) -> Result<(), ActionError> {
    match visitor.session.stage {
        SessionStage::Change => {}
        SessionStage::Full if is_fresh(house, visitor) => {}
        SessionStage::Full => return Err(Refused::new("login-prove-again").into()),
        SessionStage::Password | SessionStage::Enrol => return Err(ActionError::NotFound),
    }
    judge_for(&visitor.staff, &visitor.office, new)?;
    let turn = hashing::turn(house).await?;
    let (same, _) = turn.check(new, visitor.staff.password_hash.clone()).await?;
    if same != Checked::Wrong {
        return Err(Refused::new("password-refused-same").into());
    }
    let hash = turn.hash(Typed::new(new)).await?;
    let mut act = house.desk().act(&visitor.actor).await?;
    let locked = act.staff(visitor.staff.id).await?;
    let mut staff = locked.filter(Staff::is_active).ok_or(ActionError::NotFound)?;
    if staff.password_hash != visitor.staff.password_hash {
        // Reset by somebody else meanwhile: the proof that let this through is worth nothing now.
        return Err(ActionError::Conflict);
    }
    staff.password_hash = Some(hash);
    staff.must_change = false;
    staff.first_until = None;
    act.update(&mut staff).await?;
    act.end_sessions_of(staff.id).await?;
    act.commit(deed("staff.change_password", staff.id, "done"))
        .await?;
    Ok(())
}

/// The rules for a chosen password, with what is known of the one who chooses.
pub(crate) fn judge_for(staff: &Staff, office: &Office, password: &str) -> Result<(), Refused> {
    let around = Circumstances {
        with_code: staff.totp_sealed.is_some() || office.totp_required,
        names: &[&office.name, &staff.name, &staff.login],
    };
    judge(&Typed::new(password), &around).map_err(|refusal: PasswordRefusal| {
        let refused = Refused::new(refusal.key());
        match refusal.number() {
            Some(n) => refused.with("n", &n),
            None => refused,
        }
    })
}
