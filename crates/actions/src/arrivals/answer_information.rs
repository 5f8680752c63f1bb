//! Answer an arrival with information: no case is opened, and a letter to its sender may be drafted at once.

use domain::{
    access::Actor,
    arrivals::{Arrival, ArrivalRefusal, Decision},
    ids::{ArrivalId, LetterId},
    letters::{Letter, LetterState, ToKind},
    people::Way,
};

use super::decide;
use crate::{ActionError, Doing, House};

/// How it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerInformation {
    pub note: Option<String>,
    pub letter: Option<InformationLetter>,
}

/// The letter to draft. It is signed off and sent like any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InformationLetter {
    pub subject: String,
    pub body: String,
    /// BCP 47 tag.
    pub language: String,
}

/// Answers the arrival as information, and answers the id of the letter that was drafted.
pub async fn answer_information(
    house: &House,
    actor: &Actor,
    id: ArrivalId,
    what: AnswerInformation,
) -> Result<Option<LetterId>, ActionError> {
    let (mut doing, arrival) = decide::begin(house, actor, id).await?;
    let letter = match what.letter {
        Some(letter) => Some(draft(&mut doing, &arrival, letter).await?),
        None => None,
    };
    let decision = Decision::AnsweredInformation { note: what.note };
    decide::settle(doing, &arrival, decision, "arrivals.answer_information").await?;
    Ok(letter)
}

async fn draft(
    doing: &mut Doing<'_>,
    arrival: &Arrival,
    what: InformationLetter,
) -> Result<LetterId, ActionError> {
    if !arrival.from_address.contains('@') {
        return Err(ArrivalRefusal::NoAddress.into());
    }
    if what.body.trim().is_empty() {
        return Err(ArrivalRefusal::WordsMissing.into());
    }
    let letter = Letter {
        id: LetterId(doing.act.new_id()),
        case_id: None,
        person_id: None,
        to_kind: ToKind::Person,
        to_name: arrival.from_name.clone(),
        to_address: arrival.from_address.clone(),
        way: Way::Email,
        template: None,
        template_version: None,
        language: what.language,
        subject: what.subject.trim().to_owned(),
        body: what.body,
        state: LetterState::Draft,
        message_id: None,
        thread_token: None,
        in_reply_to: arrival.message_id.clone(),
        disclosure_id: None,
        drafted_at: doing.stamp.now,
        drafted_by: doing.stamp.by,
        signed_off_by: None,
        confirmed_by: None,
        confirmed_reason: None,
        tells_of: vec![],
        queued_at: None,
        sent_at: None,
        attempts: 0,
        last_error: None,
        version: 0,
    };
    doing.act.insert(&letter).await?;
    Ok(letter.id)
}
