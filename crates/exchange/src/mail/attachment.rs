//! What came attached: a name that is safe to show, what the sender says it is, and what its first bytes say.

use crate::text::{first, turns_text};

/// One attached file, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Safe to show and to save under: no path, no control characters, nothing that turns text around.
    pub name: Option<String>,
    /// The sender's claim, `type/subtype` in lower case.
    pub media_type: String,
    /// What the bytes begin like.
    pub kind: FileKind,
    /// Shown within the text (a picture of a signature, say) rather than beside it.
    pub is_inline: bool,
    /// Without angle brackets; HTML refers to it as `cid:…`.
    pub content_id: Option<String>,
    /// Bytes once unpacked, also where `bytes` were left out.
    pub length: usize,
    pub bytes: Vec<u8>,
}

domain::words! {
    /// What a file is by its first bytes.
    pub enum FileKind {
        Pdf => "pdf",
        Png => "png",
        Jpeg => "jpeg",
        Gif => "gif",
        Webp => "webp",
        Tiff => "tiff",
        Bmp => "bmp",
        Heic => "heic",
        Svg => "svg",
        /// Also what the newer office files are.
        Zip => "zip",
        OfficeXml => "office-xml",
        OpenDocument => "open-document",
        /// The older office files, and Outlook's own messages.
        OfficeOld => "office-old",
        Rtf => "rtf",
        Gzip => "gzip",
        SevenZip => "seven-zip",
        Rar => "rar",
        Bzip2 => "bzip2",
        Audio => "audio",
        Video => "video",
        /// Outlook's winmail.dat.
        Tnef => "tnef",
        Program => "program",
        Script => "script",
        Html => "html",
        Xml => "xml",
        Calendar => "calendar",
        Card => "card",
        Message => "message",
        Text => "text",
        Empty => "empty",
        Unknown => "unknown",
    }
}

impl Attachment {
    /// False where the name's ending or the claimed type says something the bytes do not: such a file is
    /// offered for download only.
    pub fn is_what_it_says(&self) -> bool {
        let ending = self
            .name
            .as_deref()
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, end)| end.to_ascii_lowercase());
        let by_name = ending
            .as_deref()
            .is_none_or(|ending| fits_ending(ending, self.kind));
        by_name && fits_type(&self.media_type, self.kind)
    }
}

fn fits_ending(ending: &str, kind: FileKind) -> bool {
    use FileKind as K;
    match ending {
        "pdf" => kind == K::Pdf,
        "png" => kind == K::Png,
        "jpg" | "jpeg" | "jpe" => kind == K::Jpeg,
        "gif" => kind == K::Gif,
        "webp" => kind == K::Webp,
        "tif" | "tiff" => kind == K::Tiff,
        "bmp" => kind == K::Bmp,
        "heic" | "heif" => kind == K::Heic,
        "docx" | "xlsx" | "pptx" => matches!(kind, K::OfficeXml | K::Zip),
        "odt" | "ods" | "odp" => matches!(kind, K::OpenDocument | K::Zip),
        "doc" | "xls" | "ppt" | "msg" => matches!(kind, K::OfficeOld | K::Rtf | K::Text | K::Html | K::Xml),
        "zip" => matches!(kind, K::Zip | K::OfficeXml | K::OpenDocument),
        "txt" | "csv" | "log" | "md" => {
            matches!(kind, K::Text | K::Empty | K::Xml | K::Message | K::Calendar)
        }
        _ => kind != K::Program,
    }
}

fn fits_type(media_type: &str, kind: FileKind) -> bool {
    use FileKind as K;
    match media_type {
        "application/pdf" => kind == K::Pdf,
        "image/png" => kind == K::Png,
        "image/jpeg" | "image/jpg" => kind == K::Jpeg,
        "image/gif" => kind == K::Gif,
        "application/octet-stream" => true,
        other if other.starts_with("text/") || other.starts_with("image/") => {
            !matches!(kind, K::Program | K::Script)
        }
        _ => kind != K::Program,
    }
}

/// A file name with nothing in it that could mislead or escape. Characters that turn text around are shown as
/// what they are, since they are only ever there to deceive.
pub fn safe_name(claimed: &str) -> Option<String> {
    let last = claimed.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut name = String::with_capacity(last.len());
    for char in last.chars() {
        match char {
            _ if turns_text(char) => name.push_str(&format!("[U+{:04X}]", u32::from(char))),
            '<' | '>' | ':' | '"' | '|' | '?' | '*' => name.push('_'),
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => name.push(' '),
            _ if char.is_control() => {}
            _ => name.push(char),
        }
    }
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() {
        return None;
    }
    if name.chars().count() <= MOST_NAME {
        return Some(name.to_owned());
    }
    // A long name keeps its ending: the ending is what a person judges by.
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending)
        .filter(|ending| ending.chars().count() <= 10);
    let stem = first(
        name,
        MOST_NAME - ending.map_or(0, |ending| ending.chars().count() + 1),
    );
    Some(ending.map_or_else(|| stem.to_owned(), |ending| format!("{stem}.{ending}")))
}

const MOST_NAME: usize = 120;

