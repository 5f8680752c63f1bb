//! Log a try that reached nobody: a closed door, a letter that came back.

use domain::{
    access::{Actor, Deed},
    cases,
    ids::EntryId,
    people::Way,
};
use jiff::Timestamp;

use crate::{ActionError, Doing, House};

/// Logs the try; it keeps no promise.
pub async fn log_attempt(
    house: &House,
    actor: &Actor,
    reference: &str,
    way: Way,
    body: &str,
    at: Option<Timestamp>,
) -> Result<EntryId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let mut fresh = doing.fresh();
    let entry = cases::attempt(&seen, way, body, at, &doing.stamp, &mut fresh)?;
    doing.tell(&seen, &entry).await?;
    doing.answers(&entry.id);
    doing.commit_case("cases.log-attempt", seen.id, None).await?;
    Ok(entry.id)
}
