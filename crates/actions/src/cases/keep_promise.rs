//! Keep a promise by something the person heard: a talk or a delivered letter of the timeline.

use domain::{
    access::{Actor, Deed},
    cases::{
        Refusal,
        promises::{Heard, keep},
    },
    ids::{EntryId, PromiseId},
};

use crate::{ActionError, Doing, House};

/// Marks the promise kept. A note or a try is refused as proof.
pub async fn keep_promise(
    house: &House,
    actor: &Actor,
    reference: &str,
    promise: PromiseId,
    by: EntryId,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let promises = store::cases::promises(&mut doing.act, &seen).await?;
    let promise = promises.iter().find(|p| p.id == promise);
    let promise = promise.ok_or(ActionError::NotFound)?;
    let entry = store::cases::entry(&mut doing.act, &seen, by).await?;
    let entry = entry.ok_or(ActionError::NotFound)?;
    let heard = Heard::of(&seen, &entry).ok_or(Refusal::NotHeard)?;
    let mut kept = keep(promise, heard, &doing.stamp)?;
    doing.act.update(&mut kept).await?;
    let detail = [("what", kept.what.clone())];
    doing.tell_event(&seen, "promise_kept", &detail).await?;
    doing.commit_case("cases.keep-promise", seen.id, None).await?;
    Ok(())
}
