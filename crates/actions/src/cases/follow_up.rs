//! Follow up after closing: note that the person was asked whether it was solved, and what they said.

use domain::{
    access::{Actor, Deed},
    cases::{self, FollowUp, Solved},
    ids::FollowUpId,
};
use store::cases::SeenCase;

use crate::{ActionError, Doing, House};

/// Notes that the person was asked.
pub async fn ask_follow_up(
    house: &House,
    actor: &Actor,
    reference: &str,
    id: FollowUpId,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let before = one(&mut doing, &seen, id).await?;
    let mut after = cases::ask_again(&before, &doing.stamp)?;
    doing.act.update(&mut after).await?;
    doing.tell_event(&seen, "follow_up_asked", &[]).await?;
    doing.commit_case("cases.ask-follow-up", seen.id, None).await?;
    Ok(())
}

/// Records the person's own answer, which stands beside our outcome.
pub async fn answer_follow_up(
    house: &House,
    actor: &Actor,
    reference: &str,
    id: FollowUpId,
    (solved, note): (Solved, &str),
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let before = one(&mut doing, &seen, id).await?;
    let mut after = cases::answer(&before, solved, note, &doing.stamp)?;
    doing.act.update(&mut after).await?;
    let note = after.answer_note.clone().map(|note| ("note", note));
    let detail: Vec<_> = [("solved", solved.to_string())].into_iter().chain(note).collect();
    doing.tell_event(&seen, "follow_up_answered", &detail).await?;
    doing.commit_case("cases.answer-follow-up", seen.id, None).await?;
    Ok(())
}

async fn one(doing: &mut Doing<'_>, seen: &SeenCase, id: FollowUpId) -> Result<FollowUp, ActionError> {
    let all = store::cases::follow_ups(&mut doing.act, seen).await?;
    all.into_iter().find(|f| f.id == id).ok_or(ActionError::NotFound)
}
