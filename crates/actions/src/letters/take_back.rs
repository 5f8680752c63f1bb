//! Take a letter back out of the post, to write it again; and throw a draft away.

use domain::{
    access::{Actor, Deed},
    ids::LetterId,
    inquiries::unsend,
    letters::{Letter, LetterAct, LetterRefusal, LetterState, ToKind, advance_letter},
};
use store::cases::SeenCase;

use super::{commit_letter, find, find_version, inquiry_of};
use crate::{ActionError, Doing, House, consents::unshare};

/// Takes back what has not left. A letter to a person is a draft again; an inquiry is, and its letter is gone.
pub async fn take_back(
    house: &House,
    actor: &Actor,
    reference: &str,
    letter: LetterId,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let (case, letter) = find(&mut doing, reference, letter).await?;
    take_out_of_post(&mut doing, &case, &letter).await?;
    commit_letter(doing, "letters.take-back", &letter, None).await
}

/// As [`take_back`], in an act under way.
pub(crate) async fn take_out_of_post(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    letter: &Letter,
) -> Result<(), ActionError> {
    let mut after = advance_letter(letter, LetterAct::TakeBack, doing.stamp.now, None)?;
    after.signed_off_by = None;
    match letter.to_kind {
        ToKind::Person | ToKind::Representative => doing.act.update(&mut after).await?,
        ToKind::Agency => {
            if let Some(inquiry) = inquiry_of(doing, case, letter.id).await? {
                unshare(doing, &inquiry).await?;
                let mut inquiry = unsend(&inquiry)?;
                doing.act.update(&mut inquiry).await?;
            }
            doing.act.remove(letter).await?;
        }
    }
    Ok(())
}

/// Throws away a draft that nobody will send.
pub async fn discard(
    house: &House,
    actor: &Actor,
    reference: &str,
    letter: LetterId,
    version: i64,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let (_, letter) = find_version(&mut doing, reference, letter, version).await?;
    if letter.state != LetterState::Draft {
        return Err(LetterRefusal::NotFrom(letter.state).into());
    }
    doing.act.remove(&letter).await?;
    commit_letter(doing, "letters.discard", &letter, None).await
}
