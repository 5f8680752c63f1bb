//! A letter of ours came back: it counts as not delivered, what it kept is open again, and telling the person another
//! way is on the worker's list.

use std::collections::BTreeMap;

use domain::{
    cases::{self, Direction, Entry, EntryKind, promises::Heard},
    ids::{EntryId, LetterId},
    letters::{LetterAct, ToKind, advance_letter},
    tasks::HouseTask,
};
use exchange::mail::verdict::Bounce;

use store::cases::SeenCase;

use crate::{ActionError, Doing, letters::house_task_for};

/// Most lines of a timeline that are asked when the person last heard from us.
const MOST_ENTRIES: i64 = 500;

/// Takes back what a letter was believed to have done. A delay changes nothing, nor does a second notice.
pub(super) async fn came_back(
    doing: &mut Doing<'_>,
    letter: LetterId,
    bounce: &Bounce,
) -> Result<(), ActionError> {
    if bounce.is_delay {
        return Ok(());
    }
    let Some(letter) = doing.act.letter(letter).await? else {
        return Ok(());
    };
    let code = bounce.failed.iter().find_map(|failed| failed.code.clone());
    let Ok(mut returned) = advance_letter(&letter, LetterAct::CameBack, doing.stamp.now, code.as_deref())
    else {
        return Ok(());
    };
    doing.act.update(&mut returned).await?;
    let Some(case_id) = letter.case_id else {
        return Ok(());
    };
    let case = doing.case_by_id(case_id).await?;
    doing
        .act
        .insert(&line_of(doing, case.id, letter.id, code))
        .await?;
    match letter.to_kind {
        ToKind::Person | ToKind::Representative => unheard(doing, case, letter.id).await,
        ToKind::Agency => {
            house_task_for(doing, case.id, HouseTask::LetterReturned).await?;
            Ok(())
        }
    }
}

/// The person did not hear: promises that the letter kept are open again, and replies it told of are still to be told.
async fn unheard(doing: &mut Doing<'_>, case: SeenCase, letter: LetterId) -> Result<(), ActionError> {
    let lines = store::cases::entries_about(&mut doing.act, &case, letter.0).await?;
    let promises = store::cases::promises(&mut doing.act, &case).await?;
    let replies = store::inquiries::replies(&mut doing.act, &case).await?;
    let mut did_count = false;
    for line in lines.iter().filter(|line| line.kind == EntryKind::LetterOut) {
        did_count |= Heard::of(&case, line).is_some();
        let mut line = cases::undelivered(line, doing.stamp.today);
        for mut promise in promises
            .iter()
            .filter_map(|promise| cases::reopened(promise, &line))
        {
            doing.act.update(&mut promise).await?;
        }
        for reply in replies.iter().filter(|reply| reply.told_by == Some(line.id)) {
            let mut untold = reply.clone();
            untold.told_by = None;
            doing.act.update(&mut untold).await?;
        }
        doing.act.update(&mut line).await?;
    }
    let entries = store::cases::entries(&mut doing.act, &case, None, MOST_ENTRIES).await?;
    let (today, calendar) = (doing.stamp.today, doing.calendar());
    let case = case.into_inner();
    let mut after = cases::not_heard(&case, &entries, today, calendar);
    if !did_count {
        // The letter never counted as heard, so that nothing of that changes.
        after.heard_on = case.heard_on;
    }
    if after != case {
        doing.act.update(&mut after).await?;
    }
    Ok(())
}

fn line_of(doing: &Doing<'_>, case: domain::ids::CaseId, letter: LetterId, code: Option<String>) -> Entry {
    let mut detail = BTreeMap::from([("event".to_owned(), "letter_returned".to_owned())]);
    detail.extend(code.map(|code| ("code".to_owned(), code)));
    Entry {
        id: EntryId(doing.act.new_id()),
        case_id: case,
        kind: EntryKind::Event,
        direction: Direction::In,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: None,
        person_id: None,
        body: String::new(),
        private: false,
        subject_id: Some(letter.0),
        detail,
    }
}
