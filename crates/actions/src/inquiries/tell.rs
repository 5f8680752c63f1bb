//! Tell the person what an agency said: a talk or a delivered letter makes its replies told.

use domain::{
    cases::{Happening, model::EventWord, promises::Heard},
    ids::ReplyId,
    inquiries::told,
};
use store::cases::SeenCase;

use crate::{ActionError, Doing};

/// Notes which replies the person heard of, in the act that records how. Answers what the case's clocks follow.
pub async fn tell_in(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    heard: Heard,
    replies: &[ReplyId],
) -> Result<Vec<Happening>, ActionError> {
    if replies.is_empty() {
        return Ok(Vec::new());
    }
    let all = store::inquiries::replies(&mut doing.act, case).await?;
    let mut n_untold = 0;
    for reply in &all {
        let mut after = reply.clone();
        if replies.contains(&reply.id) {
            after = told(reply, heard);
        }
        if after != *reply {
            doing.act.update(&mut after).await?;
        }
        n_untold += usize::from(after.is_untold());
    }
    if n_untold > 0 {
        return Ok(Vec::new());
    }
    Ok(vec![EventWord::PersonTold.into()])
}
