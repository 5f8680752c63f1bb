//! The second step: a code from the authenticator app, or a recovery code. Each is taken once.

use auth::{Step, TotpSecret, recovery};
use domain::staff::{SessionStage, Staff};
use store::Act;

use super::{Visitor, deed, enrol, stage, tries::Tries};
use crate::{ActionError, House, Refused};

/// What a code was.
enum Taken {
    App,
    Recovery,
}

/// Checks a code of somebody whose password was right, and answers the secret of the session that is in.
pub async fn code_step(house: &House, visitor: &Visitor, code: &str) -> Result<String, ActionError> {
    if visitor.session.stage != SessionStage::Password {
        return Err(ActionError::NotFound);
    }
    let office = visitor.office.id;
    let tries = Tries::of_code(house, office, visitor.staff.id);
    tries.refuse_if_too_many(house).await?;
    let mut act = house.desk().act(&visitor.actor).await?;
    let locked = act.staff(visitor.staff.id).await?;
    let mut staff = locked.filter(Staff::is_active).ok_or(ActionError::NotFound)?;
    let Some(taken) = take(house, &act, &mut staff, code)? else {
        tries.note_failure(&mut act).await?;
        act.commit(deed("login.code", staff.id, "refused")).await?;
        return Err(Refused::new("login-wrong-code").into());
    };
    act.update(&mut staff).await?;
    tries.note_success(&mut act).await?;
    act.end_session(&visitor.session.token_digest).await?;
    let token = stage::start(house, &mut act, &staff, SessionStage::Full, None).await?;
    let action = match taken {
        Taken::App => "login.code",
        Taken::Recovery => "login.recovery_code",
    };
    act.commit(deed(action, staff.id, "done")).await?;
    Ok(token.to_text())
}

/// Strikes out the code or moves the step on, so that neither works twice. `None`: it does not fit.
fn take(house: &House, act: &Act<'_>, staff: &mut Staff, code: &str) -> Result<Option<Taken>, ActionError> {
    let stored: Vec<[u8; 32]> = staff
        .recovery
        .iter()
        .filter_map(|text| enrol::digest_of(text))
        .collect();
    if stored.len() == staff.recovery.len()
        && let Some(at) = recovery::find(code, &stored)
    {
        staff.recovery.remove(at);
        return Ok(Some(Taken::Recovery));
    }
    let Some(secret) = secret_of(house, act, staff)? else {
        return Ok(None);
    };
    let last = u64::try_from(staff.totp_step).ok().map(Step);
    let Ok(Step(step)) = secret.check(code, act.now(), last) else {
        return Ok(None);
    };
    staff.totp_step = i64::try_from(step).expect("half minutes since 1970 fit for ever");
    Ok(Some(Taken::App))
}

fn secret_of(house: &House, act: &Act<'_>, staff: &Staff) -> Result<Option<TotpSecret>, ActionError> {
    let Some(sealed) = &staff.totp_sealed else {
        return Ok(None);
    };
    let sealer = house.keys(act.office_id()).totp_secrets();
    let bytes = sealer
        .open(&enrol::place(staff.id), sealed)
        .map_err(|f| ActionError::Files(Box::new(f)))?;
    Ok(TotpSecret::from_bytes(&bytes))
}
