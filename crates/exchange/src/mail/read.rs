//! Raw bytes to a [`Message`]: structure under the limits first, meaning second, and no input that stops it.

use super::body;
use super::fields;
use super::header;
use super::limits::{Limits, Unreadable};
use super::message::{Mailbox, Message, ReadFault};
use super::params;
use super::walk::{self, Inside, Part, Shape};
use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Whether attachments carry their bytes. Those of enclosed messages do not: the enclosing one has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bytes {
    Kept,
    Left,
}

/// Reads one message. Never panics: a fault of a library we lean on is an [`Unreadable::Broken`].
pub fn read(raw: &[u8], limits: &Limits) -> Result<Message, Unreadable> {
    let raw = with_line_ends(raw);
    catch_unwind(AssertUnwindSafe(|| {
        let top = walk::structure(&raw, limits)?;
        Ok(message_of(&top, limits, Bytes::Kept))
    }))
    .unwrap_or(Err(Unreadable::Broken))
}

/// What can be said of a message that is not read, from its first lines alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glance {
    pub from: Option<Mailbox>,
    pub subject: String,
}

/// Looks at the first 64 KiB of the header only, so that a person sees who the unreadable message is from.
pub fn glance(raw: &[u8]) -> Glance {
    catch_unwind(|| {
        let begins = &raw[..raw.len().min(64 << 10)];
        let block =
            header::block(begins, header::start(begins), usize::MAX / 2, |_| false).unwrap_or_default();
        let mut message = Message::default();
        let wanted: Vec<_> = block
            .fields
            .into_iter()
            .filter(|field| field.is("From") || field.is("Subject"))
            .collect();
        fields::fill(&mut message, &wanted[..wanted.len().min(4)], None);
        Glance {
            from: message.from.into_iter().next(),
            subject: crate::text::first(&message.subject, 300).to_owned(),
        }
    })
    .unwrap_or_default()
}

/// Old Macintosh mail ends lines in a lone CR; everything below counts on LF.
fn with_line_ends(raw: &[u8]) -> Cow<'_, [u8]> {
    if raw.contains(&b'\n') || !raw.contains(&b'\r') {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(
        raw.iter()
            .map(|&byte| if byte == b'\r' { b'\n' } else { byte })
            .collect(),
    )
}

/// The message a part is, with everything inside it.
pub(super) fn message_of(top: &Part<'_>, limits: &Limits, bytes: Bytes) -> Message {
    let mut message = Message {
        media_type: top.media_type.clone(),
        ..Message::default()
    };
    message.report_type = top.content_type.get("report-type").map(str::to_ascii_lowercase);
    fields::fill(&mut message, &top.fields, hint(top));
    body::fill(&mut message, top, limits, bytes);
    for part in every_part(top) {
        message.faults.extend(part.faults.iter().map(|shape| match shape {
            Shape::BrokenHeader => ReadFault::BrokenHeader,
            Shape::NoHeader => ReadFault::NoHeader,
            Shape::NoEndBoundary => ReadFault::NoEndBoundary,
            Shape::NoPartFound => ReadFault::NoPartFound,
            Shape::NoBoundaryNamed => ReadFault::NoBoundaryNamed,
        }));
    }
    message.faults.sort_unstable();
    message.faults.dedup();
    message
}

/// A message of which only the header came back, as bounces return it.
pub(super) fn header_only(raw: &[u8]) -> Message {
    let block = header::block(raw, header::start(raw), usize::MAX / 2, |_| false).unwrap_or_default();
    let content_type = params::content_type(&block.fields);
    let mut message = Message {
        media_type: content_type.value,
        ..Message::default()
    };
    fields::fill(&mut message, &block.fields, None);
    message
}

/// The charset the first text part declares: what raw bytes in the header most likely are.
fn hint<'p>(top: &'p Part<'_>) -> Option<&'p str> {
    let mut parts = every_part(top)
        .into_iter()
        .filter(|part| part.media_type.starts_with("text/"));
    parts.find_map(|part| part.content_type.get("charset"))
}

/// The part and those inside it, enclosed messages left out.
fn every_part<'p, 'a>(top: &'p Part<'a>) -> Vec<&'p Part<'a>> {
    let mut all = vec![top];
    let mut next = 0;
    while let Some(part) = all.get(next).copied() {
        if let Inside::Parts(children) = &part.inside {
            all.extend(children);
        }
        next += 1;
    }
    all
}
