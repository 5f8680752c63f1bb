//! A message's header fields as values: ids, dates, addresses, subject. The first of a field wins, which is
//! what the mail filters before us judged.

use super::address;
use super::charset;
use super::dates;
use super::encoded;
use super::header::RawField;
use super::message::{Field, Mailbox, Message, ReadFault};

/// Most ids taken from one References field; threads longer than this are answered by their latest.
const MOST_IDS: usize = 200;

/// Fills the header half of a message. `hint` is the charset its text declares, for raw 8-bit fields.
pub fn fill(message: &mut Message, raw: &[RawField<'_>], hint: Option<&str>) {
    let values: Vec<Field> = raw
        .iter()
        .map(|field| unfolded(field, hint, &mut message.faults))
        .collect();
    let first = |name: &str| {
        values
            .iter()
            .find(|field| field.name.eq_ignore_ascii_case(name))
            .map(|field| field.value.as_str())
    };
    let people = |name: &str| {
        let of_name = values
            .iter()
            .filter(|field| field.name.eq_ignore_ascii_case(name));
        let lists: Vec<Vec<Mailbox>> = of_name.map(|field| address::list(&field.value)).collect();
        lists
            .into_iter()
            .find(|list| !list.is_empty())
            .unwrap_or_default()
    };
    message.message_id = first("Message-ID").and_then(|value| ids(value).into_iter().next());
    message.in_reply_to = first("In-Reply-To").map(ids).unwrap_or_default();
    message.references = first("References").map(ids).unwrap_or_default();
    message.date = first("Date").and_then(dates::read);
    message.from = people("From");
    message.sender = people("Sender").into_iter().next();
    message.reply_to = people("Reply-To");
    message.to = people("To");
    message.cc = people("Cc");
    message.subject = first("Subject")
        .map(|value| line(&encoded::words(value)))
        .unwrap_or_default();
    message.return_path = first("Return-Path").and_then(address::path);
    message.auto_submitted = first("Auto-Submitted").map(word);
    message.precedence = first("Precedence").map(word);
    message.list_id = first("List-ID").map(|value| line(&encoded::words(value)));
    let delivered = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];
    message.delivered_to = values
        .iter()
        .filter(|field| delivered.iter().any(|name| field.name.eq_ignore_ascii_case(name)))
        .filter_map(|field| address::path(&field.value))
        .collect();
    message.faults.extend(missing(message, &values));
    message.fields = values
        .into_iter()
        .map(|field| Field {
            value: line(&encoded::words(&field.value)),
            ..field
        })
        .collect();
}

fn missing(message: &Message, values: &[Field]) -> Vec<ReadFault> {
    let mut faults = Vec::new();
    if message.date.is_none() {
        faults.push(ReadFault::NoDate);
    }
    if message.from_address().is_none() {
        faults.push(ReadFault::NoSender);
    }
    let once = [
        "From",
        "Subject",
        "Date",
        "Message-ID",
        "Content-Type",
        "To",
        "Cc",
        "Reply-To",
    ];
    let n_of = |name: &&str| {
        values
            .iter()
            .filter(|field| field.name.eq_ignore_ascii_case(name))
            .count()
    };
    if once.iter().any(|name| n_of(name) > 1) {
        faults.push(ReadFault::FieldTwice);
    }
    faults
}

/// A field with its folding undone and its bytes decoded; encoded words still stand.
pub fn unfolded(field: &RawField<'_>, hint: Option<&str>, faults: &mut Vec<ReadFault>) -> Field {
    let decoded = if field.value.is_ascii() {
        String::from_utf8_lossy(field.value).into_owned()
    } else {
        faults.push(ReadFault::EightBitHeader);
        match std::str::from_utf8(field.value) {
            Ok(utf8) => utf8.to_owned(),
            Err(_) => charset::decode(field.value, hint).text,
        }
    };
    if decoded.contains('\0') {
        faults.push(ReadFault::NulByte);
    }
    let mut value = String::with_capacity(decoded.len());
    for piece in decoded.split(['\r', '\n']) {
        let piece = if value.is_empty() {
            piece
        } else {
            piece.trim_start_matches([' ', '\t'])
        };
        if !value.is_empty() && !piece.is_empty() && !value.ends_with([' ', '\t']) {
            value.push(' ');
        }
        value.push_str(piece);
    }
    let name = String::from_utf8_lossy(field.name).into_owned();
    Field {
        name,
        value: value.replace('\0', "\u{FFFD}").trim().to_owned(),
    }
}

/// One line: no control characters, no characters that turn text around, no space at the ends.
fn line(text: &str) -> String {
    let shown: String = text
        .chars()
        .map(|char| match char {
            '\0' => char::REPLACEMENT_CHARACTER,
            '\t' | '\n' | '\r' => ' ',
            other => other,
        })
        .filter(|char| {
            !char.is_control() && !matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        })
        .collect();
    shown.trim().to_owned()
}

fn word(value: &str) -> String {
    let end = value.find([';', '(', ' ', ',', '\t']).unwrap_or(value.len());
    value[..end].trim().to_ascii_lowercase()
}

/// Message ids in a field: what stands in angle brackets, or bare words with an `@` where none do.
pub fn ids(value: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = value;
    while let Some(open) = rest.find('<') {
        let inner = &rest[open + 1..];
        let Some(close) = inner.find('>') else { break };
        let id: String = inner[..close]
            .chars()
            .filter(|char| !char.is_whitespace() && !char.is_control())
            .collect();
        if !id.is_empty() && !id.contains('<') {
            found.push(id);
        }
        rest = &inner[close + 1..];
    }
    if found.is_empty() {
        let bare = value
            .split_whitespace()
            .map(|id| id.trim_matches(['<', '>', '"', ',', ';']));
        found = bare.filter(|id| id.contains('@')).map(str::to_owned).collect();
    }
    if found.len() > MOST_IDS {
        found.drain(..found.len() - MOST_IDS);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_with_and_without_brackets() {
        assert_eq!(ids("<a@b> <c@\r\n d>"), ["a@b", "c@d"]);
        assert_eq!(ids("a@b, \"c\""), ["a@b"]);
        assert_eq!(ids("Your message of Tuesday <x@y>"), ["x@y"]);
        assert_eq!(ids("<<<"), Vec::<String>::new());
    }

    #[test]
    fn folding_and_raw_bytes_are_undone() {
        let mut faults = Vec::new();
        let field = RawField {
            name: b"Subject",
            value: b" caf\xe9\r\n\t au lait",
        };
        assert_eq!(unfolded(&field, None, &mut faults).value, "café au lait");
        assert_eq!(faults, [ReadFault::EightBitHeader]);
    }
}
