//! Chase: the agency was asked again, and the next day to ask is set.

use domain::{
    access::{Actor, Deed},
    cases::{Direction, EntryKind, NextAct, NextWord, guards::Facts, may, model::ActName},
    ids::InquiryId,
    inquiries::{AgencyChannel, Chase, chase_inquiry},
};
use jiff::civil::Date;

use super::{entry, find};
use crate::{
    ActionError, Doing, House,
    moved::{save_entry, save_moved},
};

/// How and when an agency was asked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChaseInquiry {
    pub inquiry_id: InquiryId,
    pub on: Date,
    pub channel: AgencyChannel,
    pub note: Option<String>,
    /// When to ask again.
    pub next_on: Option<Date>,
}

/// Records a chase.
pub async fn chase(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: ChaseInquiry,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    let rules = doing.rules_of(&case)?;
    may(rules.model, ActName::Chase, &case, &Facts::of(&case))?;
    let inquiry = find(&mut doing, &case, what.inquiry_id).await?;
    let chase = Chase {
        on: what.on,
        by: doing.stamp.by,
        channel: what.channel,
        note: what.note.clone(),
    };
    let mut after = chase_inquiry(&inquiry, chase, what.next_on, doing.stamp.today)?;
    doing.act.update(&mut after).await?;
    let detail = [
        ("event", "chased".to_owned()),
        ("channel", what.channel.to_string()),
        ("chased_on", what.on.to_string()),
    ];
    let note = what.note.unwrap_or_default();
    let line = entry(&doing, &after, EntryKind::Inquiry, Direction::Out, &note, &detail);
    save_entry(&mut doing, &case, &line).await?;
    let mut moved = (*case).clone();
    if let Some(next) = after.chase_on.filter(|_| case.is_open()) {
        moved.next_act = NextAct::Named(NextWord::Chase);
        moved.next_on = doing.calendar().on_or_after(next.max(doing.stamp.today));
    }
    let stamp = doing.stamp;
    save_moved(&mut doing, &case, moved, &[], &stamp).await?;
    doing.commit_case("inquiries.chase", case.id, None).await?;
    Ok(())
}
