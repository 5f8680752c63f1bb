//! Send a letter again that failed or was held, or now what waits for its next try. Everything is asked anew.

use domain::{
    access::{Actor, Deed},
    ids::LetterId,
    letters::{Letter, LetterAct, LetterRefusal, LetterState, Outgoing, ToKind, advance_letter},
    queue::Job,
};
use store::cases::SeenCase;

use super::{check::check, commit_letter, find, inquiry_of};
use crate::{ActionError, Doing, House, consents::share};

/// Puts a letter back into the post, at once. `confirm` is as for queueing.
pub async fn send_again(
    house: &House,
    actor: &Actor,
    reference: &str,
    letter: LetterId,
    confirm: Option<String>,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::SignLetters).await?;
    let case = doing.case(reference).await?;
    // Releases before the letter: the order every sending locks in.
    doing.act.releases_of_subject_locked(&case).await?;
    let (case, mut letter) = find(&mut doing, &case.reference.clone(), letter).await?;
    if confirm.is_some() {
        letter.confirmed_by = Some(doing.stamp.by);
        letter.confirmed_reason = confirm;
    }
    let now = doing.stamp.now;
    let mut back = match letter.state {
        LetterState::Queued => letter.clone(),
        LetterState::Held => advance_letter(&letter, LetterAct::Release, now, None)?,
        LetterState::Failed => advance_letter(&letter, LetterAct::Queue, now, None)?,
        LetterState::Draft | LetterState::Sending | LetterState::Sent | LetterState::Returned => {
            return Err(LetterRefusal::NotFrom(letter.state).into());
        }
    };
    back = outgoing(&mut doing, &case, back).await?.into_letter();
    doing.act.update(&mut back).await?;
    doing.act.enqueue(Job::SendLetter(back.id), now).await?;
    commit_letter(doing, "letters.send-again", &back, None).await
}

/// The check that fits the receiver.
pub(super) async fn outgoing(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    letter: Letter,
) -> Result<Outgoing, ActionError> {
    match letter.to_kind {
        ToKind::Person | ToKind::Representative => check(doing, Some(case), letter).await,
        ToKind::Agency => {
            let inquiry = inquiry_of(doing, case, letter.id).await?;
            let inquiry = inquiry.ok_or(domain::inquiries::InquiryRefusal::NotReady)?;
            let by = letter.signed_off_by.unwrap_or(doing.stamp.by);
            let disclosure = share(doing, case, &inquiry, by).await?;
            Ok(Outgoing::to_agency(letter, &disclosure)?)
        }
    }
}
