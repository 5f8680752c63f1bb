//! What a letter looks like to whoever receives it, and that no value in it can be anything but a value.

use jobs::outbox::{Envelope, Mailbox, NotSendable, Origin, compose};
use mail_parser::{HeaderValue, MessageParser};
use proptest::prelude::*;

use crate::letters::a_letter;

/// The names of the header fields, in order.
fn fields(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let (header, _) = text.split_once("\r\n\r\n").unwrap();
    header
        .split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split_once(':').unwrap_or((line, "")).0.to_owned())
        .collect()
}

fn composed(letter: &Envelope) -> Vec<u8> {
    compose(letter).unwrap().bytes
}

const ALWAYS: [&str; 8] = [
    "From",
    "To",
    "Subject",
    "Message-ID",
    "Date",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
];

#[test]
fn a_letter_of_a_person_carries_its_thread_and_no_word_of_machines() {
    let bytes = composed(&a_letter(1));
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut expected: Vec<&str> = ALWAYS.to_vec();
    expected.extend(["In-Reply-To", "References", "X-Loop"]);
    let mut found = fields(&bytes);
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected, "{text}");
    assert!(
        text.contains("\r\nDate: Mon, 23 Nov 2026 15:04:05 +0000\r\n"),
        "{text}"
    );
    assert!(
        text.contains("\r\nIn-Reply-To: <first@mail.example>\r\n"),
        "{text}"
    );
}

#[test]
fn letters_the_house_writes_by_itself_say_so() {
    for (origin, word) in [
        (Origin::Automatic, "Auto-Submitted: auto-generated"),
        (Origin::AutomaticReply, "Auto-Submitted: auto-replied"),
    ] {
        let text = String::from_utf8(composed(&Envelope {
            origin,
            ..a_letter(1)
        }))
        .unwrap();
        assert!(text.contains(&format!("\r\n{word}\r\n")), "{text}");
        assert!(text.contains("\r\nX-Auto-Response-Suppress: All\r\n"), "{text}");
    }
}

#[test]
fn the_same_letter_is_the_same_bytes() {
    assert_eq!(composed(&a_letter(1)), composed(&a_letter(1)));
}

#[test]
fn accents_quotes_and_long_texts_are_read_back_by_another_program() {
    let mut letter = a_letter(1);
    letter.from.name = Some("Oficina de la Rep. \"Peña\", D-3".into());
    letter.to.name = Some("María José Ñáñez, Jr.".into());
    letter.subject =
        "Su carta a nuestra oficina: reclamación de la pensión número siete mil y algo más [7K4-M2Q]".into();
    letter.body = format!(
        "Estimada señora:\n\n{}\n\n— La oficina\n",
        "larga línea ".repeat(200)
    );
    let bytes = composed(&letter);
    assert!(bytes.is_ascii() && bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
    let read = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(read.subject(), Some(letter.subject.as_str()));
    let from = read.from().unwrap().first().unwrap();
    assert_eq!(
        (from.name(), from.address()),
        (letter.from.name.as_deref(), Some("help@whitfield.example"))
    );
    let to = read.to().unwrap().first().unwrap();
    assert_eq!(
        (to.name(), to.address()),
        (letter.to.name.as_deref(), Some("marisol@mail.example"))
    );
    assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), letter.body);
    assert_eq!(
        read.message_id(),
        Some("00000000000000000000000000000001@whitfield.example")
    );
}

#[test]
fn a_long_thread_keeps_its_last_letters_and_drops_what_is_not_an_id() {
    let mut letter = a_letter(1);
    letter.references = (0..50).map(|n| format!("<{n}@mail.example>")).collect();
    letter.references.push("<evil@x>\r\nBcc: all@example.com".into());
    letter.in_reply_to = Some("not an id".into());
    let bytes = composed(&letter);
    let read = MessageParser::default().parse(&bytes).unwrap();
    let HeaderValue::TextList(kept) = read.references() else {
        panic!("{:?}", read.references())
    };
    assert_eq!(kept.len(), 20);
    assert_eq!(
        (kept[0].as_ref(), kept[19].as_ref()),
        ("30@mail.example", "49@mail.example")
    );
    assert!(!fields(&bytes).contains(&"In-Reply-To".to_owned()));
}

