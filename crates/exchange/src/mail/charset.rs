//! Bytes to text: the declared charset, then UTF-8, then windows-1252, and never a panic.

use mail_parser::decoders::charsets::map::charset_decoder;

/// Text and how it was got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The declared charset is unknown, or did not fit and another was used.
    pub was_guessed: bool,
}

/// Decodes by the declared charset where that fits. `None` means UTF-8 or, failing that, windows-1252.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    let name = declared.map(clean).unwrap_or_default();
    if name.is_empty() || is_ascii_or_utf8(&name) {
        return match std::str::from_utf8(bytes) {
            Ok(text) => {
                let was_guessed = (is_ascii(&name) || name.is_empty()) && !text.is_ascii();
                Decoded {
                    text: text.to_owned(),
                    was_guessed,
                }
            }
            Err(_) if is_mostly_utf8(bytes) => Decoded {
                text: String::from_utf8_lossy(bytes).into_owned(),
                was_guessed: true,
            },
            Err(_) => Decoded {
                text: windows_1252(bytes),
                was_guessed: true,
            },
        };
    }
    let Some(decoder) = charset_decoder(name.as_bytes()) else {
        return Decoded {
            was_guessed: true,
            ..decode(bytes, None)
        };
    };
    let text = decoder(bytes);
    if !text.contains(char::REPLACEMENT_CHARACTER) {
        return Decoded {
            text,
            was_guessed: false,
        };
    }
    if let Ok(utf8) = std::str::from_utf8(bytes) {
        return Decoded {
            text: utf8.to_owned(),
            was_guessed: true,
        };
    }
    // One broken character in a page of Japanese is no reason to turn the page into accents.
    let n_lost = text
        .chars()
        .filter(|&char| char == char::REPLACEMENT_CHARACTER)
        .count();
    if n_lost * 5 > text.chars().count() {
        return Decoded {
            text: windows_1252(bytes),
            was_guessed: true,
        };
    }
    Decoded {
        text,
        was_guessed: true,
    }
}

/// True if a reader exists for this charset name.
pub fn is_known(declared: &str) -> bool {
    let name = clean(declared);
    is_ascii_or_utf8(&name) || charset_decoder(name.as_bytes()).is_some()
}

fn clean(declared: &str) -> String {
    let name = declared
        .trim()
        .trim_matches(['"', '\''])
        .trim()
        .to_ascii_lowercase();
    match name.as_str() {
        "unknown-8bit" | "x-unknown" | "unknown" | "default" | "8bit" | "binary" => String::new(),
        _ => name,
    }
}

fn is_ascii(name: &str) -> bool {
    matches!(
        name,
        "us-ascii" | "ascii" | "ansi_x3.4-1968" | "iso646-us" | "7bit"
    )
}

fn is_ascii_or_utf8(name: &str) -> bool {
    is_ascii(name) || matches!(name, "utf-8" | "utf8" | "utf_8" | "unicode-1-1-utf-8")
}

/// Some well-formed characters beyond ASCII, and hardly anything that is not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

fn windows_1252(bytes: &[u8]) -> String {
    charset_decoder(b"windows-1252").map_or_else(
        || String::from_utf8_lossy(bytes).into_owned(),
        |decode| decode(bytes),
    )
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn text(bytes: &[u8], declared: &str) -> String {
        decode(bytes, Some(declared)).text
    }

    #[test]
    fn declared_then_utf8_then_windows_1252() {
        assert_eq!(text(b"\xe9t\xe9", "iso-8859-1"), "été");
        assert_eq!(text("été".as_bytes(), "no-such-set"), "été");
        assert_eq!(text(b"\x93\xe9t\xe9\x94", "no-such-set"), "“été”");
        assert_eq!(text(b"\xe9t\xe9", "us-ascii"), "été");
        assert_eq!(text(b"\xe9t\xe9", "utf-8"), "été");
        assert_eq!(
            text("日本語 にほんご です".as_bytes(), "iso-2022-jp"),
            "日本語 にほんご です"
        );
        assert_eq!(text(b"\x1b$B%O%m!<\x1b(B", "\"ISO-2022-JP\""), "ハロー");
        assert_eq!(text(b"+ZYeB9FH6ckh5Pg-", "utf-7"), "文致出版社");
    }

    #[test]
    fn a_few_broken_bytes_do_not_spoil_utf8() {
        let mut bytes = "ñandú ñoquis año señal".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(text(&bytes, "utf-8"), "ñandú ñoquis año señal\u{FFFD}");
    }

    #[test]
    fn a_guess_is_said() {
        assert!(!decode(b"plain", None).was_guessed);
        assert!(decode("ñ".as_bytes(), Some("us-ascii")).was_guessed);
        assert!(!decode("ñ".as_bytes(), Some("utf-8")).was_guessed);
        assert!(decode(b"plain", Some("no-such-set")).was_guessed);
    }
}
