//! Send one letter. Between the post taking it and our noting it, a crash may send it again: at least once, always
//! under the same Message-ID.

use std::time::Duration;

use actions::{
    ActionError, House,
    letters::{ACKNOWLEDGEMENT, Begun, Ending, Mishap, Sending, begin_sending, delivered, not_delivered},
};
use domain::ids::{LetterId, OfficeId};
use store::queue::Claimed;

use super::{Ended, MAX_TRIES};
use crate::outbox::{Envelope, Mailbox, MessageId, NotSendable, Origin, Outbox, Reason, SendFault};

pub(super) async fn send(
    house: &House,
    outbox: &Outbox,
    claimed: &Claimed,
    id: LetterId,
) -> Result<Ended, ActionError> {
    let sending = match begin_sending(house, claimed.office, id).await? {
        Begun::Send(sending) => sending,
        Begun::Over | Begun::Held(_) => return Ok(Ended::Done),
    };
    let sent = match envelope(&sending) {
        Ok(envelope) => outbox.send(&envelope).await,
        Err(fault) => Err(fault.into()),
    };
    match sent {
        Ok(_) => {
            note(house, &sending).await?;
            Ok(Ended::Done)
        }
        Err(fault) => {
            tracing::info!(office = %claimed.office, letter = %id, %fault, "a letter did not leave");
            refused(house, claimed, id, &fault).await
        }
    }
}

/// A letter of which it is not known whether it left: whoever has its case is asked.
pub(super) async fn give_up(
    house: &House,
    office: OfficeId,
    id: LetterId,
    why: &str,
) -> Result<(), ActionError> {
    let mishap = Mishap {
        key: why.to_owned(),
        words: String::new(),
        ending: Ending::Unknown,
    };
    not_delivered(house, office, id, &mishap).await
}

/// The letter has left: a busy database is asked a few times more, because trying the job again sends it again.
async fn note(house: &House, sending: &Sending) -> Result<(), ActionError> {
    for pause in [50, 200, 1000] {
        match delivered(house, sending).await {
            Ok(_) => return Ok(()),
            Err(fault) => {
                tracing::warn!(letter = %sending.letter.id, %fault, "a sent letter could not be noted yet");
            }
        }
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
    delivered(house, sending).await.map(|_| ())
}

async fn refused(
    house: &House,
    claimed: &Claimed,
    id: LetterId,
    fault: &SendFault,
) -> Result<Ended, ActionError> {
    let key = fault.reason.key();
    let may_have_left = matches!(fault.reason, Reason::CutOff | Reason::Disk);
    let ending = if fault.is_temporary() && claimed.attempts < MAX_TRIES {
        Ending::TryAgain
    } else if may_have_left {
        Ending::Unknown
    } else {
        Ending::Refused
    };
    let mishap = Mishap {
        key: key.to_owned(),
        words: fault.words.0.clone(),
        ending,
    };
    not_delivered(house, claimed.office, id, &mishap).await?;
    Ok(match ending {
        Ending::TryAgain => Ended::Later(key.to_owned()),
        Ending::Refused | Ending::Unknown => Ended::Dead(key.to_owned()),
    })
}

/// The letter as it travels. The mark stands in the subject and in the text, so that an answer finds its case whatever
/// a mail program does to it.
fn envelope(sending: &Sending) -> Result<Envelope, NotSendable> {
    let (letter, office) = (&sending.letter, &sending.office);
    let domain = letter
        .message_id
        .as_deref()
        .and_then(|id| id.trim_matches(['<', '>']).rsplit('@').next())
        .unwrap_or_default();
    let message_id = MessageId::of_letter(letter.id, domain).map_err(|_| NotSendable::From)?;
    let mark = letter.thread_token.as_deref();
    let subject = mark.map_or_else(
        || letter.subject.clone(),
        |mark| format!("{} {mark}", letter.subject),
    );
    let body = mark.map_or_else(
        || letter.body.clone(),
        |mark| format!("{}\n\n{mark}\n", letter.body.trim_end()),
    );
    let origin = match (sending.is_by_house(), letter.template.as_deref()) {
        (false, _) => Origin::Person,
        (true, Some(ACKNOWLEDGEMENT)) => Origin::AutomaticReply,
        (true, _) => Origin::Automatic,
    };
    Ok(Envelope {
        from: Mailbox::new(office.name.clone(), office.mail_from.clone()),
        to: Mailbox::new(letter.to_name.clone(), letter.to_address.clone()),
        subject,
        body,
        message_id,
        in_reply_to: letter.in_reply_to.clone(),
        references: letter.in_reply_to.clone().into_iter().collect(),
        written_at: letter.queued_at.unwrap_or(letter.drafted_at),
        origin,
        loop_mark: domain.to_owned(),
    })
}
