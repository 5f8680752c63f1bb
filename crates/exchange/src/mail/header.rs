//! A header block as lines: where it ends, which lines are fields, and what bytes they carry. Duplicates are
//! kept in order, broken lines never swallow the rest.

/// One header field as it stands, unfolded, still in the sender's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawField<'a> {
    pub name: &'a [u8],
    pub value: &'a [u8],
}

impl RawField<'_> {
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }
}

/// A header block taken off the front of some bytes.
#[derive(Debug, Default)]
pub struct Block<'a> {
    pub fields: Vec<RawField<'a>>,
    /// Where the body begins.
    pub body: usize,
    /// Lines inside the block that are no fields, or a body that began without an empty line.
    pub broken: bool,
}

/// Names that make a line a header even where the line before it was broken.
const KNOWN: &[&str] = &[
    "bcc",
    "cc",
    "comments",
    "content-description",
    "content-disposition",
    "content-id",
    "content-language",
    "content-length",
    "content-location",
    "content-transfer-encoding",
    "content-type",
    "date",
    "delivered-to",
    "dkim-signature",
    "domainkey-signature",
    "errors-to",
    "from",
    "importance",
    "in-reply-to",
    "keywords",
    "list-archive",
    "list-help",
    "list-id",
    "list-post",
    "list-subscribe",
    "list-unsubscribe",
    "message-id",
    "mime-version",
    "organization",
    "precedence",
    "priority",
    "received",
    "received-spf",
    "references",
    "reply-to",
    "return-path",
    "sender",
    "status",
    "subject",
    "thread-index",
    "thread-topic",
    "to",
    "user-agent",
];

/// The name before the colon, if the line is a field.
fn name_of(line: &[u8]) -> Option<&[u8]> {
    let colon = line.iter().take(200).position(|&byte| byte == b':')?;
    let name = line[..colon].trim_ascii_end();
    (!name.is_empty() && name.iter().all(|byte| (33..=126).contains(byte))).then_some(name)
}

fn is_known(name: &[u8]) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.starts_with(b"x-") || KNOWN.iter().any(|known| known.as_bytes() == lower)
}

/// The line that begins at `at`, with its line end, and where the next begins.
pub fn line_at(bytes: &[u8], at: usize) -> (&[u8], usize) {
    let end = bytes[at..]
        .iter()
        .position(|&byte| byte == b'\n')
        .map_or(bytes.len(), |found| at + found + 1);
    (&bytes[at..end], end)
}

/// A line without its line end.
pub fn bare(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// Where a message really begins: after a byte-order mark, an mbox `From ` line, and stray empty lines that a
/// known field follows.
pub fn start(raw: &[u8]) -> usize {
    let mut at = if raw.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let mut blank = at;
    while blank < raw.len() {
        let (line, next) = line_at(raw, blank);
        if !bare(line).trim_ascii().is_empty() {
            break;
        }
        blank = next;
    }
    if blank > at && name_of(line_at(raw, blank.min(raw.len())).0).is_some_and(is_known) {
        at = blank;
    }
    let (line, next) = line_at(raw, at);
    if line.starts_with(b"From ") || line.starts_with(b">From ") {
        next
    } else {
        at
    }
}

/// Reads a header block from `at`. `stop` says that a line is a boundary, which ends even an unfinished block.
/// `None` when the block is longer than `most`.
pub fn block<'a>(bytes: &'a [u8], at: usize, most: usize, stop: impl Fn(&[u8]) -> bool) -> Option<Block<'a>> {
    let mut block = Block {
        body: at,
        ..Block::default()
    };
    let mut open: Option<(&[u8], usize)> = None;
    let mut cursor = at;
    let close = |open: &mut Option<(&'a [u8], usize)>, end: usize, fields: &mut Vec<RawField<'a>>| {
        if let Some((name, from)) = open.take() {
            fields.push(RawField {
                name,
                value: bare(&bytes[from..end]),
            });
        }
    };
    while cursor < bytes.len() {
        let window = &bytes[..bytes.len().min(at.saturating_add(most).saturating_add(2))];
        if cursor >= window.len() {
            return None;
        }
        let (line, next) = line_at(window, cursor);
        if next == window.len() && window.len() < bytes.len() && !line.ends_with(b"\n") {
            return None;
        }
        if bare(line).is_empty() {
            close(&mut open, cursor, &mut block.fields);
            block.body = next;
            return Some(block);
        }
        if stop(line) {
            close(&mut open, cursor, &mut block.fields);
            block.broken = true;
            block.body = cursor;
            return Some(block);
        }
        if matches!(line[0], b' ' | b'\t') && open.is_some() {
            cursor = next;
            continue;
        }
        close(&mut open, cursor, &mut block.fields);
        if let Some(name) = name_of(line) {
            let colon = line
                .iter()
                .position(|&byte| byte == b':')
                .unwrap_or(line.len() - 1);
            open = Some((name, cursor + colon + 1));
        } else if !line.starts_with(b">From ") {
            block.broken = true;
            let follows = line_at(window, next.min(window.len())).0;
            if !name_of(follows).is_some_and(is_known) {
                block.body = cursor;
                return Some(block);
            }
        }
        cursor = next;
    }
    close(&mut open, cursor, &mut block.fields);
    block.body = bytes.len();
    Some(block)
}

/// True if any field is one that mail carries: text whose first line has a colon is not a header.
pub fn looks_like_mail(fields: &[RawField<'_>]) -> bool {
    fields.iter().any(|field| is_known(field.name))
}
