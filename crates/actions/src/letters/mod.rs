//! Acts on letters out: drafted from approved words, read over, signed, put into the post, and what became of them.

mod acknowledge;
mod ask_follow_up;
mod begin_sending;
mod change;
mod check;
mod delivered;
mod draft;
mod fields;
mod hold;
mod not_delivered;
mod queue;
mod record_posted;
mod send_again;
mod sign_off;
mod take_back;

pub use acknowledge::{ACKNOWLEDGEMENT, Acknowledged, NotAcknowledged, acknowledge_in};
pub use ask_follow_up::{FOUR_WEEK_QUESTION, FollowUpAsked, ask_follow_up};
pub use begin_sending::{Begun, Sending, begin_sending};
pub use change::{ChangeLetter, change};
pub use delivered::delivered;
pub use draft::{DraftLetter, Receiver, Words, draft, draft_in};
pub use fields::templates;
pub use hold::hold;
pub use not_delivered::{Ending, Mishap, not_delivered};
pub use queue::{QueueLetter, queue, queue_in};
pub use record_posted::{Posted, record_posted};
pub use send_again::send_again;
pub use sign_off::sign_off;
pub use take_back::{discard, take_back};

pub(crate) use fields::fields_of_office;
pub(crate) use hold::hold_by_house;
pub(crate) use queue::post;
pub(crate) use take_back::take_out_of_post;

use domain::{
    ids::{CaseId, LetterId, TaskId},
    inquiries::Inquiry,
    letters::Letter,
    tasks::{HouseTask, house_task},
};
use store::{cases::SeenCase, ledger::Deed};

use crate::{ActionError, Doing, consents::unshare};

/// A letter of a case, with its case locked first.
async fn find(
    doing: &mut Doing<'_>,
    reference: &str,
    id: LetterId,
) -> Result<(SeenCase, Letter), ActionError> {
    let case = doing.case(reference).await?;
    let letter = doing.act.letter(id).await?;
    let letter = letter.filter(|letter| letter.case_id == Some(case.id));
    Ok((case, letter.ok_or(ActionError::NotFound)?))
}

/// As [`find`], for a form that was filled in some time ago: somebody else may have written since.
async fn find_version(
    doing: &mut Doing<'_>,
    reference: &str,
    id: LetterId,
    version: i64,
) -> Result<(SeenCase, Letter), ActionError> {
    let (case, letter) = find(doing, reference, id).await?;
    if letter.version != version {
        return Err(ActionError::Conflict);
    }
    Ok((case, letter))
}

/// The inquiry that goes out by a letter.
pub(crate) async fn inquiry_of(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    letter: LetterId,
) -> Result<Option<Inquiry>, ActionError> {
    let inquiries = store::inquiries::of_case(&mut doing.act, case).await?;
    Ok(inquiries
        .into_iter()
        .find(|inquiry| inquiry.letter_id == Some(letter)))
}

/// Asks whoever has the case to do what no machine may.
pub(crate) async fn house_task_for(
    doing: &mut Doing<'_>,
    case: CaseId,
    what: HouseTask,
) -> Result<TaskId, ActionError> {
    let id = TaskId(doing.act.new_id());
    let task = house_task(id, case, what, None, doing.stamp.today, doing.calendar());
    doing.act.insert(&task).await?;
    Ok(id)
}

/// Commits an act done to a letter.
pub(crate) async fn commit_letter(
    doing: Doing<'_>,
    action: &'static str,
    letter: &Letter,
    reason: Option<String>,
) -> Result<(), ActionError> {
    let deed = Deed {
        action,
        object: "letters",
        object_id: letter.id.0,
        case_id: letter.case_id,
        outcome: "done",
        reason,
    };
    doing.commit(deed).await?;
    Ok(())
}

/// Takes an agency's letter that never left out of the log of disclosures.
pub(crate) async fn unshare_letter(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    letter: &Letter,
) -> Result<(), ActionError> {
    match inquiry_of(doing, case, letter.id).await? {
        Some(inquiry) => unshare(doing, &inquiry).await,
        None => Ok(()),
    }
}
