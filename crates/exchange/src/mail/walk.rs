//! The structure of a message: its parts as ranges of bytes, found line by line in one pass under the limits.
//! What a part means is not decided here.

use super::decode;
use super::header::{self, RawField};
use super::limits::{Limits, Unreadable};
use super::params::{self, Params};

/// One part: its fields, its own bytes as sent, and what is inside it.
#[derive(Debug)]
pub struct Part<'a> {
    pub fields: Vec<RawField<'a>>,
    /// `type/subtype` in lower case, as declared or by default.
    pub media_type: String,
    pub content_type: Params,
    pub body: &'a [u8],
    pub inside: Inside<'a>,
    pub faults: Vec<Shape>,
}

/// What a part encloses.
#[derive(Debug)]
pub enum Inside<'a> {
    Nothing,
    Parts(Vec<Part<'a>>),
    /// An enclosed message that stands in the clear.
    Message(Box<Part<'a>>),
    /// An enclosed message that was packed: its bytes are its own and are walked again when read.
    Packed(Vec<u8>),
}

/// What is wrong with a part's shape. It is read all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    BrokenHeader,
    NoHeader,
    NoEndBoundary,
    NoPartFound,
    NoBoundaryNamed,
}

/// All header blocks of a message together may be this many times as long as one may be: a digest holds many.
const HEADERS_TOGETHER: usize = 8;

/// Walks a message under the limits.
pub fn structure<'a>(raw: &'a [u8], limits: &Limits) -> Result<Part<'a>, Unreadable> {
    let mut count = Count { parts: 0, header: 0 };
    top(raw, limits, &mut count, 1)
}

/// What has been spent of the limits, across packed messages too.
struct Count {
    parts: usize,
    header: usize,
}

fn top<'a>(raw: &'a [u8], limits: &Limits, count: &mut Count, depth: usize) -> Result<Part<'a>, Unreadable> {
    if raw.trim_ascii().is_empty() {
        return Err(Unreadable::Empty);
    }
    if raw.len() > limits.size {
        return Err(Unreadable::TooLarge {
            bytes: raw.len(),
            most: limits.size,
        });
    }
    let mut walker = Walker {
        raw,
        at: 0,
        boundaries: Vec::new(),
        stop: None,
        limits,
        count,
    };
    walker.part(depth, true, false)
}

struct Walker<'a, 'l> {
    raw: &'a [u8],
    at: usize,
    boundaries: Vec<Vec<u8>>,
    /// The boundary line that ended the last part: which one, and whether it was an end.
    stop: Option<(usize, bool)>,
    limits: &'l Limits,
    count: &'l mut Count,
}

