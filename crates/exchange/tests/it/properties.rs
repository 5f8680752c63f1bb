//! Bytes nobody wrote and mails with broken places: never a panic, always an end, and every promise kept.

use exchange::mail::{Known, Limits, Unreadable, html, judge, mbox, read, split_text};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Everything done with an arriving message, and what must hold of it whatever it is.
fn whole_way(raw: &[u8]) {
    let begun = Instant::now();
    let messages: Vec<_> = mbox::messages(raw).collect();
    assert_eq!(messages.is_empty(), raw.is_empty());
    let _ = exchange::mail::read::glance(raw);
    let read = read(raw, &Limits::default());
    // A panic within would come out as this: it is a fault of ours, not of the bytes.
    assert_ne!(read, Err(Unreadable::Broken));
    if let Ok(message) = read {
        let judgement = judge(&message, &Known::NOTHING);
        assert!(!judgement.reasons.is_empty());
        let cut = split_text(&message.text, &message.subject);
        assert_eq!(
            cut.pieces
                .iter()
                .map(|piece| piece.text.as_str())
                .collect::<String>(),
            message.text
        );
        let _ = (cut.reply(), cut.is_interleaved());
        if let Some(page) = &message.html {
            let _ = html::clean(page);
        }
        assert!(!message.text.contains(['\0', '\r']));
        assert!(!message.subject.contains(|char: char| char.is_control()));
        for attachment in &message.attachments {
            let name = attachment.name.as_deref().unwrap_or_default();
            assert!(
                !name.contains(['/', '\\', '\0', '\n', '\r', '\u{202E}']),
                "{name:?}"
            );
            assert_eq!(attachment.bytes.len(), attachment.length);
        }
        for field in &message.fields {
            assert!(!field.value.contains(['\n', '\r', '\0']), "{field:?}");
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

/// Pieces that mail is made of, put together in any order.
fn fragment() -> impl Strategy<Value = Vec<u8>> {
    let words: Vec<&'static [u8]> = vec![
        b"From: ",
        b"a@b.org",
        b"Subject: ",
        b"=?utf-8?Q?",
        b"=E9",
        b"?=",
        b"=?x?B?",
        b"\r\n",
        b"\n",
        b"\r\n\r\n",
        b" ",
        b"\t",
        b"Content-Type: ",
        b"multipart/mixed; boundary=",
        b"multipart/alternative; boundary=\"",
        b"\"",
        b"a",
        b"--a",
        b"--a--",
        b"--",
        b"message/rfc822",
        b"text/html",
        b"text/plain; charset=",
        b"utf-7",
        b"iso-2022-jp",
        b"Content-Transfer-Encoding: base64",
        b"quoted-printable",
        b"<p>",
        b"</p>",
        b"<img src=x>",
        b"filename*0*=",
        b"utf-8''%",
        b"name=\"..\\",
        b";",
        b":",
        b"<",
        b">",
        b"(",
        b")",
        b",",
        b"\\",
        b"\0",
        b"\xff\xfe",
        b"> ",
        b"On Mon, 1 Jan 2026 at 10:00 A wrote:",
        b"-- \n",
        b"From: x\nSent: y\nTo: z\nSubject: s\n",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
        b"message/delivery-status",
        b"Action: failed\n",
        b"Date: ",
        b"Mon, 30 Feb 99999 25:61 +9999",
        b"From x Thu Jan  1 00:00:00 2026\n",
        b"`",
        b"```\n",
        b"&#x",
        b"\xe2\x80\xae",
        b"=\n",
        b"begin 644 x\n",
    ];
    proptest::collection::vec(prop_oneof![4 => prop::sample::select(words).prop_map(<[u8]>::to_vec), 1 => proptest::collection::vec(any::<u8>(), 0..6)], 0..80)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_borne(raw in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        whole_way(&raw);
    }

    #[test]
    fn pieces_of_mail_in_any_order_are_borne(raw in fragment()) {
        whole_way(&raw);
    }

    #[test]
    fn any_text_is_split_without_loss(text in "(> |On |[a-z@:.<>\"0-9\\-_ ]|\\PC|\n){0,300}") {
        let cut = split_text(&text, "Fwd: x");
        prop_assert_eq!(cut.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
    }

    #[test]
    fn any_page_is_cleaned_and_cleaning_again_changes_nothing(page in "(<[a-z/!?]{0,6}|=|\"|'|>|&[a-z#x0-9]{0,4};?|src|on|style|script|svg|\\PC){0,80}") {
        let once = html::clean(&page).expect("small").html;
        prop_assert_eq!(&html::clean(&once).expect("small").html, &once);
        prop_assert!(!once.to_ascii_lowercase().contains("<script"));
    }

    #[test]
    fn any_mails_written_as_an_mbox_come_back(mails in proptest::collection::vec("(Subject: [a-z]{0,5}\n|\n|>{0,2}From [a-z]{0,4}\n|[a-z]{0,9}\n){1,12}", 2..5)) {
        let mut file = String::new();
        for mail in &mails {
            file.push_str("From a@b.org Thu Jan  1 00:00:00 2026\n");
            for line in mail.split_inclusive('\n') {
                if line.trim_start_matches('>').starts_with("From ") {
                    file.push('>');
                }
                file.push_str(line);
            }
            file.push('\n');
        }
        // A last mail of nothing but empty lines is no message.
        prop_assume!(!mails.iter().any(|mail| mail.trim().is_empty()));
        let back: Vec<String> = mbox::messages(file.as_bytes()).map(|raw| String::from_utf8_lossy(&raw).into_owned()).collect();
        prop_assert_eq!(back, mails);
    }
}

/// Every real message with places overwritten, cut out and doubled.
#[test]
fn real_mails_with_broken_places_are_borne() {
    let messages = crate::shared::messages();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % (below.max(1) as u64)).unwrap_or_default()
    };
    for (_, bytes) in &messages {
        for _ in 0..4 {
            let mut raw = bytes[..bytes.len().min(40_000)].to_vec();
            for _ in 0..1 + next(12) {
                let at = next(raw.len());
                match next(4) {
                    0 => raw[at] = u8::try_from(next(256)).unwrap_or_default(),
                    1 => drop(raw.drain(at..(at + next(40)).min(raw.len()))),
                    2 => {
                        let copied = raw[at..(at + next(60)).min(raw.len())].to_vec();
                        let to = next(raw.len());
                        raw.splice(to..to, copied);
                    }
                    _ => raw.truncate(at.max(1)),
                }
                if raw.is_empty() {
                    raw.push(b'x');
                }
            }
            whole_way(&raw);
        }
    }
    println!("{} messages, 4 mutations each", messages.len());
}
