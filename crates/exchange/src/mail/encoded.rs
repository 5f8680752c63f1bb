//! RFC 2047 encoded words (`=?utf-8?Q?caf=C3=A9?=`) as mail writes them: also inside quotes, also with one
//! character cut across two words.

use super::charset;
use super::decode;

/// One stretch of a field.
enum Stretch<'a> {
    Plain(&'a str),
    Word {
        set: String,
        bytes: Vec<u8>,
    },
    /// A word with raw characters in it, which were decoded with the field.
    Mixed(String),
}

/// Text with every encoded word decoded; the space between two of them is not text.
pub fn words(text: &str) -> String {
    if !text.contains("=?") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for stretch in stretches(text) {
        match stretch {
            Stretch::Plain(plain) => out.push_str(plain),
            Stretch::Word { set, bytes } => out.push_str(&charset::decode(&bytes, Some(&set)).text),
            Stretch::Mixed(decoded) => out.push_str(&decoded),
        }
    }
    out
}

/// The same field with every encoded word rewritten in UTF-8, for a reader that must parse before it decodes.
pub fn in_utf8(text: &str) -> String {
    if !text.contains("=?") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for stretch in stretches(text) {
        match stretch {
            Stretch::Plain(plain) => out.push_str(plain),
            Stretch::Word { set, bytes } => push_word(&mut out, &charset::decode(&bytes, Some(&set)).text),
            Stretch::Mixed(decoded) => push_word(&mut out, &decoded),
        }
    }
    out
}

fn push_word(out: &mut String, text: &str) {
    out.push_str("=?utf-8?Q?");
    for byte in text.bytes() {
        out.push_str(&format!("={byte:02X}"));
    }
    out.push_str("?=");
}

fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut out: Vec<Stretch<'_>> = Vec::new();
    let (mut from, mut look) = (0, 0);
    let last_end = text.rfind("?=").unwrap_or(0);
    while let Some(found) = text[look..].find("=?") {
        let at = look + found;
        if at >= last_end {
            break;
        }
        let Some((word, end)) = word_at(text, at, last_end) else {
            look = at + 2;
            continue;
        };
        let between = &text[from..at];
        let is_next =
            matches!(out.last(), Some(Stretch::Word { .. } | Stretch::Mixed(_))) && between.trim().is_empty();
        if !is_next {
            out.push(Stretch::Plain(between));
        }
        match (out.last_mut(), word) {
            (
                Some(Stretch::Word {
                    set: before,
                    bytes: so_far,
                }),
                Stretch::Word { set, bytes },
            ) if is_next && before.eq_ignore_ascii_case(&set) => {
                so_far.extend(bytes);
            }
            (_, word) => out.push(word),
        }
        (from, look) = (end, end);
    }
    out.push(Stretch::Plain(&text[from..]));
    out
}

/// Reads the word at `at`, and where it ends.
fn word_at(text: &str, at: usize, last_end: usize) -> Option<(Stretch<'static>, usize)> {
    let rest = &text[at + 2..];
    let mark = rest
        .char_indices()
        .take(64)
        .find(|(_, char)| *char == '?')
        .map(|(place, _)| place)?;
    let set = rest[..mark].split('*').next().unwrap_or_default();
    if set.is_empty() || set.contains([' ', '"', '=', '<', '>']) {
        return None;
    }
    let coding = rest.as_bytes().get(mark + 1)?.to_ascii_lowercase();
    if rest.as_bytes().get(mark + 2) != Some(&b'?') || !matches!(coding, b'q' | b'b') {
        return None;
    }
    let data_at = at + 2 + mark + 3;
    if data_at > last_end {
        return None;
    }
    let data = &text[data_at..];
    let end = data.find("?=")?;
    let (words, end) = (&data[..end], data_at + end + 2);
    let set = set.to_owned();
    if coding == b'q' && !words.is_ascii() {
        return Some((Stretch::Mixed(mixed(words, &set)), end));
    }
    let bytes = match coding {
        b'b' => decode::base64(words.as_bytes()).bytes,
        _ => q_word(words.as_bytes()),
    };
    Some((Stretch::Word { set, bytes }, end))
}

/// Escapes are in the word's charset; raw characters were decoded with the field already.
fn mixed(words: &str, set: &str) -> String {
    let runs = words.split_inclusive(|char: char| !char.is_ascii());
    let mut out = String::with_capacity(words.len());
    for run in runs {
        let raw_at = run.find(|char: char| !char.is_ascii()).unwrap_or(run.len());
        out.push_str(&charset::decode(&q_word(&run.as_bytes()[..raw_at]), Some(set)).text);
        out.push_str(&run[raw_at..]);
    }
    out
}

fn q_word(data: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = data
        .iter()
        .map(|&byte| if byte == b'_' { b' ' } else { byte })
        .collect();
    decode::hex_escapes(&spaced)
}

#[cfg(test)]
mod tests {
    use super::{in_utf8, words};

    #[test]
    fn words_are_decoded_where_they_stand() {
        assert_eq!(words("=?ISO-8859-1?Q?Keld_J=F8rn?= <k@x>"), "Keld Jørn <k@x>");
        assert_eq!(words("a =?utf-8?Q?b?=\t =?utf-8?b?w6k=?= c"), "a bé c");
        assert_eq!(words("=?utf-8*en?q?x=3Fy?="), "x?y");
        assert_eq!(words("=?iso-8859-1?Q?Fr\u{f6}sche_=E9?="), "Frösche é");
        assert_eq!(words("=?x?= and =?utf-8?z?no?="), "=?x?= and =?utf-8?z?no?=");
    }

    #[test]
    fn a_character_cut_across_two_words_is_whole_again() {
        assert_eq!(words("=?utf-8?B?5pel5pw=?= =?utf-8?B?rOiqng==?="), "日本語");
    }

    #[test]
    fn rewriting_keeps_the_text() {
        let field = "=?iso-8859-1?Q?=E9t=E9?= <a@b.c>";
        assert_eq!(words(&in_utf8(field)), words(field));
    }

    #[test]
    fn a_field_of_beginnings_ends_quickly() {
        let begun = std::time::Instant::now();
        let field = "=?a?q? ".repeat(40_000) + "=?a?q?x?=";
        assert!(!words(&field).is_empty());
        assert!(begun.elapsed().as_millis() < 2_000);
    }
}