impl<'a> Walker<'a, '_> {
    fn part(&mut self, depth: usize, is_message: bool, in_digest: bool) -> Result<Part<'a>, Unreadable> {
        self.spend(depth)?;
        if is_message {
            self.at += header::start(&self.raw[self.at..]);
        }
        let begins = self.at;
        let all = self.limits.header.saturating_mul(HEADERS_TOGETHER);
        let left = self.limits.header.min(all.saturating_sub(self.count.header));
        let boundaries = &self.boundaries;
        let block = header::block(self.raw, begins, left, |line| {
            boundary_of(boundaries, line).is_some()
        })
        .ok_or(Unreadable::HeaderTooLarge {
            most: self.limits.header,
        })?;
        self.count.header += block.body - begins;
        let mut faults = Vec::new();
        if block.broken {
            faults.push(Shape::BrokenHeader);
        }
        let (mut fields, mut body_at) = (block.fields, block.body);
        if is_message && !header::looks_like_mail(&fields) {
            faults.push(Shape::NoHeader);
            fields = Vec::new();
            body_at = begins;
        }
        self.at = body_at;
        let content_type = params::content_type(&fields);
        let media_type = media_type(&content_type, in_digest);
        let mut part = Part {
            fields,
            media_type,
            content_type,
            body: &[],
            inside: Inside::Nothing,
            faults,
        };
        self.stop = None;
        if part.media_type.starts_with("multipart/") {
            match part
                .content_type
                .get("boundary")
                .filter(|boundary| !boundary.is_empty())
            {
                Some(boundary) => {
                    let boundary = boundary.as_bytes().to_vec();
                    self.parts(&mut part, boundary, depth)?;
                }
                None => {
                    part.faults.push(Shape::NoBoundaryNamed);
                    self.skip_body();
                }
            }
        } else if encloses_message(&part.media_type) {
            self.message(&mut part, depth, body_at)?;
        } else {
            self.skip_body();
        }
        part.body = self.body(body_at);
        Ok(part)
    }

    fn spend(&mut self, depth: usize) -> Result<(), Unreadable> {
        self.count.parts += 1;
        if depth > self.limits.depth {
            return Err(Unreadable::TooDeep {
                most: self.limits.depth,
            });
        }
        if self.count.parts > self.limits.parts {
            return Err(Unreadable::TooManyParts {
                most: self.limits.parts,
            });
        }
        Ok(())
    }

    fn parts(&mut self, part: &mut Part<'a>, boundary: Vec<u8>, depth: usize) -> Result<(), Unreadable> {
        let own = self.boundaries.len();
        let in_digest = part.media_type == "multipart/digest";
        self.boundaries.push(boundary);
        let mut children = Vec::new();
        self.skip_body();
        loop {
            match self.stop {
                Some((which, false)) if which == own => {
                    self.next_line();
                    children.push(self.part(depth + 1, false, in_digest)?);
                }
                Some((which, true)) if which == own => {
                    self.next_line();
                    self.boundaries.truncate(own);
                    self.skip_body();
                    break;
                }
                _ => {
                    part.faults.push(Shape::NoEndBoundary);
                    self.boundaries.truncate(own);
                    break;
                }
            }
        }
        if children.is_empty() {
            part.faults.push(Shape::NoPartFound);
        } else {
            part.inside = Inside::Parts(children);
        }
        Ok(())
    }

    fn message(&mut self, part: &mut Part<'a>, depth: usize, body_at: usize) -> Result<(), Unreadable> {
        let packing = decode::packing(&part.fields);
        if packing == decode::Packing::None {
            part.inside = Inside::Message(Box::new(self.part(depth + 1, true, false)?));
            return Ok(());
        }
        self.skip_body();
        let bytes = decode::unpack(self.body(body_at), packing).bytes.into_owned();
        let begins = &bytes[..bytes.len().min(64)];
        if bytes.trim_ascii().is_empty() || begins.contains(&0) {
            return Ok(());
        }
        // Counted now, so that a message packed in a message is under the same limits; read again later.
        top(&bytes, self.limits, self.count, depth + 1)?;
        part.inside = Inside::Packed(bytes);
        Ok(())
    }

    /// Goes to the next boundary line of any multipart we are in, or to the end.
    fn skip_body(&mut self) {
        self.stop = None;
        if self.boundaries.is_empty() {
            self.at = self.raw.len();
            return;
        }
        while self.at < self.raw.len() {
            let (line, next) = header::line_at(self.raw, self.at);
            if let Some(found) = boundary_of(&self.boundaries, line) {
                self.stop = Some(found);
                return;
            }
            self.at = next;
        }
    }

    fn next_line(&mut self) {
        self.at = header::line_at(self.raw, self.at).1;
        self.stop = None;
    }

    /// The bytes since `from`; the line end before a boundary belongs to the boundary.
    fn body(&self, from: usize) -> &'a [u8] {
        let body = &self.raw[from.min(self.at)..self.at];
        if self.stop.is_some() {
            header::bare(body)
        } else {
            body
        }
    }
}

/// Which boundary a line is, and whether it is an end. The longest that fits wins, so that `--ab` is not taken
/// for `--a`; among equals the innermost.
fn boundary_of(boundaries: &[Vec<u8>], line: &[u8]) -> Option<(usize, bool)> {
    let rest = line.strip_prefix(b"--")?;
    let mut best: Option<(usize, bool)> = None;
    for (index, boundary) in boundaries.iter().enumerate() {
        if let Some(tail) = rest.strip_prefix(boundary.as_slice())
            && best.is_none_or(|(other, _)| boundary.len() >= boundaries[other].len())
        {
            best = Some((index, tail.starts_with(b"--")));
        }
    }
    best
}

fn encloses_message(media_type: &str) -> bool {
    matches!(media_type, "message/rfc822" | "message/global" | "message/news")
}

fn media_type(declared: &Params, in_digest: bool) -> String {
    let value = declared.value.as_str();
    match value.split_once('/') {
        Some((kind, sub)) if !kind.is_empty() && !sub.is_empty() => value.to_owned(),
        _ if value == "text" => "text/plain".to_owned(),
        _ if value.is_empty() && in_digest => "message/rfc822".to_owned(),
        _ => "text/plain".to_owned(),
    }
}
