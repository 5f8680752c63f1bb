//! Papers of the town: a page that any reader opens, and a plain message as a person's mail program writes it.

use std::fmt::Write;

/// A page of typewritten lines, as a PDF. It holds plain letters only: what is signed on it is a stand-in.
pub(super) fn page(lines: &[&str]) -> Vec<u8> {
    let mut text = "BT /F1 14 Tf 72 720 Td 20 TL".to_owned();
    for line in lines {
        let plain: String = line
            .chars()
            .filter(|c| c.is_ascii_graphic() || *c == ' ')
            .collect();
        let plain = plain.replace('\\', "").replace('(', "[").replace(')', "]");
        write!(text, " ({plain}) Tj T*").expect("writing to a text does not fail");
    }
    text.push_str(" ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
    ];
    let mut page = "%PDF-1.4\n".to_owned();
    let mut starts = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        starts.push(page.len());
        write!(page, "{} 0 obj\n{object}\nendobj\n", n + 1).expect("writing to a text does not fail");
    }
    let table = page.len();
    page.push_str("xref\n0 6\n0000000000 65535 f \n");
    for start in starts {
        writeln!(page, "{start:010} 00000 n ").expect("writing to a text does not fail");
    }
    write!(
        page,
        "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    )
    .expect("writing to a text does not fail");
    page.into_bytes()
}

/// What stands at the head of a message.
pub(super) struct Head<'t> {
    pub from: (&'t str, &'t str),
    pub to: &'t str,
    pub subject: &'t str,
    pub date: &'t str,
    pub id: &'t str,
}

/// A plain message with UTF-8 words.
pub(super) fn message(head: &Head<'_>, body: &str) -> Vec<u8> {
    let (name, address) = head.from;
    let text = format!(
        "From: {} <{address}>\r\nTo: {}\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{}>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n",
        encoded(name),
        head.to,
        encoded(head.subject),
        head.date,
        head.id,
        body.trim().replace('\n', "\r\n"),
    );
    text.into_bytes()
}

/// A header's words as RFC 2047 has them, in pieces that fit on a line.
fn encoded(words: &str) -> String {
    if words.is_ascii() {
        return words.to_owned();
    }
    let letters: Vec<char> = words.chars().collect();
    let pieces = letters.chunks(6).map(|piece| {
        let mut text = "=?utf-8?Q?".to_owned();
        let mut bytes = [0; 4];
        for letter in piece {
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                if byte.is_ascii_alphanumeric() {
                    text.push(char::from(byte));
                } else {
                    write!(text, "={byte:02X}").expect("writing to a text does not fail");
                }
            }
        }
        text + "?="
    });
    pieces.collect::<Vec<_>>().join("\r\n ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_in_any_script_stays_within_its_line() {
        let text = encoded("Nguyễn Thị Hồng Vân (김서연)");
        assert!(text.is_ascii());
        assert!(text.lines().all(|line| line.len() <= 76), "{text}");
        assert!(
            text.lines()
                .all(|line| line.trim().starts_with("=?utf-8?Q?") && line.ends_with("?="))
        );
        assert_eq!(encoded("Plain words"), "Plain words");
    }

    #[test]
    fn a_page_says_where_its_parts_lie() {
        let page = String::from_utf8(page(&["One (1)", "Two"])).expect("plain letters");
        let table = page.find("xref\n").expect("a table");
        assert!(page.ends_with(&format!("startxref\n{table}\n%%EOF\n")));
        assert!(page.contains("(One [1]) Tj"));
    }
}
