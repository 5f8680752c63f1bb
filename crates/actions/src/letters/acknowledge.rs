//! Acknowledge a message by itself, when its case is opened: only where a machine may answer, and only where it is
//! known to be safe. Where it is not, the case has its task to do it by hand.

use std::collections::BTreeMap;

use domain::{
    arrivals::{Arrival, ArrivalChannel},
    letters::{ArrivalFacts, LetterRefusal, NoAutoAnswer, may_auto_answer},
    people::{Way, normalise_email},
};
use store::cases::SeenCase;

use super::{DraftLetter, Receiver, Words, draft_in, queue_in};
use crate::{ActionError, Doing, Refused};

/// The template that says we have it.
pub const ACKNOWLEDGEMENT: &str = "acknowledgement";

/// What became of an acknowledgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acknowledged {
    Queued(domain::ids::LetterId),
    Not(NotAcknowledged),
}

/// Why nothing was sent by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAcknowledged {
    NotAnEmail,
    NobodyKnown,
    Machine(NoAutoAnswer),
    /// Safe contact did not say yes, or the words lacked something.
    Refused(Vec<Refused>),
}

/// Acknowledges an arrival in the act that opens its case. What stands in the way is answered, never an error: a case
/// is opened all the same.
pub async fn acknowledge_in(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    arrival: &Arrival,
) -> Result<Acknowledged, ActionError> {
    if arrival.channel != ArrivalChannel::Email {
        return Ok(Acknowledged::Not(NotAcknowledged::NotAnEmail));
    }
    if case.person_id.is_none() {
        return Ok(Acknowledged::Not(NotAcknowledged::NobodyKnown));
    }
    let mailbox = normalise_email(&arrival.from_address);
    let own = [doing.office.mail_from.as_str()];
    let facts = ArrivalFacts {
        verdict: arrival.verdict,
        from: Some(&mailbox),
        own: &own,
        last_answered_at: None,
        now: doing.stamp.now,
    };
    if let Err(why) = may_auto_answer(&facts) {
        return Ok(Acknowledged::Not(NotAcknowledged::Machine(why)));
    }
    let last_answered_at = doing.act.last_written_by_house(&mailbox).await?;
    let facts = ArrivalFacts {
        last_answered_at,
        ..facts
    };
    if let Err(why) = may_auto_answer(&facts) {
        return Ok(Acknowledged::Not(NotAcknowledged::Machine(why)));
    }
    match write(doing, case, arrival, mailbox).await {
        Ok(letter) => Ok(Acknowledged::Queued(letter)),
        Err(ActionError::Refused(why)) => Ok(Acknowledged::Not(NotAcknowledged::Refused(why))),
        Err(fault) => Err(fault),
    }
}

async fn write(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    arrival: &Arrival,
    mailbox: String,
) -> Result<domain::ids::LetterId, ActionError> {
    let draft = DraftLetter {
        to: Receiver::Person,
        way: Way::Email,
        to_address: Some(mailbox),
        words: Words::Template {
            id: ACKNOWLEDGEMENT.to_owned(),
            fields: BTreeMap::new(),
        },
        in_reply_to: arrival.message_id.clone(),
        tells_of: vec![],
    };
    let mut letter = draft_in(doing, case, draft).await?;
    // Nobody wrote it, and others' machines are told so.
    letter.drafted_by = domain::access::Actor::house(doing.office.id).staff_id();
    match queue_in(doing, Some(case), letter.clone()).await {
        Ok(letter) => Ok(letter.id),
        Err(ActionError::Refused(why)) => {
            // A draft nobody asked for would only be in the way.
            doing.act.remove(&letter).await?;
            Err(ActionError::Refused(why))
        }
        Err(fault) => Err(fault),
    }
}

impl From<LetterRefusal> for NotAcknowledged {
    fn from(refusal: LetterRefusal) -> Self {
        Self::Refused(vec![refusal.into()])
    }
}
