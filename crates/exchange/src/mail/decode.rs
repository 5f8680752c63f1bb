//! Content-Transfer-Encoding taken off: base64 and quoted-printable read leniently, anything unknown left as
//! it is.

use super::header::RawField;
use std::borrow::Cow;

/// How a body was packed for the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// 7bit, 8bit, binary, or nothing said.
    None,
    Base64,
    QuotedPrintable,
    /// A word nobody knows: the body is taken as it is.
    Unknown,
}

/// Bytes with the packing off, and whether anything in them did not fit.
#[derive(Debug)]
pub struct Unpacked<'a> {
    pub bytes: Cow<'a, [u8]>,
    pub was_broken: bool,
}

/// What the fields say about packing.
pub fn packing(fields: &[RawField<'_>]) -> Packing {
    let Some(field) = fields.iter().find(|field| field.is("Content-Transfer-Encoding")) else {
        return Packing::None;
    };
    let word: String = String::from_utf8_lossy(field.value)
        .chars()
        .map(|char| char.to_ascii_lowercase())
        .skip_while(|char| !char.is_ascii_alphanumeric())
        .take_while(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | ' '))
        .filter(|char| *char != ' ')
        .collect();
    match word.as_str() {
        "" | "7bit" | "8bit" | "binary" | "7-bit" | "8-bit" | "none" | "plain" => Packing::None,
        "base64" | "base-64" => Packing::Base64,
        "quoted-printable" | "quotedprintable" | "qp" => Packing::QuotedPrintable,
        _ => Packing::Unknown,
    }
}

/// Takes the packing off.
pub fn unpack(body: &[u8], packing: Packing) -> Unpacked<'_> {
    match packing {
        Packing::None => Unpacked {
            bytes: Cow::Borrowed(body),
            was_broken: false,
        },
        Packing::Unknown => Unpacked {
            bytes: Cow::Borrowed(body),
            was_broken: true,
        },
        Packing::QuotedPrintable => Unpacked {
            bytes: Cow::Owned(quoted_printable(body)),
            was_broken: false,
        },
        Packing::Base64 => {
            let read = base64(body);
            // A body that only claims to be base64 is worth more as it stands.
            let n_spaces = body
                .windows(3)
                .filter(|near| near[1] == b' ' && near[2].is_ascii_graphic() && near[0].is_ascii_graphic())
                .count();
            if (read.n_foreign + n_spaces) * 16 > body.len() {
                return Unpacked {
                    bytes: Cow::Borrowed(body),
                    was_broken: true,
                };
            }
            Unpacked {
                bytes: Cow::Owned(read.bytes),
                was_broken: read.n_foreign > 0,
            }
        }
    }
}

/// Base64 read, and how many bytes were not of its alphabet.
pub struct Base64 {
    pub bytes: Vec<u8>,
    pub n_foreign: usize,
}

/// Reads base64, passing over what does not belong, and going on after padding in the middle.
pub fn base64(body: &[u8]) -> Base64 {
    let mut out = Base64 {
        bytes: Vec::with_capacity(body.len() / 4 * 3 + 3),
        n_foreign: 0,
    };
    let (mut bits, mut n_chars) = (0_u32, 0_u8);
    let flush = |bits: u32, n_chars: u8, bytes: &mut Vec<u8>| match n_chars {
        2 => bytes.push((bits >> 4) as u8),
        3 => bytes.extend([(bits >> 10) as u8, (bits >> 2) as u8]),
        _ => {}
    };
    let mut rest = body.iter().copied();
    let mut is_padded = false;
    while let Some(byte) = rest.next() {
        let was_padded = std::mem::replace(&mut is_padded, byte == b'=');
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                flush(bits, n_chars, &mut out.bytes);
                n_chars = 0;
                continue;
            }
            // What follows padding on its line is somebody's remark.
            b' ' if was_padded => {
                rest.by_ref().find(|&byte| byte == b'\n');
                continue;
            }
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => {
                out.n_foreign += 1;
                continue;
            }
        };
        bits = (bits << 6) | u32::from(value);
        n_chars += 1;
        if n_chars == 4 {
            out.bytes
                .extend([(bits >> 16) as u8, (bits >> 8) as u8, bits as u8]);
            n_chars = 0;
        }
    }
    flush(bits, n_chars, &mut out.bytes);
    out
}

/// Reads quoted-printable line by line; an `=` that begins no escape stays an `=`.
pub fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        let bare = super::header::bare(line);
        let end = &line[bare.len()..];
        let text = bare.trim_ascii_end();
        match text.strip_suffix(b"=") {
            // A soft break; at the very end of a body it joins nothing.
            Some(joined) => out.extend(hex_escapes(joined)),
            None => {
                // Only spaces before a line end are packing; those of a last line without one are text.
                out.extend(hex_escapes(if end.is_empty() { bare } else { text }));
                out.extend_from_slice(end);
            }
        }
    }
    out
}

/// `=C3=A9` to bytes; whatever is no escape stays.
pub fn hex_escapes(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, tail)) = rest.split_first() {
        if byte == b'='
            && let [high, low, after @ ..] = tail
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            out.push((high << 4) | low);
            rest = after;
        } else {
            out.push(byte);
            rest = tail;
        }
    }
    out
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_goes_on_over_what_does_not_belong() {
        assert_eq!(base64(b"SGVs\r\nbG8=").bytes, b"Hello");
        assert_eq!(base64(b"SGVs*bG8").bytes, b"Hello");
        assert_eq!(base64(b"SGk=SGk=").bytes, b"HiHi");
        assert_eq!(base64(b"SGk= ignored\nSGk=").bytes, b"HiHi");
    }

    #[test]
    fn quoted_printable_keeps_what_is_no_escape() {
        assert_eq!(
            quoted_printable(b"a=3Db=\r\nc  \r\nd = e=ZZ"),
            b"a=bc\r\nd = e=ZZ"
        );
        assert_eq!(quoted_printable(b"soft=  \nend="), b"softend");
    }

    #[test]
    fn a_body_that_is_not_base64_stays_as_it_is() {
        let body = "Ceci n'est pas du base64, c'est une lettre: « bonjour » — voilà!".as_bytes();
        assert_eq!(&*unpack(body, Packing::Base64).bytes, body);
        assert_eq!(
            &*unpack(b"%%% ??? !!! ...", Packing::Base64).bytes,
            b"%%% ??? !!! ..."
        );
    }

    #[test]
    fn odd_words_for_packing_are_known() {
        let packing_of = |value: &'static [u8]| {
            packing(&[RawField {
                name: b"content-transfer-encoding",
                value,
            }])
        };
        assert_eq!(packing_of(b" Quoted Printable"), Packing::QuotedPrintable);
        assert_eq!(packing_of(b" base64\r\n\t"), Packing::Base64);
        assert_eq!(packing_of(b" x-nonsense"), Packing::Unknown);
    }
}
