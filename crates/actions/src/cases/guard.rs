//! Guard a case: open, restricted or walled, with a reason.

use domain::{
    access::{Actor, Deed},
    cases::{self, Visibility},
};

use crate::{ActionError, Doing, House};

/// Changes who may know that the case exists.
pub async fn guard(
    house: &House,
    actor: &Actor,
    reference: &str,
    visibility: Visibility,
    reason: &str,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::GuardCases).await?;
    let seen = doing.case(reference).await?;
    let exceptions = store::cases::exceptions(&mut doing.act, &seen).await?;
    let mut after = cases::guard(&seen, visibility, reason, &exceptions)?;
    doing.save_case(&mut after).await?;
    let detail = [
        ("visibility", visibility.to_string()),
        ("reason", reason.trim().to_owned()),
    ];
    doing.tell_event(&after, "guarded", &detail).await?;
    let reason = Some(reason.trim().to_owned());
    doing.commit_case("cases.guard", seen.id, reason).await?;
    Ok(())
}
