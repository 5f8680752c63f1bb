//! Text from outside made safe to keep: one kind of line end, and no U+0000, which PostgreSQL cannot store.

use std::borrow::Cow;

/// Every line end becomes `\n` and every U+0000 the visible U+FFFD; nothing else changes.
pub fn tidy(text: &str) -> Cow<'_, str> {
    if !text.contains(['\r', '\0']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\0' => out.push(char::REPLACEMENT_CHARACTER),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

/// True for the characters that turn text around or hide in it: `exe.` + U+202E + `gpj` reads as a picture.
/// The joiners that Persian names and emoji need are not among them.
pub fn turns_text(char: char) -> bool {
    matches!(
        char,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// The first `most` characters of a text, never cutting one in half.
pub fn first(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_nul_are_made_one() {
        assert_eq!(tidy("a\r\nb\rc\nd\0e"), "a\nb\nc\nd\u{FFFD}e");
        assert_eq!(tidy("\r\r\n"), "\n\n");
        assert!(matches!(tidy("plain\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_cut_never_splits_a_character() {
        assert_eq!(first("añb", 2), "añ");
        assert_eq!(first("añ", 9), "añ");
    }
}
