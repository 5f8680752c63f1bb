//! A sender's HTML made harmless, and text made of it. What was left out is counted, so that a person can be
//! told.

mod strip;
mod to_text;

use crate::text::tidy;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

pub use strip::bare_text;

/// HTML that can do nothing: no scripts, styles, forms, frames or loads; links with inert `rel`. Meant for the
/// `srcdoc` of an `<iframe sandbox="">`, which holds even if this fails.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cleaned {
    pub html: String,
    pub left_out: LeftOut,
}

/// What was taken away, by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Pictures that would have been fetched from somewhere, and told the sender that the mail was read.
    pub remote_pictures: usize,
    /// Pictures that came with the message (`cid:`); they are among the attachments.
    pub enclosed_pictures: usize,
    pub scripts: usize,
    pub forms: usize,
    /// Frames, objects, embedded things.
    pub frames: usize,
    pub styles: usize,
}

impl LeftOut {
    /// How many things a reader might miss, or be glad to: pictures from elsewhere, scripts, forms, frames.
    pub const fn total(&self) -> usize {
        self.remote_pictures + self.scripts + self.forms + self.frames
    }
}

/// More HTML than this is not cleaned: its text is shown instead.
pub const MOST_BYTES: usize = 2 << 20;
/// Deeper nesting than any page needs; beyond it some cleaners and browsers slow down or fall over.
pub const MOST_DEPTH: usize = 2_000;
/// Tags in a page.
const MOST_TAGS: usize = 100_000;
/// Character references: each is a piece of its own to the parser, and joining the pieces is quadratic.
const MOST_REFERENCES: usize = 20_000;

const TAGS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "b",
    "bdi",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
];

/// Elements whose words are not words: dropped with everything in them.
const SILENT: &[&str] = &[
    "script",
    "style",
    "title",
    "template",
    "noscript",
    "iframe",
    "object",
    "embed",
    "applet",
    "svg",
    "math",
    "select",
    "textarea",
    "audio",
    "video",
    "canvas",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "head",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(SILENT.iter().copied().filter(|tag| *tag != "head").collect())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .generic_attributes(HashSet::from(["dir", "lang"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow ugc"))
        .attribute_filter(|_, name, value| match name {
            "colspan" | "rowspan" | "start" => value
                .parse::<u16>()
                .ok()
                .filter(|number| *number <= 1_000)
                .map(|number| Cow::Owned(number.to_string())),
            "dir" => matches!(value, "ltr" | "rtl" | "auto").then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        })
        .strip_comments(true);
    builder
});

/// Cleans a page; `None` when it is too large or too tangled to clean safely, and its text must do.
pub fn clean(page: &str) -> Option<Cleaned> {
    if page.len() > MOST_BYTES {
        return None;
    }
    let seen = strip::survey(page);
    let n_references = page.bytes().filter(|&byte| byte == b'&').count();
    if seen.depth > MOST_DEPTH || seen.n_tags > MOST_TAGS || n_references > MOST_REFERENCES {
        return None;
    }
    Some(Cleaned {
        html: tidy(&CLEANER.clean(page).to_string()).into_owned(),
        left_out: seen.left_out,
    })
}

/// The words of a page, with its paragraphs, lists, quotes and link targets; `None` as for [`clean`].
pub fn text_of(page: &str) -> Option<String> {
    clean(page).map(|cleaned| to_text::of_clean(&cleaned.html))
}

/// Text as HTML that shows it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// The charset a page names in its own `<meta>`, where the mail named none.
pub fn declared_charset(bytes: &[u8]) -> Option<String> {
    let begins = String::from_utf8_lossy(&bytes[..bytes.len().min(2_048)]).to_ascii_lowercase();
    let after = begins.split("charset=").nth(1)?;
    let name: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | ':' | '.'))
        .collect();
    (!name.is_empty()).then_some(name)
}
