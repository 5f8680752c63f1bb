//! What every decision on an arrival has in common: it waits, it is seen, and the decision can be taken back.

use std::collections::BTreeMap;

use domain::{
    access::{Actor, Deed as May},
    arrivals::{Arrival, Decision, decide},
    cases::{Direction, Entry, EntryKind},
    ids::{ArrivalId, CaseId, EntryId, PersonId},
};
use store::{
    ledger::Deed,
    search::{Doc, DocKind},
};

use super::late;
use crate::{ActionError, Doing, House};

/// Words of a message beyond this are not put into the index; they stay in the message.
const MOST_INDEXED: usize = 100_000;

/// Begins a decision: the arrival is locked, and seen by the actor. What happens from here can be taken back.
pub(super) async fn begin<'h>(
    house: &'h House,
    actor: &Actor,
    id: ArrivalId,
) -> Result<(Doing<'h>, Arrival), ActionError> {
    let mut doing = Doing::begin(house, actor, May::TakeIn).await?;
    let arrival = doing.act.arrival(id).await?.ok_or(ActionError::NotFound)?;
    doing.act.keep_a_way_back();
    Ok((doing, arrival))
}

/// Sets the fate, settles what waited for it, and commits.
pub(super) async fn settle(
    mut doing: Doing<'_>,
    arrival: &Arrival,
    decision: Decision,
    action: &'static str,
) -> Result<(), ActionError> {
    let decided = decided_in(&mut doing, arrival, decision).await?;
    let deed = Deed {
        action,
        object: "arrivals",
        object_id: decided.id.0,
        case_id: decided.fate_case.or(decided.reply_to_case),
        outcome: "done",
        reason: decided.fate_reason,
    };
    doing.commit(deed).await?;
    Ok(())
}

/// Sets the fate as part of an act under way.
pub(super) async fn decided_in(
    doing: &mut Doing<'_>,
    arrival: &Arrival,
    decision: Decision,
) -> Result<Arrival, ActionError> {
    let mut decided = decide(arrival, decision, &doing.stamp)?;
    doing.act.update(&mut decided).await?;
    late::decided(doing, &decided).await?;
    Ok(decided)
}

/// Writes the message into a case's timeline, and makes its words findable unless the case is sensitive.
pub(super) async fn write_down(
    doing: &mut Doing<'_>,
    arrival: &Arrival,
    case: CaseId,
    person: Option<PersonId>,
    sensitivity: i64,
) -> Result<(), ActionError> {
    let said = [
        ("channel", arrival.channel.as_str()),
        ("from_name", arrival.from_name.as_str()),
        ("from_address", arrival.from_address.as_str()),
        ("subject", arrival.subject.as_str()),
    ];
    let said = said.into_iter().filter(|(_, value)| !value.is_empty());
    let detail: BTreeMap<String, String> = said
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let entry = Entry {
        id: EntryId(doing.act.new_id()),
        case_id: case,
        kind: EntryKind::LetterIn,
        direction: Direction::In,
        at: arrival.received_at,
        written_at: doing.stamp.now,
        by: Some(doing.stamp.by),
        person_id: person,
        body: arrival.new_text.clone(),
        private: false,
        subject_id: Some(arrival.id.0),
        detail,
    };
    doing.act.insert(&entry).await?;
    if sensitivity < 2 {
        let text = format!(
            "{} {}",
            arrival.subject,
            exchange::text::first(&arrival.new_text, MOST_INDEXED)
        );
        let doc = Doc {
            id: entry.id.0,
            kind: DocKind::Entry,
            case_id: Some(case),
            person_id: person,
            at: entry.at,
            text: &text,
        };
        doing.act.index(doc).await?;
    }
    Ok(())
}
