//! Apache James mime4j's expected parses beside what we read: the independent check. Its `.xml` holds the
//! structure with raw bodies, its `_decoded` files the decoded bodies, its `.out` the message written again.

use crate::shared::{self, Comparison};
use exchange::mail::{Limits, Message, read};
use std::path::Path;

/// Differences that are meant, with their reasons.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "basic-plain-with-bad-header-separator.msg",
        "text",
        "the header ends at a line with only a space; mime4j drops what follows as broken fields, we keep it as text",
    ),
    (
        "missing-boundary.msg",
        "text",
        "no part begins: mime4j has only a preamble, we show it rather than nothing",
    ),
    (
        "missing-inner-start-boundary.msg",
        "text",
        "the inner multipart has only a preamble, which we show after the text",
    ),
    (
        "multipartnopart.msg",
        "text",
        "no part begins: mime4j has only a preamble and an epilogue, we show them",
    ),
    (
        "russian-headers.msg",
        "attachment names",
        "mime4j gives the field as sent; we decode the name's encoded word",
    ),
];

#[test]
fn subject_addresses_text_and_names_agree() {
    let Some(folder) = shared::data("emails/mime4j") else {
        return;
    };
    let mut comparison = Comparison::new(KNOWN);
    let mut inputs = shared::files(&folder, ".msg");
    // Two have no .msg: what mime4j wrote again is the same message.
    inputs.extend(
        shared::files(&folder, ".out")
            .into_iter()
            .filter(|out| !out.with_extension("msg").exists()),
    );
    assert!(inputs.len() >= 18, "{} messages", inputs.len());
    for path in inputs {
        let file = shared::name(&path);
        let ours = read(&std::fs::read(&path).expect("a mail"), &Limits::default()).expect("read");
        let expected = expected(&path);
        compare(&mut comparison, &file, &ours, &expected, &path);
        for (inner, theirs) in ours.enclosed.iter().zip(enclosed(&expected)) {
            compare(
                &mut comparison,
                &format!("{file} (enclosed)"),
                inner,
                theirs,
                &path,
            );
        }
        let n_theirs = enclosed(&expected).len().to_string();
        comparison.check(
            &file,
            "enclosed messages",
            &ours.enclosed.len().to_string(),
            &n_theirs,
        );
    }
    comparison.finish("mime4j's expected parses");
}

#[test]
fn a_message_written_again_by_mime4j_reads_the_same() {
    let Some(folder) = shared::data("emails/mime4j") else {
        return;
    };
    let mut comparison = Comparison::new(REWRITTEN);
    for out in shared::files(&folder, ".out") {
        let original = out.with_extension("msg");
        if !original.exists() {
            continue;
        }
        let one = read(&std::fs::read(&original).expect("a mail"), &Limits::default()).expect("read");
        let other = read(&std::fs::read(&out).expect("a mail"), &Limits::default()).expect("read");
        let file = shared::name(&original);
        comparison.check(&file, "subject", &one.subject, &other.subject);
        comparison.check(&file, "text", one.text.trim(), other.text.trim());
        comparison.check(&file, "attachment names", &names(&one), &names(&other));
        let bytes = |message: &Message| {
            message
                .attachments
                .iter()
                .map(|file| format!("{:?}", file.bytes.trim_ascii()))
                .collect::<String>()
        };
        if one.enclosed.is_empty() {
            comparison.check(&file, "attachment bytes", &bytes(&one), &bytes(&other));
        }
    }
    comparison.finish("mime4j's rewritten messages");
}

const REWRITTEN: &[(&str, &str, &str)] = &[(
    "basic-plain-with-bad-header-separator.msg",
    "text",
    "mime4j writes the message again without the lines it dropped as broken fields",
)];

fn compare(comparison: &mut Comparison, file: &str, ours: &Message, expected: &Node, path: &Path) {
    let fields = fields(expected);
    let field = |name: &str| {
        fields
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    };
    comparison.check(file, "subject", &ours.subject, field("Subject"));
    let all_ours = ours.from.iter().chain(&ours.to).chain(&ours.cc);
    let ours_addresses: Vec<String> = all_ours
        .map(|mailbox| {
            mailbox
                .address
                .clone()
                .or_else(|| mailbox.name.clone())
                .unwrap_or_default()
        })
        .collect();
    let theirs: Vec<String> = ["From", "To", "Cc"]
        .into_iter()
        .flat_map(|name| addresses_in(field(name)))
        .collect();
    comparison.check(file, "addresses", &ours_addresses.join(" "), &theirs.join(" "));
    comparison.check(
        file,
        "text",
        &tidy(&ours.text),
        &tidy(&texts(expected, path).join("\n")),
    );
    comparison.check(
        file,
        "attachment names",
        &names(ours),
        &their_names(expected).join(" | "),
    );
    let files: Vec<String> = ours
        .attachments
        .iter()
        .filter(|file| file.name.is_some())
        .map(|file| file.length.to_string())
        .collect();
    let sizes = binary_sizes(expected, path);
    if !sizes.is_empty() {
        comparison.check(file, "attachment sizes", &files.join(" "), &sizes.join(" "));
    }
}

fn tidy(text: &str) -> String {
    text.lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
        .trim_matches('\n')
        .to_owned()
}

fn names(message: &Message) -> String {
    message
        .attachments
        .iter()
        .filter_map(|file| file.name.clone())
        .collect::<Vec<_>>()
        .join(" | ")
}

