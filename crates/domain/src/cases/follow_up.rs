//! Follow up: some weeks after closing the person is asked whether it was solved; their answer stands beside ours.

use super::records::{FollowUp, Solved};
use super::refusal::Refusal;
use super::stamp::Stamp;

/// Records that the person was asked.
pub fn ask_again(follow_up: &FollowUp, stamp: &Stamp) -> Result<FollowUp, Refusal> {
    if follow_up.asked_at.is_some() {
        return Err(Refusal::AlreadyAsked);
    }
    Ok(FollowUp {
        asked_at: Some(stamp.now),
        ..follow_up.clone()
    })
}

/// Records the person's own answer. It never changes the office's outcome.
pub fn answer(follow_up: &FollowUp, solved: Solved, note: &str, stamp: &Stamp) -> Result<FollowUp, Refusal> {
    if follow_up.asked_at.is_none() {
        return Err(Refusal::NotAsked);
    }
    // Who did not answer at first may answer later; an answer is not overwritten.
    if follow_up.answer.is_some_and(|before| before != Solved::NoAnswer) {
        return Err(Refusal::AlreadyAnswered);
    }
    let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
    let answered_at = Some(stamp.now);
    Ok(FollowUp {
        answer: Some(solved),
        answer_note: note,
        answered_at,
        ..follow_up.clone()
    })
}
