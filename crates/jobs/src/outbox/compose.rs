//! From an envelope to the bytes that travel. No value can end a header and begin another: control signs are
//! refused here, before the mail library encodes anything.

use std::time::SystemTime;

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox as MailMailbox, SinglePart};
use lettre::{Address, Message};

use super::message_id::repeatable;
use super::{Envelope, Mailbox, MessageId, NotSendable, Origin};

/// A thread's last letters are enough for any mail program to sort by.
const REFERENCES: usize = 20;

/// A letter ready to travel.
#[derive(Clone)]
pub struct Composed {
    pub message_id: MessageId,
    /// The whole message, lines ended by CR LF.
    pub bytes: Vec<u8>,
    pub(super) path: lettre::address::Envelope,
}

impl std::fmt::Debug for Composed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Composed")
            .field("message_id", &self.message_id)
            .finish_non_exhaustive()
    }
}

/// Puts a letter together, or says what cannot be sent.
pub fn compose(envelope: &Envelope) -> Result<Composed, NotSendable> {
    if has_control(&envelope.subject) {
        return Err(NotSendable::Subject);
    }
    if envelope.body.contains('\0') {
        return Err(NotSendable::Body);
    }
    let is_mark = |sign: u8| sign.is_ascii_alphanumeric() || b".-@".contains(&sign);
    if envelope.loop_mark.len() > 200 || !envelope.loop_mark.bytes().all(is_mark) {
        return Err(NotSendable::LoopMark);
    }
    let mut message = Message::builder()
        .from(mailbox(&envelope.from, NotSendable::From)?)
        .to(mailbox(&envelope.to, NotSendable::To)?)
        .subject(envelope.subject.clone())
        .message_id(Some(envelope.message_id.to_string()))
        .date(SystemTime::from(envelope.written_at));
    if let Some(answered) = envelope.in_reply_to.as_deref().and_then(repeatable) {
        message = message.in_reply_to(answered.to_owned());
    }
    let thread: Vec<&str> = envelope
        .references
        .iter()
        .filter_map(|id| repeatable(id))
        .collect();
    if !thread.is_empty() {
        message = message.references(thread[thread.len().saturating_sub(REFERENCES)..].join(" "));
    }
    for (name, value) in marks(envelope) {
        message = message.raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str(name),
            value.to_owned(),
        ));
    }
    // The library ends the text with a line break of its own.
    let body = envelope.body.trim_end_matches(['\r', '\n']).to_owned();
    let message = message
        .singlepart(SinglePart::plain(body))
        .map_err(|_| NotSendable::Other)?;
    Ok(Composed {
        message_id: envelope.message_id.clone(),
        path: message.envelope().clone(),
        bytes: message.formatted(),
    })
}

/// What tells other machines that nobody sits here, and our own that this letter is ours.
fn marks(envelope: &Envelope) -> Vec<(&'static str, &str)> {
    let mut marks = Vec::new();
    if !envelope.loop_mark.is_empty() {
        marks.push(("X-Loop", envelope.loop_mark.as_str()));
    }
    match envelope.origin {
        Origin::Person => {}
        Origin::Automatic => marks.push(("Auto-Submitted", "auto-generated")),
        Origin::AutomaticReply => marks.push(("Auto-Submitted", "auto-replied")),
    }
    if envelope.origin != Origin::Person {
        // Exchange servers answer with absence notes unless told not to.
        marks.push(("X-Auto-Response-Suppress", "All"));
    }
    marks
}

fn mailbox(mailbox: &Mailbox, which: NotSendable) -> Result<MailMailbox, NotSendable> {
    if mailbox.name.as_deref().is_some_and(has_control) {
        return Err(NotSendable::Name);
    }
    if has_control(&mailbox.address) {
        return Err(which);
    }
    let address: Address = mailbox.address.trim().parse().map_err(|_| which)?;
    Ok(MailMailbox::new(mailbox.name.clone(), address))
}

/// Line breaks of every alphabet too: some programs take U+2028 or U+0085 for the end of a line.
fn has_control(text: &str) -> bool {
    text.chars()
        .any(|sign| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}'))
}
