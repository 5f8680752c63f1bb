//! Change a draft. What was signed off or confirmed before was another letter.

use domain::{
    access::{Actor, Deed},
    ids::LetterId,
    letters::{LetterRefusal, LetterState, ToKind},
    people::Way,
};

use super::find_version;
use crate::{ActionError, Doing, House};

/// A draft as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLetter {
    pub letter_id: LetterId,
    /// The version that was read; somebody else's change since then is not written over.
    pub version: i64,
    pub way: Way,
    pub to_address: String,
    pub subject: String,
    pub body: String,
}

/// Writes a draft again.
pub async fn change(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: ChangeLetter,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let (case, mut letter) = find_version(&mut doing, reference, what.letter_id, what.version).await?;
    if letter.state != LetterState::Draft {
        return Err(LetterRefusal::NotFrom(letter.state).into());
    }
    if letter.to_kind == ToKind::Agency {
        return Err(LetterRefusal::OtherReceiver.into());
    }
    letter.way = what.way;
    letter.to_address = what.to_address.trim().to_owned();
    letter.subject = what.subject.trim().to_owned();
    letter.body = what.body;
    letter.signed_off_by = None;
    letter.confirmed_by = None;
    letter.confirmed_reason = None;
    doing.act.update(&mut letter).await?;
    doing.commit_case("letters.change", case.id, None).await?;
    Ok(())
}
