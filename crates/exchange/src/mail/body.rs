//! Which parts of a message are its text, which are attachments, and what machine-readable parts say.

use super::attachment::{self, Attachment};
use super::calendar;
use super::charset;
use super::decode::{self, Packing};
use super::fields;
use super::header;
use super::html;
use super::limits::Limits;
use super::message::{Field, Message, ReadFault, Report, TextFrom};
use super::params::{self, Params};
use super::read::{Bytes, header_only, message_of};
use super::walk::{self, Inside, Part};
use crate::text::tidy;
use std::borrow::Cow;
use std::rc::Rc;

/// A stretch of what the sender wrote, in the form it came in.
#[derive(Clone)]
enum Unit {
    Plain(Rc<str>),
    Html(Rc<str>),
}

/// The same content twice: to be read as text, and to be shown as HTML.
#[derive(Default)]
struct Body {
    text: Vec<Unit>,
    html: Vec<Unit>,
}

/// Where a part stands among others.
#[derive(Clone, Copy)]
struct Place {
    is_first: bool,
    in_alternative: bool,
    in_related: bool,
}

/// Fills the body half of a message.
pub(super) fn fill(message: &mut Message, top: &Part<'_>, limits: &Limits, bytes: Bytes) {
    let mut gather = Gather {
        message,
        limits,
        bytes,
    };
    let place = Place {
        is_first: true,
        in_alternative: false,
        in_related: false,
    };
    let body = gather.part(top, place);
    gather.finish(&body, top);
}

struct Gather<'m> {
    message: &'m mut Message,
    limits: &'m Limits,
    bytes: Bytes,
}

