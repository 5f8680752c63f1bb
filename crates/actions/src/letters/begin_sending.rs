//! Begin sending: the moment after which a letter is on its way. Everything is asked again, on locked rows: safe
//! contact for people, the gate for agencies.

use std::sync::Arc;

use domain::{
    access::{Actor, Deed},
    consents::Disclosure,
    ids::{LetterId, OfficeId},
    inquiries::Inquiry,
    letters::{Letter, LetterAct, LetterRefusal, LetterState, Outgoing, ToKind, advance_letter},
    office::Office,
};
use store::cases::SeenCase;

use super::{check::check, commit_letter, hold_by_house, inquiry_of};
use crate::{
    ActionError, Doing, House,
    consents::{RELEASE_REVOKED, share},
};

/// A letter on its way. The permission an agency's letter goes on stays with it until the post has answered.
#[derive(Debug)]
pub struct Sending {
    pub letter: Letter,
    pub office: Arc<Office>,
    pub(super) disclosure: Option<(Inquiry, Disclosure)>,
}

impl Sending {
    /// Whether the house wrote it by itself.
    pub fn is_by_house(&self) -> bool {
        self.letter.drafted_by == Actor::house(self.office.id).staff_id()
    }
}

/// What to do with a letter whose time has come.
#[derive(Debug)]
pub enum Begun {
    Send(Box<Sending>),
    /// It has left, was taken back or is gone: nothing is to be done.
    Over,
    /// It may not leave; a person was asked. The key of the reason.
    Held(String),
}

/// Takes a letter out of the queue for sending.
pub async fn begin_sending(house: &House, office: OfficeId, id: LetterId) -> Result<Begun, ActionError> {
    let mut doing = Doing::begin(house, &Actor::house(office), Deed::WorkCases).await?;
    let Some((case, letter)) = lock(&mut doing, id).await? else {
        return Ok(Begun::Over);
    };
    match letter.state {
        // A worker that died while sending leaves it so; it is sent again under the same Message-ID.
        LetterState::Queued | LetterState::Sending => {}
        LetterState::Draft
        | LetterState::Sent
        | LetterState::Failed
        | LetterState::Returned
        | LetterState::Held => return Ok(Begun::Over),
    }
    let (outgoing, disclosure) = match outgoing(&mut doing, case.as_ref(), letter.clone()).await {
        Ok(found) => found,
        Err(ActionError::Refused(why)) => {
            let key = why_held(&why);
            let held = hold_by_house(&mut doing, case.as_ref(), &letter, &key).await?;
            commit_letter(doing, "letters.hold", &held, Some(key.clone())).await?;
            return Ok(Begun::Held(key));
        }
        Err(fault) => return Err(fault),
    };
    let mut letter = advance_letter(outgoing.letter(), LetterAct::BeginSending, doing.stamp.now, None)?;
    doing.act.update(&mut letter).await?;
    let office = Arc::clone(&doing.office);
    commit_letter(doing, "letters.begin-sending", &letter, None).await?;
    Ok(Begun::Send(Box::new(Sending {
        letter,
        office,
        disclosure,
    })))
}

/// The case, the releases of its person, the letter: in the order every sending locks them.
pub(super) async fn lock(
    doing: &mut Doing<'_>,
    id: LetterId,
) -> Result<Option<(Option<SeenCase>, Letter)>, ActionError> {
    let Some(case) = doing.act.case_of_letter(id).await? else {
        return Ok(None);
    };
    let case = match case {
        Some(case) => Some(doing.case_by_id(case).await?),
        None => None,
    };
    if let Some(case) = &case {
        doing.act.releases_of_subject_locked(case).await?;
    }
    let letter = doing.act.letter(id).await?;
    Ok(letter.map(|letter| (case, letter)))
}

async fn outgoing(
    doing: &mut Doing<'_>,
    case: Option<&SeenCase>,
    letter: Letter,
) -> Result<(Outgoing, Option<(Inquiry, Disclosure)>), ActionError> {
    let case = match (letter.to_kind, case) {
        (ToKind::Person | ToKind::Representative, case) => {
            return Ok((check(doing, case, letter).await?, None));
        }
        (ToKind::Agency, Some(case)) => case,
        (ToKind::Agency, None) => return Err(LetterRefusal::OtherDisclosure.into()),
    };
    let inquiry = inquiry_of(doing, case, letter.id).await?;
    let inquiry = inquiry.ok_or(LetterRefusal::OtherDisclosure)?;
    let by = letter.signed_off_by.ok_or(LetterRefusal::NotSignedOff)?;
    let disclosure = share(doing, case, &inquiry, by).await?;
    let outgoing = Outgoing::to_agency(letter, &disclosure)?;
    Ok((outgoing, Some((inquiry, disclosure))))
}

/// One key for the letter; the rules themselves are shown by judging the inquiry anew.
fn why_held(why: &[crate::Refused]) -> String {
    let revoked = why.iter().any(|refused| refused.key == "gate-revoked");
    let first = why.first().map_or("letter-held", |refused| refused.key.as_str());
    if revoked {
        RELEASE_REVOKED.to_owned()
    } else {
        first.to_owned()
    }
}
