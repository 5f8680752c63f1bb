//! Hold a letter that has not left: somebody wants to look again, or permission or safety changed.

use std::collections::BTreeMap;

use domain::{
    access::{Actor, Deed},
    cases::{Direction, Entry, EntryKind},
    ids::{EntryId, LetterId},
    letters::{Letter, LetterAct, advance_letter},
    tasks::HouseTask,
};
use store::cases::SeenCase;

use super::{commit_letter, find, house_task_for, unshare_letter};
use crate::{ActionError, Doing, House, Refused};

/// Why a letter was held that a person stopped; the key of its words.
const BY_HAND: &str = "letter-held-by-hand";

/// Stops a letter in the post.
pub async fn hold(
    house: &House,
    actor: &Actor,
    reference: &str,
    letter: LetterId,
    reason: &str,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    if reason.trim().is_empty() {
        return Err(Refused::new("case-refused-reason-missing").into());
    }
    let (case, letter) = find(&mut doing, reference, letter).await?;
    // What the post is handing over at this moment is beyond reach.
    if letter.state == domain::letters::LetterState::Sending {
        return Err(domain::letters::LetterRefusal::NotFrom(letter.state).into());
    }
    let mut held = advance_letter(&letter, LetterAct::Hold, doing.stamp.now, Some(BY_HAND))?;
    doing.act.update(&mut held).await?;
    if letter.attempts == 0 {
        unshare_letter(&mut doing, &case, &letter).await?;
    }
    doing.act.insert(&entry(&doing, &case, &held, BY_HAND)).await?;
    commit_letter(doing, "letters.hold", &held, Some(reason.trim().to_owned())).await
}

/// Stops a letter that was about to leave, and asks whoever has the case. `why` is the key of the reason.
pub(crate) async fn hold_by_house(
    doing: &mut Doing<'_>,
    case: Option<&SeenCase>,
    letter: &Letter,
    why: &str,
) -> Result<Letter, ActionError> {
    let mut held = advance_letter(letter, LetterAct::Hold, doing.stamp.now, Some(why))?;
    doing.act.update(&mut held).await?;
    if let Some(case) = case {
        if letter.attempts == 0 {
            unshare_letter(doing, case, letter).await?;
        }
        house_task_for(doing, case.id, HouseTask::LetterHeld).await?;
        doing.act.insert(&entry(doing, case, &held, why)).await?;
    }
    Ok(held)
}

fn entry(doing: &Doing<'_>, case: &SeenCase, letter: &Letter, why: &str) -> Entry {
    let detail = [("event", "letter_held"), ("why", why)];
    Entry {
        id: EntryId(doing.act.new_id()),
        case_id: case.id,
        kind: EntryKind::Event,
        direction: Direction::None,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: by(doing),
        person_id: None,
        body: String::new(),
        private: false,
        subject_id: Some(letter.id.0),
        detail: owned(&detail),
    }
}

/// Who an entry is by: none for the house.
pub(super) fn by(doing: &Doing<'_>) -> Option<domain::ids::StaffId> {
    doing.act.actor().role().map(|_| doing.stamp.by)
}

pub(super) fn owned(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}