fn addresses_in(value: &str) -> Vec<String> {
    let words = value
        .split([',', ' '])
        .map(|word| word.trim_matches(['<', '>', '"', ' ', '\r', '\n']));
    let all: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let bare = !value.contains('<');
    all.into_iter()
        .filter(|word| word.contains('@') || bare)
        .map(str::to_owned)
        .collect()
}

/// `<message>` elements inside, the nearest ones only.
fn enclosed(node: &Node) -> Vec<&Node> {
    let mut out = Vec::new();
    for child in &node.children {
        if child.name == "message" {
            out.push(child);
        } else {
            out.extend(enclosed(child));
        }
    }
    out
}

/// The texts of a message's own parts.
fn texts(node: &Node, path: &Path) -> Vec<String> {
    let mut out = Vec::new();
    for child in &node.children {
        match child.name.as_str() {
            "message" => {}
            "text-body" => {
                let file = path.with_file_name(child.attribute("name"));
                // Some decoded bodies are not among the files; then the raw body of the plain .xml stands in.
                out.push(std::fs::read_to_string(file).unwrap_or_default());
            }
            "body" => out.push(unpacked(node, child.text.trim_start_matches(['\r', '\n']))),
            _ => out.extend(texts(child, path)),
        }
    }
    out.into_iter().filter(|text| !text.trim().is_empty()).collect()
}

/// A raw body without its base64, by the library's decoder rather than by ours.
fn unpacked(part: &Node, body: &str) -> String {
    let is_base64 = fields(part)
        .iter()
        .any(|(name, value)| name.eq_ignore_ascii_case("Content-Transfer-Encoding") && value == "base64");
    let decoded = is_base64
        .then(|| mail_parser::decoders::base64::base64_decode(body.as_bytes()))
        .flatten();
    decoded.map_or_else(
        || body.to_owned(),
        |bytes| String::from_utf8_lossy(&bytes).into_owned(),
    )
}

fn their_names(node: &Node) -> Vec<String> {
    let mut out = Vec::new();
    let own = fields(node);
    let value = |name: &str| {
        own.iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    };
    let named = |value: &str, name: &str| {
        value.split_once(&format!("{name}=")).map(|(_, rest)| {
            rest.split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .trim_matches('"')
                .to_owned()
        })
    };
    out.extend(
        named(value("Content-Disposition"), "filename").or_else(|| named(value("Content-Type"), "name")),
    );
    for child in &node.children {
        if child.name != "message" {
            out.extend(their_names(child));
        }
    }
    out
}

fn binary_sizes(node: &Node, path: &Path) -> Vec<String> {
    let mut out = Vec::new();
    for child in &node.children {
        if child.name == "binary-body" {
            let file = path.with_file_name(child.attribute("name"));
            out.push(
                std::fs::metadata(file)
                    .map(|data| data.len())
                    .unwrap_or_default()
                    .to_string(),
            );
        }
        out.extend(binary_sizes(child, path));
    }
    out
}

fn fields(node: &Node) -> Vec<(String, String)> {
    let header = node.children.iter().find(|child| child.name == "header");
    let fields = header.into_iter().flat_map(|header| &header.children);
    fields
        .filter_map(|field| field.text.trim().split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim().replace("\r\n", "")))
        .collect()
}

/// The expected parse: decoded bodies where there is a file for each, else the raw ones.
fn expected(path: &Path) -> Node {
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let decoded = std::fs::read_to_string(path.with_file_name(format!("{stem}_decoded.xml")))
        .ok()
        .map(|xml| parse(&xml));
    let raw = std::fs::read_to_string(path.with_file_name(format!("{stem}.xml")))
        .ok()
        .map(|xml| parse(&xml));
    match (decoded, raw) {
        (Some(decoded), _) if bodies_are_there(&decoded, path) => decoded,
        (_, Some(raw)) => raw,
        (Some(decoded), None) => decoded,
        (None, None) => panic!("{stem} has no expected parse"),
    }
}

fn bodies_are_there(node: &Node, path: &Path) -> bool {
    let is_there = !matches!(node.name.as_str(), "text-body" | "binary-body")
        || path.with_file_name(node.attribute("name")).exists();
    is_there && node.children.iter().all(|child| bodies_are_there(child, path))
}

/// An element of the simple XML that mime4j writes.
#[derive(Default)]
struct Node {
    name: String,
    attributes: String,
    text: String,
    children: Vec<Node>,
}

impl Node {
    fn attribute(&self, name: &str) -> String {
        let after = self
            .attributes
            .split_once(&format!("{name}=\""))
            .map(|(_, rest)| rest)
            .unwrap_or_default();
        after.split('"').next().unwrap_or_default().to_owned()
    }
}

fn parse(xml: &str) -> Node {
    let mut stack = vec![Node::default()];
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let last = stack.last_mut().expect("the root");
        last.text.push_str(&unescaped(&rest[..at]));
        let end = rest[at..].find('>').expect("a closed tag") + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('/') {
            let done = stack.pop().expect("an open element");
            stack.last_mut().expect("its parent").children.push(done);
        } else {
            let (name, attributes) = tag
                .trim_end_matches('/')
                .split_once(' ')
                .unwrap_or((tag.trim_end_matches('/'), ""));
            let node = Node {
                name: name.to_owned(),
                attributes: attributes.to_owned(),
                ..Node::default()
            };
            if tag.ends_with('/') {
                stack.last_mut().expect("its parent").children.push(node);
            } else {
                stack.push(node);
            }
        }
    }
    let mut root = stack.pop().expect("the root");
    root.children.pop().expect("a message")
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