#[test]
fn a_line_break_or_nul_anywhere_is_refused() {
    for bad in [
        "\r\nBcc: all@example.com",
        "\n",
        "\r",
        "\0",
        "\u{85}",
        "\u{2028}",
        "\u{b}",
    ] {
        let with = |change: fn(&mut Envelope, &str)| {
            let mut letter = a_letter(1);
            change(&mut letter, bad);
            compose(&letter).map(|_| ()).unwrap_err()
        };
        assert_eq!(
            with(|letter, bad| letter.subject.push_str(bad)),
            NotSendable::Subject
        );
        assert_eq!(
            with(|letter, bad| letter.from.name = Some(format!("a{bad}b"))),
            NotSendable::Name
        );
        assert_eq!(
            with(|letter, bad| letter.to.name = Some(format!("a{bad}b"))),
            NotSendable::Name
        );
        assert_eq!(
            with(|letter, bad| letter.from.address = format!("a@b.example{bad}")),
            NotSendable::From
        );
        assert_eq!(
            with(|letter, bad| letter.to.address = format!("{bad}a@b.example")),
            NotSendable::To
        );
        assert_eq!(
            with(|letter, bad| letter.loop_mark.push_str(bad)),
            NotSendable::LoopMark
        );
    }
    let nul = Envelope {
        body: "a\0b".into(),
        ..a_letter(1)
    };
    assert_eq!(compose(&nul).map(|_| ()).unwrap_err(), NotSendable::Body);
}

#[test]
fn more_than_one_recipient_cannot_hide_in_an_address() {
    for address in [
        "a@b.example, c@d.example",
        "<a@b.example>",
        "a@b.example;c@d.example",
        "a",
        "",
        "@",
        "a b@c.example",
    ] {
        let letter = Envelope {
            to: Mailbox::new("", address),
            ..a_letter(1)
        };
        assert_eq!(
            compose(&letter).map(|_| ()).unwrap_err(),
            NotSendable::To,
            "{address}"
        );
    }
}

/// The twin: a header written without the check takes a second line for a second header.
#[test]
fn twin_without_the_check_a_subject_adds_a_recipient() {
    let subject = "Hello\r\nBcc: all@example.com";
    let bare = format!("From: a@b.example\r\nSubject: {subject}\r\n\r\ntext\r\n");
    assert!(fields(bare.as_bytes()).contains(&"Bcc".to_owned()));
}

fn nasty() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,60}",
        "[ -~\\r\\n\\x00]{0,60}",
        Just("x\r\nBcc: all@example.com".to_owned()),
        Just("x\n\nbody".to_owned()),
        "(=\\?utf-8\\?q\\?=0D=0ABcc:_x@y\\?=| |a){1,4}",
        Just("é".repeat(300)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_the_values_the_header_has_the_same_fields(
        subject in nasty(), from in nasty(), to in nasty(), address in nasty(), answered in nasty(),
        thread in nasty(), mark in nasty(), body in nasty(), change_address in any::<bool>(),
    ) {
        let mut letter = a_letter(1);
        letter.subject = subject;
        letter.from.name = Some(from);
        letter.to.name = Some(to);
        if change_address {
            letter.to.address = address;
        }
        letter.in_reply_to = Some(answered);
        letter.references = vec![thread];
        letter.loop_mark = mark;
        letter.body = body;
        if let Ok(sent) = compose(&letter) {
            let mut found = fields(&sent.bytes);
            found.retain(|field| !["In-Reply-To", "References", "X-Loop"].contains(&field.as_str()));
            found.sort();
            let mut expected = ALWAYS.to_vec();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
            let read = MessageParser::default().parse(&sent.bytes).unwrap();
            prop_assert!(read.bcc().is_none() && read.cc().is_none());
            prop_assert_eq!(read.to().map(|to| to.iter().count()), Some(1));
        }
    }

    #[test]
    fn values_without_line_breaks_go_out_as_they_are(subject in "[^\\p{Cc}\u{2028}\u{2029}]{1,80}") {
        let letter = Envelope { subject: subject.clone(), ..a_letter(1) };
        prop_assert!(compose(&letter).is_ok());
    }
}
