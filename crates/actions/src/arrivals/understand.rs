//! Understand one message, away from the event loop: what it says, what it is, and which letters of ours it names.
//! Nothing here knows the database; what is named is only a claim until [`super::thread`] has looked it up.

use std::{cell::RefCell, time::Duration};

use domain::{
    arrivals::Because,
    letters::{ThreadToken, find_tokens},
};
use exchange::{
    mail::{self, Judgement, Known, Limits, Message, PieceKind, ReadFault, Unreadable},
    text::first,
};
use files::OfficeKeys;
use jiff::{Timestamp, civil::Date};

use crate::is_our_mark;

/// Longer than any message takes; what takes longer is filed unread.
const LONGEST: Duration = Duration::from_secs(30);
/// Letters of ours one message can name: beyond that it names them to make us look.
const MOST_NAMED: usize = 50;
const MOST_NAME: usize = 200;
const MOST_ADDRESS: usize = 320;
const MOST_SUBJECT: usize = 1_000;
const MOST_TEXT: usize = 1 << 20;

/// A message as far as it was understood without looking anything up.
pub(super) struct Understood {
    /// Its attachments carry no bytes: those lie sealed with the raw message.
    pub message: Message,
    /// Judged as if nothing of ours were named in it.
    pub plain: Judgement,
    /// Marks that this office made.
    pub marks: Vec<ThreadToken>,
    /// Whether it carries a mark that only looks like ours.
    pub has_false_mark: bool,
    /// Message-IDs that it answers or returns.
    pub named: Vec<String>,
    pub words: Words,
}

/// The words of a message, cut and cleaned.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub new_text: String,
    pub quoted_text: String,
    pub signature: String,
    pub html: Option<String>,
    pub left_out: i64,
}

/// Reads a message under the limits, off the event loop. A reader that fails or hangs is a reason, never a fault.
pub(super) async fn understand(raw: Vec<u8>, keys: OfficeKeys) -> Result<Box<Understood>, Unreadable> {
    let reading = tokio::task::spawn_blocking(move || read(&raw, &keys).map(Box::new));
    match tokio::time::timeout(LONGEST, reading).await {
        Ok(Ok(read)) => read,
        Ok(Err(_)) | Err(_) => Err(Unreadable::Broken),
    }
}

fn read(raw: &[u8], keys: &OfficeKeys) -> Result<Understood, Unreadable> {
    let mut message = mail::read(raw, &Limits::default())?;
    for attachment in &mut message.attachments {
        attachment.bytes = Vec::new();
    }
    let marks: RefCell<Vec<ThreadToken>> = RefCell::default();
    let named: RefCell<Vec<String>> = RefCell::default();
    let note_marks = |text: &str| {
        marks.borrow_mut().extend(find_tokens(text));
        None
    };
    let note_name = |id: &str| {
        let mut named = named.borrow_mut();
        if named.len() < MOST_NAMED && !named.iter().any(|known| known == id) {
            named.push(id.to_owned());
        }
        false
    };
    let plain = mail::judge(
        &message,
        &Known {
            token: &note_marks,
            sent: &note_name,
        },
    );
    let (ours, others): (Vec<_>, Vec<_>) = marks
        .into_inner()
        .into_iter()
        .take(MOST_NAMED)
        .partition(|mark| is_our_mark(keys, mark));
    Ok(Understood {
        words: words(&message),
        plain,
        marks: ours,
        has_false_mark: !others.is_empty(),
        named: named.into_inner(),
        message,
    })
}

fn words(message: &Message) -> Words {
    let cut = mail::split_text(first(&message.text, MOST_TEXT), &message.subject);
    let earlier = [PieceKind::Quoted, PieceKind::Forwarded].map(|kind| cut.joined(kind));
    let earlier: Vec<&str> = earlier
        .iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    let cleaned = message.html.as_deref().and_then(mail::html::clean);
    let left = cleaned
        .as_ref()
        .map(|cleaned| cleaned.left_out)
        .unwrap_or_default();
    let left_out =
        left.remote_pictures + left.enclosed_pictures + left.scripts + left.forms + left.frames + left.styles;
    Words {
        new_text: cut.reply(),
        quoted_text: earlier.join("\n\n"),
        signature: cut.joined(PieceKind::Signature),
        html: cleaned.map(|cleaned| cleaned.html),
        left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
    }
}

impl Understood {
    pub(super) fn sender_name(&self) -> String {
        let from = self.message.from.first().or(self.message.sender.as_ref());
        short(from.and_then(|mailbox| mailbox.name.as_deref()), MOST_NAME)
    }

    pub(super) fn sender_address(&self) -> String {
        let sender = self.message.sender.as_ref();
        let address = self
            .message
            .from_address()
            .or_else(|| sender.and_then(|mailbox| mailbox.address.as_deref()));
        short(address, MOST_ADDRESS)
    }

    pub(super) fn subject(&self) -> String {
        short(Some(&self.message.subject), MOST_SUBJECT)
    }

    /// In its brackets, as a letter that answers it must repeat it.
    pub(super) fn message_id(&self) -> Option<String> {
        let id = short(self.message.message_id.as_deref(), MOST_SUBJECT);
        (!id.is_empty()).then(|| format!("<{id}>"))
    }

    /// When its sender says it was written; an instant nobody can have meant is none.
    pub(super) fn written_at(&self) -> Option<Timestamp> {
        let latest = Timestamp::from_second(221_845_392_000).ok()?;
        self.message
            .date
            .filter(|at| *at >= Timestamp::UNIX_EPOCH && *at < latest)
    }

    pub(super) fn language(&self) -> Option<String> {
        let said = self.message.field("Content-Language")?;
        let tag = said.split([',', ';']).next()?.trim();
        let plain = tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        (plain && (2..=16).contains(&tag.len())).then(|| tag.to_owned())
    }

    /// The day an invitation is for.
    pub(super) fn invited_on(&self) -> Option<Date> {
        let starts = self.message.calendar.first()?.starts.as_deref()?;
        Date::strptime("%Y%m%d", starts.get(..8)?).ok()
    }
}

/// What was wrong with the message and changes how a person should read it.
pub(super) fn warnings(message: &Message) -> impl Iterator<Item = Because> {
    let matters = |fault: &&ReadFault| {
        matches!(
            fault,
            ReadFault::Sealed
                | ReadFault::Partial
                | ReadFault::HtmlTooLarge
                | ReadFault::NameChanged
                | ReadFault::UnknownCharset
                | ReadFault::GuessedCharset
                | ReadFault::NoSender
        )
    };
    message.faults.iter().filter(matters).map(|fault| Because {
        key: fault.key(),
        args: Vec::new(),
    })
}

fn short(text: Option<&str>, most: usize) -> String {
    first(text.unwrap_or_default().trim(), most).to_owned()
}
