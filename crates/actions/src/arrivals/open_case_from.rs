//! Open a case from an arrival: its words become the first line of the timeline, its files the case's documents.

use domain::{
    access::Actor,
    arrivals::{Arrival, ArrivalChannel, Decision},
    cases::Channel,
    ids::{ArrivalId, PersonId},
};

use super::{decide, keep_files};
use crate::{
    ActionError, Doing, House,
    cases::{OpenCase, open_in},
    letters::acknowledge_in,
    people::{NewPerson, add_in},
};

/// Whose matter it is.
#[derive(Debug, Clone, PartialEq)]
pub enum WhoseCase {
    New(Box<NewPerson>),
    /// Somebody on record, as a person decided; never by a score alone.
    Known(PersonId),
    /// Not known yet.
    NotKnown,
}

/// The case to open. Its person and channel come from the other two.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenCaseFrom {
    pub whose: WhoseCase,
    pub case: OpenCase,
    /// The files to keep with the case, counted from 1.
    pub files: Vec<i64>,
}

/// Opens the case, and answers its reference. Its sender is told at once that we have it, where a machine may and it is
/// known to be safe; else the case has its task to do that by hand.
pub async fn open_case_from(
    house: &House,
    actor: &Actor,
    id: ArrivalId,
    what: OpenCaseFrom,
) -> Result<String, ActionError> {
    let seen = super::raw::seen(house, actor, id).await?;
    let sealed = keep_files::seal(house, actor.office_id, &seen, &what.files).await?;
    let (mut doing, arrival) = decide::begin(house, actor, id).await?;
    let (decision, reference) = open_from_in(&mut doing, &arrival, what.whose, what.case, sealed).await?;
    // A case behind a wall that its opener does not have is acknowledged by whoever does.
    let opened = match &decision {
        Decision::OpenedCase { case, .. } => doing.act.case_by_id(*case).await?,
        _ => None,
    };
    if let Some(case) = opened {
        acknowledge_in(&mut doing, &case, &arrival).await?;
    }
    decide::settle(doing, &arrival, decision, "arrivals.open_case").await?;
    Ok(reference)
}

/// Opens a case from an arrival as part of an act under way.
pub(super) async fn open_from_in(
    doing: &mut Doing<'_>,
    arrival: &Arrival,
    whose: WhoseCase,
    case: OpenCase,
    sealed: Vec<keep_files::SealedFile>,
) -> Result<(Decision, String), ActionError> {
    // Decided by somebody else meanwhile: say so before anything is opened.
    if !arrival.waits() {
        return Err(domain::arrivals::ArrivalRefusal::Decided(arrival.fate).into());
    }
    let person = match whose {
        WhoseCase::New(person) => Some(add_in(doing, *person).await?.id),
        WhoseCase::Known(id) => {
            let person = doing.act.person(id).await?.ok_or(ActionError::NotFound)?;
            Some(person.id)
        }
        WhoseCase::NotKnown => None,
    };
    let opened = open_in(doing, filled_in(case, arrival, person)).await?;
    let case = &opened.case;
    decide::write_down(doing, arrival, case.id, person, case.sensitivity).await?;
    keep_files::add(doing, case.id, arrival, sealed).await?;
    let decision = Decision::OpenedCase {
        case: case.id,
        person,
    };
    Ok((decision, case.reference.clone()))
}

/// What nobody typed comes from the message.
fn filled_in(case: OpenCase, arrival: &Arrival, person_id: Option<PersonId>) -> OpenCase {
    let or = |typed: String, said: &str, most: usize| {
        if typed.trim().is_empty() {
            exchange::text::first(said.trim(), most).to_owned()
        } else {
            typed
        }
    };
    let channel = match arrival.channel {
        ArrivalChannel::Email => Channel::Email,
        ArrivalChannel::Phone => Channel::Phone,
        ArrivalChannel::WalkIn => Channel::WalkIn,
        ArrivalChannel::Letter => Channel::Letter,
        ArrivalChannel::WebForm => Channel::WebForm,
    };
    OpenCase {
        person_id,
        channel,
        title: or(case.title, &arrival.subject, 80),
        summary: or(case.summary, &arrival.new_text, 4_000),
        ..case
    }
}
