//! From draft to delivery: which step may follow which, as a table.

use crate::letters::{Letter, LetterRefusal, LetterState};
use crate::words;
use jiff::Timestamp;

words! {
    /// What happens to a letter.
    pub enum LetterAct {
        Queue => "queue",
        BeginSending => "begin-sending",
        Delivered => "delivered",
        /// The mail server did not take it; it is tried again.
        TryAgain => "try-again",
        /// It was tried often enough.
        GiveUp => "give-up",
        CameBack => "came-back",
        /// Permission or safety changed before it left.
        Hold => "hold",
        /// A person has looked at it and lets it go again.
        Release => "release",
        /// A person wants to write it again, or not at all.
        TakeBack => "take-back",
    }
}

/// From where an act leads where.
pub const LETTER_STEPS: &[(LetterState, LetterAct, LetterState)] = &[
    (LetterState::Draft, LetterAct::Queue, LetterState::Queued),
    (LetterState::Queued, LetterAct::BeginSending, LetterState::Sending),
    // A worker that died while sending leaves a letter here; the next one takes it up.
    (
        LetterState::Sending,
        LetterAct::BeginSending,
        LetterState::Sending,
    ),
    (LetterState::Sending, LetterAct::Delivered, LetterState::Sent),
    (LetterState::Sending, LetterAct::TryAgain, LetterState::Queued),
    (LetterState::Sending, LetterAct::GiveUp, LetterState::Failed),
    (LetterState::Sent, LetterAct::CameBack, LetterState::Returned),
    (LetterState::Queued, LetterAct::Hold, LetterState::Held),
    (LetterState::Sending, LetterAct::Hold, LetterState::Held),
    (LetterState::Failed, LetterAct::Queue, LetterState::Queued),
    (LetterState::Held, LetterAct::Release, LetterState::Queued),
    // What is on its way cannot be taken back.
    (LetterState::Queued, LetterAct::TakeBack, LetterState::Draft),
    (LetterState::Held, LetterAct::TakeBack, LetterState::Draft),
    (LetterState::Failed, LetterAct::TakeBack, LetterState::Draft),
];

/// Moves a letter on, noting when. `error` is a short, impersonal reason where something went wrong.
pub fn advance_letter(
    letter: &Letter,
    act: LetterAct,
    at: Timestamp,
    error: Option<&str>,
) -> Result<Letter, LetterRefusal> {
    let step = LETTER_STEPS
        .iter()
        .find(|(from, by, _)| *from == letter.state && *by == act);
    let Some((_, _, to)) = step else {
        return Err(LetterRefusal::NotFrom(letter.state));
    };
    let mut after = Letter {
        state: *to,
        last_error: error.map(str::to_owned),
        ..letter.clone()
    };
    match act {
        LetterAct::Queue | LetterAct::Release => after.queued_at = Some(at),
        LetterAct::BeginSending => after.attempts += 1,
        LetterAct::Delivered => after.sent_at = Some(at),
        LetterAct::TakeBack => after.queued_at = None,
        LetterAct::TryAgain | LetterAct::GiveUp | LetterAct::CameBack | LetterAct::Hold => {}
    }
    Ok(after)
}
