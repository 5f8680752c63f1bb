//! Log a call. A talk with the person renews our promise to them; a try or a message left does not.

use domain::{
    access::{Actor, Deed},
    cases::{
        self, Calling, NextAct, NextWord,
        promises::{Heard, keep},
    },
    ids::{EntryId, PromiseId, ReplyId},
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House, inquiries::tell_in};

/// A call, and what it brought about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogCall {
    pub calling: Calling,
    /// The agency's replies that the person heard of.
    pub tells_of: Vec<ReplyId>,
    /// Promises that were kept by it.
    pub keeps: Vec<PromiseId>,
    /// The day of the next follow-up; none: by the cadence.
    pub follow_up: Option<Date>,
}

/// Logs the call and answers its line of the timeline.
pub async fn log_call(
    house: &House,
    actor: &Actor,
    reference: &str,
    log: LogCall,
) -> Result<EntryId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let entry = log_in(&mut doing, reference, &log).await?;
    let case_id = entry.case_id;
    doing.answers(&entry.id);
    doing.commit_case("cases.log-call", case_id, None).await?;
    Ok(entry.id)
}

/// Logs a call as part of an act under way.
pub(super) async fn log_in(
    doing: &mut Doing<'_>,
    reference: &str,
    log: &LogCall,
) -> Result<cases::Entry, ActionError> {
    let seen = doing.case(reference).await?;
    let mut fresh = doing.fresh();
    let entry = cases::call(&seen, &log.calling, &doing.stamp, &mut fresh)?;
    doing.tell(&seen, &entry).await?;
    let mut after = doing.heard(&seen, (*seen).clone(), &entry).await?;
    let heard = Heard::of(&seen, &entry);
    if let Some(heard) = heard {
        let told = tell_in(doing, &seen, heard, &log.tells_of).await?;
        doing.happened(&seen, &after, &told).await?;
        if !log.tells_of.is_empty() && after.next_act == NextAct::Named(NextWord::TellPerson) {
            after = cases::next_done(&after, doing.stamp.today, doing.calendar());
        }
    }
    if !log.keeps.is_empty() {
        let heard = heard.ok_or(cases::Refusal::NotHeard)?;
        let promises = store::cases::promises(&mut doing.act, &seen).await?;
        for id in &log.keeps {
            let promise = promises.iter().find(|promise| promise.id == *id);
            let mut kept = keep(promise.ok_or(ActionError::NotFound)?, heard, &doing.stamp)?;
            doing.act.update(&mut kept).await?;
        }
    }
    if seen.is_open() {
        after = super::set_next::follow_up_on(doing, &after, log.follow_up)?;
        doing.save_case(&mut after).await?;
    }
    doing.drop_draft(&seen, "call").await?;
    Ok(entry)
}
