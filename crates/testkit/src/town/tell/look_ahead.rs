//! What a careful worker does after a step that left the next act behind: names the next one, on a day to come.

use actions::cases::set_next;
use domain::{
    cases::{NextAct, NextWord},
    inquiries::ReplyKind,
};
use jiff::ToSpan;

use super::{Doing, Teller, TownError};
use crate::town::written::StepAct;

/// Days until an agency that has said "we have it" is asked again.
const AFTER_ACKNOWLEDGEMENT: i64 = 21;
/// Days until an agency is asked again, where the person was told meanwhile that there is nothing yet.
const AFTER_A_CALL: i64 = 7;

impl Teller<'_> {
    pub(super) async fn look_ahead(&self, doing: &Doing<'_>, act: &StepAct) -> Result<(), TownError> {
        let acknowledged = match act {
            StepAct::Reply(reply) => reply.kind == ReplyKind::Acknowledgement,
            StepAct::Call { .. } | StepAct::Letter { .. } => false,
            _ => return Ok(()),
        };
        let case = self.case(doing.opened.id).await?;
        let NextAct::Named(word) = case.next_act else {
            return Ok(());
        };
        let (next, days) = match word {
            NextWord::Chase if acknowledged => (NextWord::Chase, AFTER_ACKNOWLEDGEMENT),
            NextWord::Chase => (NextWord::Chase, AFTER_A_CALL),
            NextWord::FirstResponse
            | NextWord::FollowUp
            | NextWord::RequestRelease
            | NextWord::SendInquiry
            | NextWord::Review => (NextWord::FollowUp, case.cadence_days),
            NextWord::TellPerson | NextWord::Close => return Ok(()),
        };
        if !case.is_open() || (case.next_on > doing.today && !acknowledged) {
            return Ok(());
        }
        let office = self.house.desk().office(self.office).await?;
        let calendar = self.house.calendar(&office.calendar);
        let on = calendar.on_or_after(doing.today.saturating_add(days.days()));
        let next = NextAct::Named(next);
        Ok(set_next(self.house, doing.actor, doing.reference(), next, on).await?)
    }
}
