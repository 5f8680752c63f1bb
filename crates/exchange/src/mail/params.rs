//! `value; name=value` fields (Content-Type, Content-Disposition), with the ways mail really writes them:
//! RFC 2231 pieces, encoded words where they do not belong, bare names with spaces.

use super::charset;
use super::encoded;
use super::header::RawField;

/// A field's value in lower case and its parameters, the first of a name winning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Params {
    pub value: String,
    pub named: Vec<(String, String)>,
}

impl Params {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.named
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// More than any honest field holds; what follows is left.
const MOST_PARAMS: usize = 200;

/// The first Content-Type that says anything. Later ones are a known trick to show two readers two things.
pub fn content_type(fields: &[RawField<'_>]) -> Params {
    let mut found = fields.iter().filter(|field| field.is("Content-Type"));
    found
        .find_map(|field| Some(read(field.value)).filter(|params| !params.value.is_empty()))
        .unwrap_or_default()
}

/// Reads one field value.
pub fn read(raw: &[u8]) -> Params {
    let mut pieces = pieces(raw).into_iter();
    let value = pieces.next().map(|piece| piece.bare()).unwrap_or_default();
    let value: Vec<u8> = value
        .into_iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let mut plain = Vec::new();
    let mut split: Vec<Fragment> = Vec::new();
    for piece in pieces.take(MOST_PARAMS) {
        let Some((name, value)) = piece.name_and_value() else {
            continue;
        };
        match name.split_once('*') {
            None => plain.push((name, decoded(&value))),
            Some((base, rest)) => {
                let index = rest.trim_end_matches('*').parse().unwrap_or(0);
                split.push(Fragment {
                    name: base.to_owned(),
                    index,
                    is_encoded: rest.is_empty() || rest.ends_with('*'),
                    value,
                });
            }
        }
    }
    let mut named = joined(split);
    named.extend(plain);
    let mut seen = std::collections::HashSet::new();
    named.retain(|(name, _)| seen.insert(name.clone()));
    Params {
        value: String::from_utf8_lossy(&value).to_ascii_lowercase(),
        named,
    }
}

/// A `name*1*=` piece of RFC 2231.
struct Fragment {
    name: String,
    index: u32,
    is_encoded: bool,
    value: Vec<u8>,
}

fn joined(mut fragments: Vec<Fragment>) -> Vec<(String, String)> {
    fragments.sort_by(|a, b| a.name.cmp(&b.name).then(a.index.cmp(&b.index)));
    let mut out = Vec::new();
    for of_name in fragments.chunk_by(|a, b| a.name == b.name) {
        let mut bytes = Vec::new();
        let mut declared = None;
        for (place, fragment) in of_name.iter().enumerate() {
            let mut value = fragment.value.as_slice();
            if fragment.is_encoded {
                if place == 0 {
                    let mut parts = value.splitn(3, |&byte| byte == b'\'');
                    if let (Some(set), Some(_), Some(rest)) = (parts.next(), parts.next(), parts.next()) {
                        declared = Some(String::from_utf8_lossy(set).into_owned());
                        value = rest;
                    }
                }
                bytes.extend(percent_decoded(value));
            } else {
                bytes.extend_from_slice(value);
            }
        }
        let text = match declared {
            Some(set) => charset::decode(&bytes, Some(&set)).text,
            None => decoded(&bytes),
        };
        out.push((of_name[0].name.clone(), text));
    }
    out
}

fn percent_decoded(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((&byte, tail)) = rest.split_first() {
        if byte == b'%'
            && let Some(pair) = tail.get(..2)
            && let Some(found) = std::str::from_utf8(pair)
                .ok()
                .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        {
            out.push(found);
            rest = &tail[2..];
        } else {
            out.push(byte);
            rest = tail;
        }
    }
    out
}

fn decoded(value: &[u8]) -> String {
    encoded::words(&charset::decode(value, None).text)
}

/// What stands between two semicolons, with what was quoted kept apart from what was not.
#[derive(Default)]
struct Piece {
    bytes: Vec<u8>,
    /// Where the first `=` outside quotes stands.
    equals: Option<usize>,
    was_quoted: bool,
}

impl Piece {
    fn bare(&self) -> Vec<u8> {
        self.bytes.trim_ascii().to_vec()
    }

    fn name_and_value(&self) -> Option<(String, Vec<u8>)> {
        let at = self.equals?;
        let name = String::from_utf8_lossy(self.bytes[..at].trim_ascii()).to_ascii_lowercase();
        let value = &self.bytes[at + 1..];
        // Spaces inside quotes belong to the value, and a boundary may end in one.
        let value = if self.was_quoted {
            value
        } else {
            value.trim_ascii()
        };
        (!name.is_empty()).then(|| (name, value.to_vec()))
    }
}

/// Cuts at semicolons outside quotes, takes quotes and comments off, and drops the line ends of folding.
fn pieces(raw: &[u8]) -> Vec<Piece> {
    let mut out = vec![Piece::default()];
    let (mut in_quotes, mut comments) = (false, 0_usize);
    let mut bytes = raw
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, b'\r' | b'\n'))
        .peekable();
    while let Some(byte) = bytes.next() {
        let last = out.len() - 1;
        let piece = &mut out[last];
        match byte {
            b'\\' if in_quotes => match bytes.peek() {
                Some(&next @ (b'"' | b'\\')) => {
                    bytes.next();
                    piece.bytes.push(next);
                }
                _ => piece.bytes.push(byte),
            },
            b'"' if comments == 0 => {
                in_quotes = !in_quotes;
                if in_quotes && !piece.was_quoted {
                    if let Some(at) = piece.equals
                        && piece.bytes[at + 1..].trim_ascii().is_empty()
                    {
                        piece.bytes.truncate(at + 1);
                    }
                    piece.was_quoted = piece.equals.is_some();
                } else if !in_quotes {
                    // Whatever trails a closed quote is only spaces or noise; stop at the next semicolon.
                    while bytes.next_if(|&next| matches!(next, b' ' | b'\t')).is_some() {}
                }
            }
            _ if in_quotes => piece.bytes.push(byte),
            b'(' if piece.equals.is_none() || piece.was_quoted || comments > 0 => comments += 1,
            b')' if comments > 0 => comments -= 1,
            _ if comments > 0 => {}
            b';' => {
                if out.len() > MOST_PARAMS {
                    break;
                }
                out.push(Piece::default());
            }
            b'=' if piece.equals.is_none() && last > 0 => {
                piece.equals = Some(piece.bytes.len());
                piece.bytes.push(byte);
            }
            _ => piece.bytes.push(byte),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::read;

    fn param(field: &str, name: &str) -> String {
        read(field.as_bytes()).get(name).unwrap_or("(none)").to_owned()
    }

    #[test]
    fn the_value_is_lower_case_and_without_spaces() {
        assert_eq!(read(b" Text / HTML ; charset=x").value, "text/html");
        assert_eq!(
            read(b"text/plain (plain text); charset=us-ascii").value,
            "text/plain"
        );
    }

    #[test]
    fn parameters_are_read_as_mail_writes_them() {
        assert_eq!(param("a/b; boundary=\"x  \"; y=1", "boundary"), "x  ");
        assert_eq!(param("a/b; name=two words.pdf ; y=1", "name"), "two words.pdf");
        assert_eq!(param("a/b; name=\"a;b\\\"c\"", "name"), "a;b\"c");
        assert_eq!(
            param("a/b; name==?koi8-r?B?89DJ08/LLmRvYw==?=", "name"),
            "Список.doc"
        );
        assert_eq!(
            param(
                "a/b; filename*=UTF-8''na%C3%AFve.txt; filename=naive.txt",
                "filename"
            ),
            "naïve.txt"
        );
        assert_eq!(
            param("a/b; f*1=\"b.txt\"; f*0*=iso-8859-1'en'%E9a", "f"),
            "éab.txt"
        );
        assert_eq!(param("a/b; name=\"r\u{e9}.txt\"", "name"), "ré.txt");
        assert_eq!(param("a/b; boundary = \"x\"", "boundary"), "x");
        assert_eq!(param("a/b; name=report (1).pdf", "name"), "report (1).pdf");
    }
}
