//! Withdraw an inquiry that nobody has answered; its letter is taken out of the post, if it has not left.

use domain::{
    access::{Actor, Deed},
    cases::{
        Direction, EntryKind, Happening, NextAct, NextWord,
        model::{Event, EventWord},
    },
    clocks::Turn,
    ids::InquiryId,
    inquiries::{InquiryState, withdraw_inquiry},
};

use super::{entry, find};
use crate::{
    ActionError, Doing, House, Refused,
    letters::take_out_of_post,
    moved::{save_entry, save_moved},
};

/// Withdraws an inquiry, with a reason.
pub async fn withdraw(
    house: &House,
    actor: &Actor,
    reference: &str,
    inquiry: InquiryId,
    reason: &str,
) -> Result<(), ActionError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refused::new("case-refused-reason-missing").into());
    }
    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    let before = find(&mut doing, &case, inquiry).await?;
    if let (InquiryState::Ready, Some(letter)) = (before.state, before.letter_id)
        && let Some(letter) = doing.act.letter(letter).await?
    {
        take_out_of_post(&mut doing, &case, &letter).await?;
    }
    let before = find(&mut doing, &case, inquiry).await?;
    let was_sent = before.sent_on.is_some();
    let mut after = withdraw_inquiry(&before, doing.stamp.today)?;
    doing.act.update(&mut after).await?;
    let detail = [("event", "withdrawn".to_owned())];
    let line = entry(
        &doing,
        &after,
        EntryKind::Inquiry,
        Direction::None,
        reason,
        &detail,
    );
    save_entry(&mut doing, &case, &line).await?;
    let mut moved = (*case).clone();
    let mut happened: Vec<Happening> = Vec::new();
    if was_sent {
        happened.push(Happening {
            event: EventWord::InquiryEnded.into(),
            subject: Some(after.id.0),
        });
        let all = store::inquiries::of_case(&mut doing.act, &case).await?;
        let others_wait = all.iter().any(domain::inquiries::Inquiry::is_open);
        if case.is_open() && case.turn == Turn::Agency && !others_wait {
            moved.turn = Turn::Ours;
            moved.next_act = NextAct::Named(NextWord::Review);
            moved.next_on = doing.calendar().on_or_after(doing.stamp.today);
            happened.push(Event::turn(Turn::Ours).into());
        }
    }
    let stamp = doing.stamp;
    save_moved(&mut doing, &case, moved, &happened, &stamp).await?;
    doing
        .commit_case("inquiries.withdraw", case.id, Some(reason.to_owned()))
        .await?;
    Ok(())
}
