//! A file of many messages. What is no mbox is one message: a wrong cut would lose mail, a missed one does not.
//!
//! A file is an mbox when its first line is an envelope line, `From `, a sender, and a date with a time
//! (`Thu Jan  1 00:00:00 2026`), and another such line follows further down. A file with one envelope line is
//! one message that was saved with it, kept as it is; so is one with a last envelope line and nothing after. An mbox is cut before every such line that follows an empty line. The raw
//! bytes of a message are those after its envelope line up to the empty line before the next, with the quoting
//! of the file undone (`>From ` loses one `>`, `>>From ` too: mboxrd). Where a message says `Content-Length`,
//! that is not believed: half the tools that copy mboxes leave it wrong.

use super::header::{bare, line_at};
use std::borrow::Cow;

/// The messages of a file in order: its bytes unquoted where it is an mbox, else the whole file as it is.
pub fn messages(file: &[u8]) -> Messages<'_> {
    let is_mbox = is_mbox(file);
    Messages {
        file,
        at: if is_mbox { Some(line_at(file, 0).1) } else { None },
        whole: !is_mbox,
    }
}

/// The messages of a file with a name: one that ends in `.eml` holds one message by definition, whatever is in
/// it; of any other the content decides.
pub fn messages_named<'a>(name: &str, file: &'a [u8]) -> Messages<'a> {
    let is_one = name
        .get(name.len().saturating_sub(4)..)
        .is_some_and(|end| end.eq_ignore_ascii_case(".eml"));
    if is_one {
        Messages {
            file,
            at: None,
            whole: true,
        }
    } else {
        messages(file)
    }
}

/// True if the file holds several messages, as an mbox does.
pub fn is_mbox(file: &[u8]) -> bool {
    if file.is_empty() || !is_envelope(line_at(file, 0).0) {
        return false;
    }
    let begins = line_at(file, 0).1;
    next_envelope(file, begins).is_some()
}

/// Where the message that begins at `begins` ends and where the next begins, past its envelope line.
fn next_envelope(file: &[u8], begins: usize) -> Option<(usize, usize)> {
    let mut cursor = begins;
    let mut blank_at = Some(begins);
    while cursor < file.len() {
        let (line, next) = line_at(file, cursor);
        if let Some(blank) = blank_at
            && is_envelope(line)
            && !file[next..].trim_ascii_start().is_empty()
        {
            return Some((blank, next));
        }
        blank_at = bare(line).is_empty().then_some(cursor);
        cursor = next;
    }
    None
}

/// The iterator of [`messages`].
#[derive(Debug)]
pub struct Messages<'a> {
    file: &'a [u8],
    /// Where the next message begins, after its envelope line.
    at: Option<usize>,
    whole: bool,
}

impl<'a> Iterator for Messages<'a> {
    type Item = Cow<'a, [u8]>;

    fn next(&mut self) -> Option<Cow<'a, [u8]>> {
        if std::mem::take(&mut self.whole) {
            return (!self.file.is_empty()).then_some(Cow::Borrowed(self.file));
        }
        let begins = self.at.take()?;
        let end = match next_envelope(self.file, begins) {
            Some((end, next)) => {
                self.at = Some(next);
                end
            }
            None => last_end(self.file, begins),
        };
        Some(unquoted(&self.file[begins..end]))
    }
}

/// The end of the last message: the empty line that ends it belongs to the file, as it does before an envelope,
/// so that a message has the same bytes wherever in a file it stands.
fn last_end(file: &[u8], begins: usize) -> usize {
    let body = bare(&file[begins..]);
    let has_empty_line = body.len() < file.len() - begins && body.ends_with(b"\n");
    if has_empty_line {
        begins + body.len()
    } else {
        file.len()
    }
}

/// `From sender Thu Jan  1 00:00:00 2026`, also with a zone before or after the year.
fn is_envelope(line: &[u8]) -> bool {
    let Some(rest) = bare(line).strip_prefix(b"From ") else {
        return false;
    };
    if rest.len() > 300 {
        return false;
    }
    let text = String::from_utf8_lossy(rest);
    let words: Vec<&str> = text.split_whitespace().collect();
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day_at = words
        .iter()
        .position(|word| days.iter().any(|day| word.trim_end_matches(',') == *day));
    let has_time = words.iter().any(|word| {
        let mut parts = word.split(':');
        parts.clone().count() >= 2
            && parts.all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    let has_year = words
        .iter()
        .any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")));
    day_at.is_some_and(|at| at <= 3) && has_time && has_year
}

fn unquoted(message: &[u8]) -> Cow<'_, [u8]> {
    let is_quoted = |line: &[u8]| {
        let inner = line.iter().position(|&byte| byte != b'>').unwrap_or(line.len());
        inner > 0 && line[inner..].starts_with(b"From ")
    };
    if !message.split(|&byte| byte == b'\n').any(is_quoted) {
        return Cow::Borrowed(message);
    }
    let mut out = Vec::with_capacity(message.len());
    for line in message.split_inclusive(|&byte| byte == b'\n') {
        out.extend_from_slice(if is_quoted(line) { &line[1..] } else { line });
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::messages;

    fn cut(file: &str) -> Vec<String> {
        messages(file.as_bytes())
            .map(|message| String::from_utf8_lossy(&message).into_owned())
            .collect()
    }

    const ENVELOPE: &str = "From amira@example.org Thu Jan  1 00:00:00 2026\n";

    #[test]
    fn an_mbox_is_cut_at_its_envelope_lines() {
        let file = format!(
            "{ENVELOPE}Subject: a\n\nOne\n\n{ENVELOPE}Subject: b\n\nTwo\n>From here\n>>From there\n\n"
        );
        assert_eq!(
            cut(&file),
            [
                "Subject: a\n\nOne\n",
                "Subject: b\n\nTwo\nFrom here\n>From there\n"
            ]
        );
    }

    #[test]
    fn a_sentence_that_begins_with_from_cuts_nothing() {
        let file = format!("{ENVELOPE}Subject: a\n\nOne\n\nFrom Monday 10:00 on I wait.\n\n{ENVELOPE}x");
        assert_eq!(cut(&file).len(), 2);
        assert_eq!(
            cut("Subject: a\n\nText\n\nFrom x Thu Jan  1 00:00:00 2026\n").len(),
            1
        );
    }

    #[test]
    fn a_file_that_is_no_mbox_is_one_message_byte_for_byte() {
        let file = "Subject: a\r\n\r\n>From here\r\n";
        assert_eq!(cut(file), [file]);
        assert_eq!(cut(""), Vec::<String>::new());
        let saved = format!("{ENVELOPE}Subject: a\n\n>From here\n");
        assert_eq!(cut(&saved), [saved]);
    }
}
