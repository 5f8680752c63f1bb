//! Queue a letter: into the post, if its receiver may be written to there. The post asks again before it leaves.

use domain::{
    access::{Actor, Deed},
    ids::LetterId,
    letters::{Letter, LetterAct, LetterRefusal, Outgoing, advance_letter},
    people::Way,
    queue::Job,
};
use store::cases::SeenCase;

use super::{check::check, commit_letter, find_version};
use crate::{ActionError, Doing, House, Refused, thread_mark};

/// Which letter, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueLetter {
    pub letter_id: LetterId,
    pub version: i64,
    /// The word of the reason for which safe contact said *ask*, where the actor has asked and sends all the same.
    pub confirm: Option<String>,
}

/// Puts a letter to a person into the post, signing it where the actor may.
pub async fn queue(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: QueueLetter,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let (case, mut letter) = find_version(&mut doing, reference, what.letter_id, what.version).await?;
    if letter.signed_off_by.is_none() {
        if !actor.may(Deed::SignLetters) {
            return Err(LetterRefusal::NotSignedOff.into());
        }
        letter.signed_off_by = Some(doing.stamp.by);
    }
    if what.confirm.is_some() {
        letter.confirmed_by = Some(doing.stamp.by);
        letter.confirmed_reason = what.confirm;
    }
    let letter = queue_in(&mut doing, Some(&case), letter).await?;
    commit_letter(doing, "letters.queue", &letter, None).await
}

/// As [`queue`], for a drafted letter in an act under way, also one of no case.
pub async fn queue_in(
    doing: &mut Doing<'_>,
    case: Option<&SeenCase>,
    letter: Letter,
) -> Result<Letter, ActionError> {
    let outgoing = check(doing, case, letter).await?;
    post(doing, case, outgoing, LetterAct::Queue).await
}

/// Puts what passed its check into the post, under a Message-ID and a mark that stay the same however often it is
/// tried.
pub(crate) async fn post(
    doing: &mut Doing<'_>,
    case: Option<&SeenCase>,
    outgoing: Outgoing,
    by: LetterAct,
) -> Result<Letter, ActionError> {
    let letter = outgoing.into_letter();
    if letter.way != Way::Email {
        return Err(Refused::new("letter-not-by-mail").with("way", &letter.way).into());
    }
    let mut letter = advance_letter(&letter, by, doing.stamp.now, None)?;
    if letter.message_id.is_none() {
        let domain = doing.office.mail_from.rsplit('@').next().unwrap_or_default();
        letter.message_id = Some(format!("<{}@{domain}>", letter.id.0.simple()));
    }
    if let (None, Some(case)) = (&letter.thread_token, case) {
        let keys = doing.house.keys(doing.office.id);
        letter.thread_token = Some(thread_mark(&keys, case).to_string());
    }
    doing.act.update(&mut letter).await?;
    let now = doing.stamp.now;
    doing.act.enqueue(Job::SendLetter(letter.id), now).await?;
    Ok(letter)
}