impl Gather<'_> {
    fn part(&mut self, part: &Part<'_>, place: Place) -> Body {
        match &part.inside {
            Inside::Parts(children) => self.parts(part, children, place),
            Inside::Message(inner) => {
                self.enclosed(part, inner);
                Body::default()
            }
            Inside::Packed(bytes) => {
                if let Ok(inner) = walk::structure(bytes, self.limits) {
                    self.enclosed(part, &inner);
                }
                Body::default()
            }
            Inside::Nothing => self.leaf(part, place),
        }
    }

    fn parts(&mut self, part: &Part<'_>, children: &[Part<'_>], place: Place) -> Body {
        let is_alternative = part.media_type == "multipart/alternative";
        let in_related = part.media_type == "multipart/related";
        let bodies: Vec<Body> = children
            .iter()
            .enumerate()
            .map(|(index, child)| {
                let is_first = index == 0;
                self.part(
                    child,
                    Place {
                        is_first,
                        in_alternative: is_alternative || (place.in_alternative && is_first),
                        in_related,
                    },
                )
            })
            .collect();
        if is_alternative {
            chosen(bodies)
        } else {
            joined(bodies)
        }
    }

    fn leaf(&mut self, part: &Part<'_>, place: Place) -> Body {
        // A multipart in which no part was found is read as the text it is.
        let media_type = if part.media_type.starts_with("multipart/") {
            "text/plain"
        } else {
            &part.media_type
        };
        let disposition = part.fields.iter().find(|field| field.is("Content-Disposition"));
        let disposition = disposition
            .map(|field| params::read(field.value))
            .unwrap_or_default();
        let claimed = disposition
            .get("filename")
            .or_else(|| part.content_type.get("name"));
        let is_attachment = disposition.value == "attachment";
        let is_words = matches!(media_type, "text/plain" | "text/html");
        let is_body = is_words
            && (place.in_alternative
                || (!is_attachment
                    && (claimed.is_none() || place.is_first)
                    && (!place.in_related || place.is_first)));
        let packing = decode::packing(&part.fields);
        if packing == Packing::Unknown {
            self.message.faults.push(ReadFault::UnknownEncoding);
        }
        let bare = without_boundaries(part);
        let unpacked = decode::unpack(&bare, packing);
        if unpacked.was_broken && packing == Packing::Base64 {
            self.message.faults.push(ReadFault::BrokenEncoding);
        }
        if is_body {
            let text: Rc<str> = Rc::from(self.text(&unpacked.bytes, &part.content_type, media_type));
            if claimed.is_some() {
                self.attach(part, media_type, &disposition, claimed, &unpacked.bytes);
            }
            let unit = if media_type == "text/html" {
                Unit::Html(text)
            } else {
                Unit::Plain(text)
            };
            return Body {
                text: vec![unit.clone()],
                html: vec![unit],
            };
        }
        self.machine_readable(part, media_type, &unpacked.bytes);
        self.attach(part, media_type, &disposition, claimed, &unpacked.bytes);
        Body::default()
    }

    fn text(&mut self, bytes: &[u8], content_type: &Params, media_type: &str) -> String {
        let in_page = if media_type == "text/html" {
            html::declared_charset(bytes)
        } else {
            None
        };
        let declared = content_type.get("charset").map(str::to_owned).or(in_page);
        if let Some(name) = &declared
            && !charset::is_known(name)
        {
            self.message.faults.push(ReadFault::UnknownCharset);
        }
        let decoded = charset::decode(bytes, declared.as_deref());
        if decoded.was_guessed {
            self.message.faults.push(ReadFault::GuessedCharset);
        }
        if decoded.text.contains('\0') {
            self.message.faults.push(ReadFault::NulByte);
        }
        tidy(decoded.text.trim_start_matches('\u{FEFF}')).into_owned()
    }

    /// Calendars, reports, returned headers and sealed parts: read for what they say, and kept as attachments too.
    fn machine_readable(&mut self, part: &Part<'_>, media_type: &str, bytes: &[u8]) {
        match media_type {
            "text/calendar" | "application/ics" => {
                let text = self.text(bytes, &part.content_type, media_type);
                self.message
                    .calendar
                    .extend(calendar::read(&text, part.content_type.get("method")));
            }
            "message/delivery-status"
            | "message/global-delivery-status"
            | "message/feedback-report"
            | "message/disposition-notification"
            | "message/global-disposition-notification" => {
                self.message.reports.push(Report {
                    media_type: media_type.to_owned(),
                    groups: groups(bytes),
                });
            }
            "text/rfc822-headers" | "message/rfc822-headers" | "message/global-headers" => {
                self.message.enclosed.push(header_only(bytes));
            }
            "application/pkcs7-mime" | "application/x-pkcs7-mime" | "application/pgp-encrypted" => {
                self.message.faults.push(ReadFault::Sealed);
            }
            "message/partial" => self.message.faults.push(ReadFault::Partial),
            _ => {}
        }
    }

    fn enclosed(&mut self, part: &Part<'_>, inner: &Part<'_>) {
        let disposition = part.fields.iter().find(|field| field.is("Content-Disposition"));
        let disposition = disposition
            .map(|field| params::read(field.value))
            .unwrap_or_default();
        let claimed = disposition
            .get("filename")
            .or_else(|| part.content_type.get("name"));
        let bytes = match &part.inside {
            Inside::Packed(bytes) => bytes.as_slice(),
            _ => part.body,
        };
        self.attach(part, &part.media_type, &disposition, claimed, bytes);
        self.message
            .enclosed
            .push(message_of(inner, self.limits, Bytes::Left));
    }

    fn attach(
        &mut self,
        part: &Part<'_>,
        media_type: &str,
        disposition: &Params,
        claimed: Option<&str>,
        bytes: &[u8],
    ) {
        let name = claimed.and_then(attachment::safe_name);
        if name.as_deref() != claimed {
            self.message.faults.push(ReadFault::NameChanged);
        }
        let content_id = part.fields.iter().find(|field| field.is("Content-ID"));
        let content_id = content_id.and_then(|field| {
            fields::ids(&String::from_utf8_lossy(field.value))
                .into_iter()
                .next()
        });
        self.message.attachments.push(Attachment {
            name,
            media_type: media_type.to_owned(),
            kind: attachment::sniff(bytes),
            is_inline: disposition.value == "inline"
                || (disposition.value.is_empty() && content_id.is_some()),
            content_id,
            length: bytes.len(),
            bytes: if self.bytes == Bytes::Kept {
                bytes.to_vec()
            } else {
                Vec::new()
            },
        });
    }

    fn finish(&mut self, body: &Body, top: &Part<'_>) {
        // A message that is nothing but one text file is that text.
        let sole =
            matches!(top.inside, Inside::Nothing) && top.media_type == "text/plain" && body.text.is_empty();
        if sole {
            let unpacked = decode::unpack(top.body, decode::packing(&top.fields));
            self.message.text = self.text(&unpacked.bytes, &top.content_type, "text/plain");
            self.message.text_from = TextFrom::Plain;
            return;
        }
        let texts: Vec<String> = body.text.iter().map(|unit| self.as_text(unit)).collect();
        let is_html = |unit: &Unit| matches!(unit, Unit::Html(_));
        self.message.text = join_texts(&texts);
        self.message.text_from = match body.text.iter().any(|unit| !is_html(unit)) {
            _ if body.text.is_empty() => TextFrom::Nothing,
            true => TextFrom::Plain,
            false => TextFrom::Html,
        };
        if body.html.iter().any(is_html) {
            let shown: Vec<String> = body
                .html
                .iter()
                .map(|unit| match unit {
                    Unit::Html(text) => text.to_string(),
                    Unit::Plain(text) => format!("<pre>{}</pre>", html::escaped(text)),
                })
                .collect();
            self.message.html = Some(shown.join("\n"));
        }
    }

    fn as_text(&mut self, unit: &Unit) -> String {
        match unit {
            Unit::Plain(text) => text.to_string(),
            Unit::Html(page) => html::text_of(page).unwrap_or_else(|| {
                self.message.faults.push(ReadFault::HtmlTooLarge);
                html::bare_text(page)
            }),
        }
    }
}

