//! Clean HTML to plain text. It reads only what [`super::clean`] writes: well-formed tags, four entities.

use super::strip::entities;

/// Text with a line a block, `> ` before quoted lines, `- ` before list items, and link targets where the
/// words do not show them.
pub(super) fn of_clean(html: &str) -> String {
    let mut writer = Writer::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        writer.words(&rest[..at]);
        let Some(end) = rest[at..].find('>') else {
            rest = "";
            break;
        };
        // `>` inside an attribute is written `>` by the serialiser only within quotes; links carry no `>`.
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        writer.tag(tag);
    }
    writer.words(rest);
    writer.finish()
}

#[derive(Default)]
struct Writer {
    out: String,
    line: String,
    quotes: usize,
    in_pre: usize,
    pending_space: bool,
    /// Empty lines owed before the next words.
    gap: usize,
    links: Vec<(String, usize)>,
    /// How deep in quotes the last line was: the gap after it is no deeper.
    last_quotes: usize,
}

impl Writer {
    fn words(&mut self, raw: &str) {
        let text = entities(raw);
        if self.in_pre > 0 {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.end_line();
                }
                self.line.push_str(line);
            }
            return;
        }
        for char in text.chars() {
            if matches!(char, ' ' | '\t' | '\n' | '\u{a0}' | '\u{c}') {
                self.pending_space = true;
            } else {
                if self.pending_space && !self.line.is_empty() {
                    self.line.push(' ');
                }
                self.pending_space = false;
                self.line.push(char);
            }
        }
    }

    fn tag(&mut self, tag: &str) {
        let (closes, body) = tag.strip_prefix('/').map_or((false, tag), |body| (true, body));
        let name = body.split([' ', '/']).next().unwrap_or_default();
        match name {
            "br" => self.end_line_kept(),
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "dl" | "table" => self.block(1),
            "div" | "tr" | "dt" | "dd" | "address" | "center" | "caption" => self.block(0),
            "pre" => {
                self.block(0);
                self.in_pre = if closes {
                    self.in_pre.saturating_sub(1)
                } else {
                    self.in_pre + 1
                };
            }
            "hr" => {
                self.block(0);
                self.line.push_str("________________________________");
                self.block(0);
            }
            "li" => {
                self.block(0);
                if !closes {
                    self.line.push_str("- ");
                }
            }
            "td" | "th" if !closes && !self.line.is_empty() => self.pending_space = true,
            "blockquote" => {
                self.block(1);
                self.quotes = if closes {
                    self.quotes.saturating_sub(1)
                } else {
                    self.quotes + 1
                };
            }
            "a" if closes => self.close_link(),
            "a" => {
                let target = body
                    .split_once("href=\"")
                    .and_then(|(_, rest)| rest.split('"').next())
                    .unwrap_or_default();
                self.links.push((entities(target), self.line.len()));
            }
            _ => {}
        }
    }

    fn close_link(&mut self) {
        let Some((target, from)) = self.links.pop() else {
            return;
        };
        let shown = self.line.get(from..).unwrap_or(&self.line).trim().to_owned();
        let bare = target.trim_start_matches("mailto:").trim_start_matches("tel:");
        let is_shown = |text: &str| {
            let plain = |url: &str| {
                url.trim_start_matches("https://")
                    .trim_start_matches("http://")
                    .trim_end_matches('/')
                    .to_owned()
            };
            plain(text).eq_ignore_ascii_case(&plain(bare))
        };
        if !target.is_empty() && !shown.is_empty() && !is_shown(&shown) && !shown.contains(bare) {
            self.line.push_str(&format!(" <{target}>"));
        }
    }

    /// Ends the line if it holds anything, and owes `gap` empty lines.
    fn block(&mut self, gap: usize) {
        if !self.line.trim().is_empty() {
            self.end_line();
        }
        self.line.clear();
        self.pending_space = false;
        if !self.out.is_empty() {
            self.gap = self.gap.max(gap);
        }
    }

    /// A `<br>`: an empty line counts, too.
    fn end_line_kept(&mut self) {
        if self.line.trim().is_empty() && !self.out.is_empty() {
            self.gap = (self.gap + 1).min(2);
            self.line.clear();
        } else if !self.line.trim().is_empty() {
            self.end_line();
        }
        self.pending_space = false;
    }

    fn end_line(&mut self) {
        let prefix = "> ".repeat(self.quotes.min(20));
        if self.in_pre == 0 || !self.line.is_empty() {
            for _ in 0..std::mem::take(&mut self.gap) {
                self.out
                    .push_str("> ".repeat(self.quotes.min(self.last_quotes).min(20)).trim_end());
                self.out.push('\n');
            }
        }
        self.last_quotes = self.quotes;
        self.out.push_str(&prefix);
        self.out.push_str(self.line.trim_end());
        self.out.push('\n');
        self.line.clear();
        // A link that goes over a line end shows its target only if the last line does not.
        for link in &mut self.links {
            link.1 = 0;
        }
    }

    fn finish(mut self) -> String {
        self.block(0);
        self.out
    }
}

#[cfg(test)]
mod tests {
    use crate::mail::html::text_of;

    fn text(html: &str) -> String {
        text_of(html).unwrap_or_default()
    }

    #[test]
    fn blocks_lists_quotes_and_links_are_seen() {
        assert_eq!(text("<p>One</p><p>Two<br>Three</p>"), "One\n\nTwo\nThree\n");
        assert_eq!(text("<ul><li>a<li>b</ul>"), "- a\n- b\n");
        assert_eq!(
            text("Yes.<blockquote>Was <b>it</b>?<br>Sure?</blockquote>No."),
            "Yes.\n\n> Was it?\n> Sure?\n\nNo.\n"
        );
        assert_eq!(
            text("<a href=\"https://a.gov/x?y=1&amp;z=2\">the form</a>"),
            "the form <https://a.gov/x?y=1&z=2>\n"
        );
        assert_eq!(text("<a href=\"mailto:a@b.org\">a@b.org</a>"), "a@b.org\n");
        assert_eq!(
            text("<style>p{}</style><title>t</title>caf&eacute;&nbsp;&amp; tea &lt;3"),
            "café & tea <3\n"
        );
        assert_eq!(text("<pre>a\n  b\n</pre>c"), "a\n  b\nc\n");
        assert_eq!(text("<table><tr><td>a</td><td>b</td></tr></table>"), "a b\n");
    }
}