/// Tells a file by its first bytes.
pub fn sniff(bytes: &[u8]) -> FileKind {
    use FileKind as K;
    if bytes.is_empty() {
        return K::Empty;
    }
    const MAGIC: &[(&[u8], FileKind)] = &[
        (b"%PDF-", K::Pdf),
        (b"\x89PNG\r\n\x1a\n", K::Png),
        (b"\xff\xd8\xff", K::Jpeg),
        (b"GIF8", K::Gif),
        (b"II*\0", K::Tiff),
        (b"MM\0*", K::Tiff),
        (b"BM", K::Bmp),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", K::OfficeOld),
        (b"{\\rtf", K::Rtf),
        (b"\x1f\x8b", K::Gzip),
        (b"7z\xbc\xaf\x27\x1c", K::SevenZip),
        (b"Rar!\x1a\x07", K::Rar),
        (b"BZh", K::Bzip2),
        (b"\x78\x9f\x3e\x22", K::Tnef),
        (b"MZ", K::Program),
        (b"\x7fELF", K::Program),
        (b"\xca\xfe\xba\xbe", K::Program),
        (b"#!", K::Script),
        (b"ID3", K::Audio),
        (b"OggS", K::Audio),
        (b"fLaC", K::Audio),
        (b"BEGIN:VCALENDAR", K::Calendar),
        (b"BEGIN:VCARD", K::Card),
    ];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_kind(bytes);
    }
    if bytes.starts_with(b"RIFF") {
        return match bytes.get(8..12) {
            Some(b"WEBP") => K::Webp,
            Some(b"WAVE") => K::Audio,
            Some(b"AVI ") => K::Video,
            _ => K::Unknown,
        };
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        let brand = bytes.get(8..12).unwrap_or_default();
        return if matches!(brand, b"heic" | b"heix" | b"mif1" | b"heim") {
            K::Heic
        } else {
            K::Video
        };
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return *kind;
    }
    text_kind(bytes)
}

fn zip_kind(bytes: &[u8]) -> FileKind {
    let begins = &bytes[..bytes.len().min(4_096)];
    let holds = |needle: &[u8]| begins.windows(needle.len()).any(|window| window == needle);
    if holds(b"mimetypeapplication/vnd.oasis") {
        FileKind::OpenDocument
    } else if holds(b"[Content_Types].xml") || holds(b"word/") || holds(b"xl/") || holds(b"ppt/") {
        FileKind::OfficeXml
    } else {
        FileKind::Zip
    }
}

fn text_kind(bytes: &[u8]) -> FileKind {
    let begins = &bytes[..bytes.len().min(2_048)];
    let n_odd = begins
        .iter()
        .filter(|&&byte| byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b))
        .count();
    if n_odd > 0 {
        return FileKind::Unknown;
    }
    let lower = String::from_utf8_lossy(begins)
        .trim_start_matches(['\u{FEFF}', ' ', '\r', '\n', '\t'])
        .to_ascii_lowercase();
    if lower.contains("<svg") && lower.starts_with('<') {
        FileKind::Svg
    } else if lower.starts_with("<!doctype html")
        || lower.starts_with("<html")
        || lower.contains("<script")
        || lower.contains("<body")
    {
        FileKind::Html
    } else if lower.starts_with("<?xml") {
        FileKind::Xml
    } else if [
        "received: ",
        "return-path: ",
        "from: ",
        "mime-version: ",
        "message-id: ",
    ]
    .iter()
    .any(|name| lower.starts_with(name))
    {
        FileKind::Message
    } else {
        FileKind::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_could_mislead() {
        assert_eq!(safe_name("../../etc/passwd").as_deref(), Some("passwd"));
        assert_eq!(safe_name("C:\\Users\\x\\form.pdf").as_deref(), Some("form.pdf"));
        assert_eq!(
            safe_name("photo\u{202E}gpj.exe").as_deref(),
            Some("photo[U+202E]gpj.exe")
        );
        assert_eq!(
            safe_name("a\r\nSet-Cookie: b\0.txt").as_deref(),
            Some("a  Set-Cookie_ b.txt")
        );
        assert_eq!(safe_name("..").as_deref(), None);
        assert_eq!(
            safe_name(&format!("{}.pdf", "x".repeat(500))).map(|name| (name.len(), name.ends_with(".pdf"))),
            Some((120, true))
        );
    }

    #[test]
    fn a_program_named_as_a_picture_is_not_what_it_says() {
        let file = |name: &str, media_type: &str, bytes: &[u8]| Attachment {
            name: Some(name.to_owned()),
            media_type: media_type.to_owned(),
            kind: sniff(bytes),
            is_inline: false,
            content_id: None,
            length: bytes.len(),
            bytes: bytes.to_vec(),
        };
        assert!(!file("me.jpg", "image/jpeg", b"MZ\x90").is_what_it_says());
        assert!(!file("me.pdf", "application/pdf", b"<html><script>").is_what_it_says());
        assert!(file("me.pdf", "application/pdf", b"%PDF-1.4").is_what_it_says());
        assert!(file("me.jpg", "application/octet-stream", b"\xff\xd8\xff\xe0").is_what_it_says());
    }
}
