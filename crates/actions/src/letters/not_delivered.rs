//! Not delivered: the post did not take a letter. It is tried again, or given up and whoever has the case is asked.

use domain::{
    access::{Actor, Deed},
    cases::{Direction, Entry, EntryKind},
    ids::{EntryId, LetterId, OfficeId},
    letters::{LetterAct, LetterState, ToKind, advance_letter},
    tasks::HouseTask,
};

use super::{begin_sending::lock, commit_letter, hold::owned, house_task_for, unshare_letter};
use crate::{ActionError, Doing, House, moved::save_entry};

/// Why a letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mishap {
    /// The key of the reason.
    pub key: String,
    /// The server's own words. They may name somebody, so they stand on the case and in no log.
    pub words: String,
    pub ending: Ending,
}

/// What follows from a mishap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    TryAgain,
    /// It is given up; the other side never had it.
    Refused,
    /// It is given up; the other side may have had it all the same.
    Unknown,
}

/// Notes that the post did not take a letter.
pub async fn not_delivered(
    house: &House,
    office: OfficeId,
    letter: LetterId,
    mishap: &Mishap,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, &Actor::house(office), Deed::WorkCases).await?;
    let Some((case, letter)) = lock(&mut doing, letter).await? else {
        return Ok(());
    };
    let gives_up = match mishap.ending {
        Ending::TryAgain => false,
        Ending::Refused | Ending::Unknown => true,
    };
    let stuck = match letter.state {
        LetterState::Sending => true,
        // The queue gave up before it could even begin.
        LetterState::Queued => gives_up,
        LetterState::Draft
        | LetterState::Sent
        | LetterState::Failed
        | LetterState::Returned
        | LetterState::Held => false,
    };
    if !stuck {
        return Ok(());
    }
    let now = doing.stamp.now;
    if !gives_up {
        let mut again = advance_letter(&letter, LetterAct::TryAgain, now, Some(&mishap.key))?;
        doing.act.update(&mut again).await?;
        return commit_letter(doing, "letters.try-again", &again, Some(mishap.key.clone())).await;
    }
    let begun = if letter.state == LetterState::Queued {
        advance_letter(&letter, LetterAct::BeginSending, now, None)?
    } else {
        letter
    };
    let mut failed = advance_letter(&begun, LetterAct::GiveUp, now, Some(&mishap.key))?;
    doing.act.update(&mut failed).await?;
    if let Some(case) = &case {
        if failed.to_kind == ToKind::Agency && mishap.ending == Ending::Refused {
            unshare_letter(&mut doing, case, &failed).await?;
        }
        house_task_for(&mut doing, case.id, HouseTask::LetterFailed).await?;
        let entry = Entry {
            id: EntryId(doing.act.new_id()),
            case_id: case.id,
            kind: EntryKind::Attempt,
            direction: Direction::Out,
            at: now,
            written_at: now,
            by: None,
            person_id: failed.person_id,
            body: mishap.words.clone(),
            private: false,
            subject_id: Some(failed.id.0),
            detail: owned(&[("event", "letter_failed"), ("why", &mishap.key)]),
        };
        save_entry(&mut doing, case, &entry).await?;
    }
    commit_letter(doing, "letters.fail", &failed, Some(mishap.key.clone())).await
}
