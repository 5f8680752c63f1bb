//! A look over HTML without understanding it: tags counted, and words taken out where nothing better can be
//! done. One pass, no tree.

use super::LeftOut;

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) n_tags: usize,
    /// The most elements open at once, void ones and closed ones not counted.
    pub(super) depth: usize,
    pub(super) left_out: LeftOut,
}

/// Counts tags, depth, and what will be left out.
pub(super) fn survey(page: &str) -> Survey {
    let mut found = Survey::default();
    let mut open = 0_usize;
    for tag in tags(page) {
        found.n_tags += 1;
        let out = &mut found.left_out;
        if tag.closes {
            open = open.saturating_sub(1);
            continue;
        }
        match tag.name.as_str() {
            "img" | "image" | "input" | "body" | "table" | "td" | "th" => {
                if let Some(source) =
                    attribute(tag.inner, "src").or_else(|| attribute(tag.inner, "background"))
                {
                    count_picture(out, &source);
                }
            }
            "script" => out.scripts += 1,
            "style" | "link" => out.styles += 1,
            "form" => out.forms += 1,
            "iframe" | "frame" | "object" | "embed" | "applet" => out.frames += 1,
            _ => {}
        }
        if !is_void(&tag.name) && !tag.inner.ends_with('/') {
            open += 1;
            found.depth = found.depth.max(open);
        }
    }
    found
}

fn count_picture(out: &mut LeftOut, source: &str) {
    let source = source.trim().to_ascii_lowercase();
    if source.starts_with("cid:") || source.starts_with("data:") {
        out.enclosed_pictures += 1;
    } else if source.starts_with("http:") || source.starts_with("https:") || source.starts_with("//") {
        out.remote_pictures += 1;
    }
}

fn is_void(name: &str) -> bool {
    let void = [
        "area", "base", "br", "col", "embed", "frame", "hr", "image", "img", "input", "link", "meta",
        "param", "p", "li", "td", "tr", "th", "source", "track", "wbr", "dd", "dt", "option",
    ];
    void.contains(&name)
}

struct Tag<'a> {
    name: String,
    inner: &'a str,
    closes: bool,
}

fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = page;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find('<')?;
            let after = &rest[at + 1..];
            let (closes, body) = after
                .strip_prefix('/')
                .map_or((false, after), |body| (true, body));
            if !body.starts_with(|char: char| char.is_ascii_alphabetic()) {
                rest = after;
                continue;
            }
            let end = body.find(['>', '<']).unwrap_or(body.len());
            let inner = &body[..end];
            let name_end = inner
                .find(|char: char| char.is_whitespace() || char == '/')
                .unwrap_or(inner.len());
            rest = &body[end..];
            return Some(Tag {
                name: crate::text::first(&inner[..name_end], 20).to_ascii_lowercase(),
                inner,
                closes,
            });
        }
    })
}

/// An attribute's value, well enough for counting.
fn attribute(inner: &str, name: &str) -> Option<String> {
    let lower = inner.to_ascii_lowercase();
    let at = lower.match_indices(name).find(|(at, _)| {
        let before = lower[..*at].chars().next_back();
        before.is_some_and(|char| char.is_whitespace() || matches!(char, '/' | '"' | '\''))
    })?;
    let value = inner[at.0 + name.len()..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split(char::is_whitespace).next()?,
    };
    Some(value.to_owned())
}

/// Words between tags, scripts and styles left out: for pages too large to clean.
pub fn bare_text(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let begins = crate::text::first(after, 6).to_ascii_lowercase();
        let silent = ["script", "style"]
            .into_iter()
            .find(|name| begins.starts_with(name));
        let close = after.find('>').map_or(after.len(), |end| end + 1);
        rest = &after[close..];
        if let Some(name) = silent {
            rest = past_end(rest, name);
        } else if begins.starts_with("br")
            || begins.starts_with('p')
            || begins.starts_with("div")
            || begins.starts_with("tr")
        {
            out.push('\n');
        } else {
            out.push(' ');
        }
    }
    out.push_str(rest);
    entities(&out)
}

fn past_end<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        let after = at + found + 2;
        if rest.as_bytes()[after..]
            .get(..name.len())
            .is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
        {
            return rest[after..].split_once('>').map_or("", |(_, tail)| tail);
        }
        at = after;
    }
    ""
}

/// The few entities that serialised HTML keeps, and the commonest besides.
pub(super) fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        const NAMED: &[(&str, &str)] = &[
            ("&amp;", "&"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&nbsp;", " "),
            ("&#39;", "'"),
            ("&apos;", "'"),
        ];
        if let Some((name, text)) = NAMED.iter().find(|(name, _)| rest.starts_with(name)) {
            out.push_str(text);
            rest = &rest[name.len()..];
        } else if let Some((char, length)) = numbered(rest) {
            out.push(char);
            rest = &rest[length..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// `&#65;` or `&#x41;`, and how long it is.
fn numbered(text: &str) -> Option<(char, usize)> {
    let body = crate::text::first(text.strip_prefix("&#")?, 8);
    let end = body.find(';')?;
    let digits = &body[..end];
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    let char = char::from_u32(number).filter(|char| !char.is_control() || *char == '\n')?;
    Some((char, end + 3))
}
