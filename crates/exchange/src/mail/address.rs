//! Address fields: groups flattened, names decoded, route and junk taken off.

use super::encoded;
use super::message::Mailbox;
use crate::text::turns_text;
use mail_parser::HeaderValue;
use mail_parser::parsers::MessageStream;

/// Reads an address list from an unfolded, decoded field value.
pub fn list(value: &str) -> Vec<Mailbox> {
    let line = format!("{}\n", encoded::in_utf8(value).replace(['\r', '\n'], " "));
    let HeaderValue::Address(found) = MessageStream::new(line.as_bytes()).parse_address() else {
        return Vec::new();
    };
    found
        .iter()
        .map(|mailbox| Mailbox {
            name: mailbox.name().map(name).filter(|name| !name.is_empty()),
            address: mailbox
                .address()
                .map(address)
                .filter(|address| !address.is_empty()),
        })
        .filter(|mailbox| mailbox.name.is_some() || mailbox.address.is_some())
        .collect()
}

/// The one address of a field such as Return-Path; `<>` is the empty one.
pub fn path(value: &str) -> Option<String> {
    let value = value.trim();
    if let Some(open) = value.find('<') {
        let inner = &value[open + 1..];
        return Some(address(inner.split('>').next().unwrap_or_default()));
    }
    match list(value).into_iter().next() {
        Some(mailbox) => mailbox.address.or(mailbox.name),
        None => Some(String::new()),
    }
}

fn name(text: &str) -> String {
    let decoded = encoded::words(text);
    let shown: String = decoded
        .chars()
        .filter(|char| !char.is_control() && !turns_text(*char))
        .collect();
    let trimmed = shown.trim();
    let inner = trimmed
        .strip_prefix('\'')
        .and_then(|rest| rest.strip_suffix('\''));
    inner.unwrap_or(trimmed).trim().to_owned()
}

fn address(text: &str) -> String {
    text.chars()
        .filter(|char| !char.is_control() && !char.is_whitespace() && !turns_text(*char))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{list, path};

    fn shown(value: &str) -> Vec<String> {
        let dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        list(value)
            .into_iter()
            .map(|mailbox| format!("{}|{}", dash(mailbox.name), dash(mailbox.address)))
            .collect()
    }

    #[test]
    fn names_and_addresses_are_told_apart() {
        assert_eq!(
            shown("\"Okafor, Amira\" <amira@example.org>"),
            ["Okafor, Amira|amira@example.org"]
        );
        assert_eq!(shown("amira@example.org (Amira)"), ["Amira|amira@example.org"]);
        assert_eq!(
            shown("=?iso-8859-1?Q?Jos=E9?= <j@x.org>, b@x.org"),
            ["José|j@x.org", "-|b@x.org"]
        );
        assert_eq!(shown("Staff: a@x.org, b@x.org;"), ["-|a@x.org", "-|b@x.org"]);
        assert_eq!(shown(""), Vec::<String>::new());
    }

    #[test]
    fn a_null_return_path_is_empty_and_not_missing() {
        assert_eq!(path(" <>"), Some(String::new()));
        assert_eq!(path("<a@b.c>"), Some("a@b.c".to_owned()));
        assert_eq!(path("a@b.c"), Some("a@b.c".to_owned()));
    }
}
