//! Record a letter on paper as posted, on the day somebody put it into the post.

use domain::{
    access::{Actor, Deed},
    ids::LetterId,
    letters::{LetterAct, advance_letter},
    people::Way,
};
use jiff::civil::Date;

use super::{check::check, commit_letter, delivered::reached, find_version};
use crate::{ActionError, Doing, FieldFault, House, Refused};

/// Which letter, as it was read, and when it was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub letter_id: LetterId,
    pub version: i64,
    pub on: Date,
    /// As for queueing.
    pub confirm: Option<String>,
}

/// Checks a paper letter as any other, and notes that it left.
pub async fn record_posted(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: Posted,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::SignLetters).await?;
    let (case, mut letter) = find_version(&mut doing, reference, what.letter_id, what.version).await?;
    if letter.way != Way::Post {
        return Err(Refused::new("letter-not-on-paper")
            .with("way", &letter.way)
            .into());
    }
    if what.on > doing.stamp.today {
        return Err(ActionError::Invalid(vec![FieldFault::new(
            "on",
            "field-in-future",
        )]));
    }
    letter.signed_off_by.get_or_insert(doing.stamp.by);
    if what.confirm.is_some() {
        letter.confirmed_by = Some(doing.stamp.by);
        letter.confirmed_reason = what.confirm;
    }
    let now = doing.stamp.now;
    let letter = check(&mut doing, Some(&case), letter).await?.into_letter();
    let queued = advance_letter(&letter, LetterAct::Queue, now, None)?;
    let sending = advance_letter(&queued, LetterAct::BeginSending, now, None)?;
    let mut sent = advance_letter(&sending, LetterAct::Delivered, now, None)?;
    doing.act.update(&mut sent).await?;
    reached(&mut doing, &case, &sent, what.on).await?;
    commit_letter(doing, "letters.record-posted", &sent, None).await
}
