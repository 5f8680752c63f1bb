//! Sign off a letter that goes out under the office's name.

use domain::{
    access::{Actor, Deed},
    ids::LetterId,
    letters::{LetterRefusal, LetterState},
};

use super::{commit_letter, find_version};
use crate::{ActionError, Doing, House};

/// Signs the draft that was read.
pub async fn sign_off(
    house: &House,
    actor: &Actor,
    reference: &str,
    letter: LetterId,
    version: i64,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::SignLetters).await?;
    let (_, mut letter) = find_version(&mut doing, reference, letter, version).await?;
    if letter.state != LetterState::Draft {
        return Err(LetterRefusal::NotFrom(letter.state).into());
    }
    if letter.body.trim().is_empty() {
        return Err(LetterRefusal::NoBody.into());
    }
    letter.signed_off_by = Some(doing.stamp.by);
    doing.act.update(&mut letter).await?;
    commit_letter(doing, "letters.sign-off", &letter, None).await
}