/// The body of a part; a multipart in which nothing was found is read without its boundary lines.
fn without_boundaries<'a>(part: &Part<'a>) -> Cow<'a, [u8]> {
    let boundary = part
        .content_type
        .get("boundary")
        .filter(|_| part.media_type.starts_with("multipart/"));
    let Some(boundary) = boundary.filter(|boundary| !boundary.is_empty()) else {
        return Cow::Borrowed(part.body);
    };
    let line = format!("--{boundary}");
    let lines = part.body.split_inclusive(|&byte| byte == b'\n');
    Cow::Owned(
        lines
            .filter(|text| !text.starts_with(line.as_bytes()))
            .collect::<Vec<_>>()
            .concat(),
    )
}

fn join_texts(texts: &[String]) -> String {
    let mut out = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(text);
    }
    out
}

fn joined(bodies: Vec<Body>) -> Body {
    let mut all = Body::default();
    for body in bodies {
        all.text.extend(body.text);
        all.html.extend(body.html);
    }
    all
}

/// Of several forms of one content: plain text to read, unless it is blank; HTML to show, where there is any.
fn chosen(bodies: Vec<Body>) -> Body {
    let says_something = |unit: &Unit| matches!(unit, Unit::Plain(text) if !text.trim().is_empty());
    let is_html = |unit: &Unit| matches!(unit, Unit::Html(_));
    let has_plain = bodies.iter().any(|body| body.text.iter().any(says_something));
    let has_html = bodies.iter().any(|body| body.html.iter().any(is_html));
    let mut all = Body::default();
    for body in bodies {
        if !has_plain || body.text.iter().any(says_something) {
            all.text.extend(body.text);
        }
        if !has_html || body.html.iter().any(is_html) {
            all.html.extend(body.html);
        }
    }
    if !has_plain && has_html {
        all.text.retain(is_html);
    }
    all
}

/// Groups of `Name: value` lines with empty lines between them (RFC 3464 and its kin).
fn groups(bytes: &[u8]) -> Vec<Vec<Field>> {
    const MOST_GROUPS: usize = 500;
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() && out.len() < MOST_GROUPS {
        let Some(block) = header::block(bytes, at, usize::MAX / 2, |_| false) else {
            break;
        };
        if !block.fields.is_empty() {
            out.push(
                block
                    .fields
                    .iter()
                    .map(|field| fields::unfolded(field, None, &mut Vec::new()))
                    .collect(),
            );
        }
        // A line that is no field ends a block where it stands; step over it.
        at = if block.body > at {
            block.body
        } else {
            header::line_at(bytes, at).1
        };
    }
    out
}
