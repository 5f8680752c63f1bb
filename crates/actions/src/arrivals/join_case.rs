//! Join an arrival to a case. What the person writes passes the turn to us; a closed case stays closed, and whoever had
//! it is asked to read the message.

use domain::{
    access::Actor,
    arrivals::{ArrivalRefusal, Decision},
    cases::{happen, message_joined},
    ids::ArrivalId,
};

use super::{decide, keep_files, late};
use crate::{ActionError, House};

/// Who wrote it, as the one who joins it decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinedFrom {
    /// The person of the case.
    ThePerson,
    /// An agency, a relative, or nobody knows.
    SomebodyElse,
}

/// Which case, from whom, and which files to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinCase {
    pub reference: String,
    pub from: JoinedFrom,
    /// The files to keep with the case, counted from 1.
    pub files: Vec<i64>,
}

/// Joins the arrival to the case.
pub async fn join_case(
    house: &House,
    actor: &Actor,
    id: ArrivalId,
    what: &JoinCase,
) -> Result<(), ActionError> {
    let seen = super::raw::seen(house, actor, id).await?;
    let sealed = keep_files::seal(house, actor.office_id, &seen, &what.files).await?;
    let (mut doing, arrival) = decide::begin(house, actor, id).await?;
    if !arrival.waits() {
        return Err(ArrivalRefusal::Decided(arrival.fate).into());
    }
    let seen = doing.case(&what.reference).await?;
    let clocks = store::cases::clocks(&mut doing.act, &seen).await?;
    let is_from_person = what.from == JoinedFrom::ThePerson;
    let person = seen.person_id.filter(|_| is_from_person);
    let rules = doing.rules_of(&seen)?;
    let (mut after, happened) = message_joined(&seen, is_from_person, &doing.stamp, rules.calendar);
    let moves = happen(
        &after,
        &clocks,
        &happened,
        rules,
        &doing.stamp,
        &mut doing.fresh(),
    );
    doing.save_clocks(moves).await?;
    if after != *seen {
        doing.act.update(&mut after).await?;
    }
    decide::write_down(&mut doing, &arrival, seen.id, person, seen.sensitivity).await?;
    keep_files::add(&mut doing, seen.id, &arrival, sealed).await?;
    let has_case = [seen.owner_id, seen.closed_by].contains(&Some(actor.staff_id()));
    if !seen.is_open() && !has_case {
        late::set_task(&mut doing, &seen).await?;
    }
    let decision = Decision::JoinedCase {
        case: seen.id,
        person,
    };
    decide::settle(doing, &arrival, decision, "arrivals.join_case").await
}
