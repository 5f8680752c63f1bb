//! mail-parser's own expected parses (Dovecot's and others' test mails) beside what we read. We lean on that
//! library for charsets and address lists only, so structure, text and names are told independently.

use crate::shared::{self, Comparison};
use exchange::mail::{Limits, Mailbox, Message, TextFrom, read};
use serde_json::Value;

/// Differences that are meant, with their reasons.
const KNOWN: &[(&str, &str, &str)] = &[
    ("legacy__020.eml", "subject", RAW_HEADER),
    ("legacy__020.eml", "to", RAW_HEADER),
    ("legacy__022.eml", "subject", RAW_HEADER),
    ("legacy__022.eml", "to", RAW_HEADER),
    ("legacy__023.eml", "attachment names", RAW_HEADER),
    ("legacy__026.eml", "attachment names", RAW_HEADER),
    (
        "legacy__039.eml",
        "attachment names",
        "`C:\\TEMP\\nsmailV0.png`: to theirs the backslashes are escapes, to us a path",
    ),
    (
        "malformed__001.eml",
        "text",
        "`--a` after the end of part `a` is text; theirs begins an empty part there",
    ),
    (
        "malformed__002.eml",
        "text",
        "no part begins: theirs is an attachment, we show it as the text it is",
    ),
    (
        "malformed__006.eml",
        "text",
        "no inner part begins: theirs is an attachment, we show it as the text it is",
    ),
    ("malformed__020.eml", "text", TWO_TYPES),
    ("malformed__021.eml", "text", TWO_TYPES),
    (
        "thirdparty__002.eml",
        "text",
        "a body that only claims to be base64 is shown as it stands; theirs decodes it to noise",
    ),
    (
        "thirdparty__005.eml",
        "text",
        "a boundary begins a line (RFC 2046); theirs finds it within one",
    ),
    (
        "thirdparty__011.eml",
        "text",
        "the plain form is empty, so the HTML form is the text; theirs has none",
    ),
];

const RAW_HEADER: &str = "raw 8-bit header: theirs is U+FFFD, we use the text's charset";
const TWO_TYPES: &str =
    "one part has two Content-Types: the first counts for both, and its HTML form is the text";

#[test]
fn subject_addresses_text_and_names_agree() {
    let Some(folder) = shared::data("emails/mail-parser") else {
        return;
    };
    let mut comparison = Comparison::new(KNOWN);
    for path in shared::files(&folder, ".eml") {
        let file = shared::name(&path);
        let raw = std::fs::read(&path).expect("a mail");
        let expected = std::fs::read(path.with_extension("json")).expect("its expected parse");
        let expected: Value = serde_json::from_slice(&expected).expect("JSON");
        let ours = read(&raw, &Limits::default()).expect("read");
        let top = &expected["parts"][0]["headers"];
        comparison.check(
            &file,
            "subject",
            &squeezed(&ours.subject),
            &squeezed(&text_of(header(top, "subject"))),
        );
        for (field, mailboxes) in [("from", &ours.from), ("to", &ours.to), ("cc", &ours.cc)] {
            comparison.check(&file, field, &shown(mailboxes), &addresses(header(top, field)));
        }
        comparison.check(&file, "text", &our_text(&ours), &their_text(&expected));
        comparison.check(
            &file,
            "attachment names",
            &our_names(&ours),
            &their_names(&expected),
        );
    }
    comparison.finish("mail-parser's expected parses");
}

fn header<'j>(headers: &'j Value, name: &str) -> &'j Value {
    let of_name = |header: &&Value| header["name"].as_str() == Some(name);
    headers
        .as_array()
        .and_then(|all| all.iter().find(of_name))
        .map_or(&Value::Null, |header| &header["value"])
}

fn text_of(value: &Value) -> String {
    value["Text"].as_str().unwrap_or_default().to_owned()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(mailboxes: &[Mailbox]) -> String {
    let one = |mailbox: &Mailbox| {
        format!(
            "{} <{}>",
            mailbox.name.as_deref().unwrap_or("-"),
            mailbox.address.as_deref().unwrap_or("-")
        )
    };
    mailboxes.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn addresses(value: &Value) -> String {
    let mut all = Vec::new();
    let list = |list: &Value, all: &mut Vec<String>| {
        for one in list.as_array().into_iter().flatten() {
            let part = |name: &str| one[name].as_str().map(squeezed).unwrap_or_else(|| "-".to_owned());
            all.push(format!("{} <{}>", part("name"), part("address")));
        }
    };
    list(&value["Address"]["List"], &mut all);
    for group in value["Address"]["Group"].as_array().into_iter().flatten() {
        list(&group["addresses"], &mut all);
    }
    all.join(", ")
}

fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines
        .join("\n")
        .trim_matches('\n')
        .replace('\u{FEFF}', "")
        .replace('\0', "\u{FFFD}")
}

fn our_text(message: &Message) -> String {
    match message.text_from {
        TextFrom::Html => tidy(message.html.as_deref().unwrap_or_default()),
        _ => tidy(&message.text),
    }
}

fn their_text(expected: &Value) -> String {
    let parts = &expected["parts"];
    let ids = expected["text_body"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64);
    let texts: Vec<String> = ids
        .filter_map(|id| {
            let body = &parts[usize::try_from(id).unwrap_or_default()]["body"];
            body["Text"].as_str().or(body["Html"].as_str()).map(str::to_owned)
        })
        .filter(|text| !text.trim().is_empty())
        .collect();
    let mut joined = String::new();
    for text in texts {
        if !joined.is_empty() && !joined.ends_with('\n') {
            joined.push('\n');
        }
        joined.push_str(&text);
    }
    tidy(&joined)
}

fn our_names(message: &Message) -> String {
    let names = message
        .attachments
        .iter()
        .filter_map(|attachment| attachment.name.clone());
    names.collect::<Vec<_>>().join(" | ")
}

fn their_names(expected: &Value) -> String {
    let parts = &expected["parts"];
    let ids = expected["attachments"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64);
    let names = ids.filter_map(|id| {
        let headers = &parts[usize::try_from(id).unwrap_or_default()]["headers"];
        let attribute = |header_name: &str, name: &str| {
            let attributes = &header(headers, header_name)["ContentType"]["attributes"];
            let of_name = |attribute: &&Value| attribute["name"].as_str() == Some(name);
            attributes
                .as_array()
                .and_then(|all| all.iter().find(of_name))
                .and_then(|one| one["value"].as_str())
                .map(str::to_owned)
        };
        attribute("content_disposition", "filename").or_else(|| attribute("content_type", "name"))
    });
    names.collect::<Vec<_>>().join(" | ")
}
