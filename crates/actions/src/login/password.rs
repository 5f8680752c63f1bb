//! The first step: a name and a password. The answer, and the work behind it, are the same whoever is asked for.

use auth::passwords::Checked;
use domain::{
    access::Actor,
    ids::{OfficeId, StaffId},
    staff::Staff,
};
use uuid::Uuid;

use super::{LoginStep, deed, hashing, stage, tries::Tries};
use crate::{ActionError, House, Refused};

/// Longer names than this are nobody's.
const LONGEST_LOGIN: usize = 320;

/// Checks a name and a password. `network` is the address the request came from.
pub async fn password_step(
    house: &House,
    office_id: OfficeId,
    login: &str,
    password: &str,
    network: &str,
) -> Result<LoginStep, ActionError> {
    let login: String = login.trim().to_lowercase().chars().take(LONGEST_LOGIN).collect();
    let tries = Tries::of_password(house, office_id, &login, network);
    // Counted within the turn: a hundred attempts at once are not a hundred free ones.
    let turn = hashing::turn(house).await?;
    tries.refuse_if_too_many(house).await?;
    let found = store::staff::find_by_login(house.desk(), office_id, &login).await?;
    let now = house.desk().now();
    let known = found.as_ref().filter(|staff| staff.may_enter(now));
    let stored = known.and_then(|staff| staff.password_hash.clone());
    let (checked, new_hash) = turn.check(password, stored).await?;
    let step = match (checked, known) {
        (Checked::Right { .. }, Some(staff)) => let_in(house, office_id, staff.id, new_hash, &tries).await?,
        (Checked::Right { .. } | Checked::Wrong, _) => None,
    };
    match step {
        Some(step) => Ok(step),
        None => {
            send_away(house, office_id, found.as_ref(), &tries).await?;
            Err(Refused::new("login-wrong").into())
        }
    }
}

async fn let_in(
    house: &House,
    office_id: OfficeId,
    id: StaffId,
    new_hash: Option<String>,
    tries: &Tries,
) -> Result<Option<LoginStep>, ActionError> {
    let office = house.desk().office(office_id).await?;
    let mut act = house.desk().act(&Actor::house(office_id)).await?;
    // Read again under lock: their login may have been closed while the password was checked.
    let now = act.now();
    let Some(mut staff) = act.staff(id).await?.filter(|staff| staff.may_enter(now)) else {
        return Ok(None);
    };
    if let Some(hash) = new_hash {
        staff.password_hash = Some(hash);
        act.update(&mut staff).await?;
    }
    tries.note_success(&mut act).await?;
    let stage = stage::after_password(&staff, &office);
    let token = stage::start(house, &mut act, &staff, stage, None).await?;
    act.commit(deed("login.password", staff.id, "done")).await?;
    Ok(Some(LoginStep::at(stage, &token)))
}

/// One line for a failure, whoever was named: a colleague by id, a stranger by nothing at all.
async fn send_away(
    house: &House,
    office_id: OfficeId,
    named: Option<&Staff>,
    tries: &Tries,
) -> Result<(), ActionError> {
    let mut act = house.desk().act(&Actor::house(office_id)).await?;
    tries.note_failure(&mut act).await?;
    let id = named.map_or(StaffId(Uuid::nil()), |staff| staff.id);
    act.commit(deed("login.password", id, "refused")).await?;
    Ok(())
}
