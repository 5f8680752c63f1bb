//! Mail written for these tests: one file a situation, and what the office must make of it.

use crate::shared;
use exchange::mail::verdict::{may_be_answered_by_machine, unreadable};
use exchange::mail::{
    FileKind, Judgement, Known, Limits, Message, PieceKind, ReadFault, TextFrom, Unreadable, Verdict, html,
    judge, read, split_text,
};
use std::path::Path;

fn fixture(name: &str) -> Message {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    read(&std::fs::read(path).expect("a fixture"), &Limits::default()).expect("read")
}

/// An office whose letters have ids at `office.example` and whose tokens stand in square brackets.
fn judged(message: &Message) -> Judgement {
    let token = |text: &str| text.split("[case ").nth(1)?.split(']').next().map(str::to_owned);
    let sent = |id: &str| id.ends_with("@office.example");
    judge(
        message,
        &Known {
            token: &token,
            sent: &sent,
        },
    )
}

fn first_reason(judgement: &Judgement) -> &str {
    &judgement.reasons[0].key
}

#[test]
fn a_letter_from_a_person_is_to_be_read() {
    let message = fixture("delayed-claim.eml");
    assert_eq!(message.from_address(), Some("amira.okafor@mail.example"));
    assert_eq!(message.from[0].name.as_deref(), Some("Amira Okafor"));
    assert_eq!(
        message.date.map(|at| at.to_string()).as_deref(),
        Some("2026-11-23T14:12:01Z")
    );
    assert!(message.text.contains("the survivors’ benefit"));
    let judgement = judged(&message);
    assert_eq!(
        (judgement.verdict, first_reason(&judgement)),
        (Verdict::ToRead, "verdict-nothing-says-otherwise")
    );
    assert_eq!(
        split_text(&message.text, &message.subject).reply(),
        message.text.trim()
    );
    assert_eq!(may_be_answered_by_machine(&message), Ok(()));
    assert_eq!(message.faults, []);
}

#[test]
fn a_machine_that_answers_is_known_and_still_belongs_to_its_case() {
    let judgement = judged(&fixture("away.eml"));
    assert_eq!(
        (judgement.verdict, first_reason(&judgement)),
        (Verdict::AutoReply, "verdict-says-auto-replied")
    );
    assert_eq!(judgement.token.as_deref(), Some("7K4-M2Q"));
    assert_eq!(judgement.answers, ["letter.1@office.example"]);
    assert_eq!(
        judged(&fixture("away-in-german-without-marks.eml")).verdict,
        Verdict::AutoReply
    );
    assert_eq!(judged(&fixture("it-was-read.eml")).verdict, Verdict::AutoReply);
    assert_eq!(
        first_reason(&judged(&fixture("it-was-delivered.eml"))),
        "verdict-delivery-receipt"
    );
}

#[test]
fn a_person_who_writes_of_offices_and_returned_mail_is_no_machine() {
    assert_eq!(judged(&fixture("late-office-hours.eml")).verdict, Verdict::ToRead);
}

#[test]
fn a_reply_to_our_letter_is_known_by_its_references_even_when_marked_bulk() {
    let message = fixture("reply.eml");
    let judgement = judged(&message);
    assert_eq!(
        (judgement.verdict, first_reason(&judgement)),
        (Verdict::ReplyToCase, "verdict-answers-our-letter")
    );
    assert_eq!(
        judgement.answers,
        ["letter.1@office.example", "letter.0@office.example"]
    );
    let cut = split_text(&message.text, &message.subject);
    assert_eq!(
        (cut.new_text().as_str(), cut.joined(PieceKind::Signature).as_str()),
        ("Here is the form.", "Sent from my iPhone")
    );
    // The twin: an office that knows none of its letters takes the same mail for bulk.
    assert_eq!(judge(&message, &Known::NOTHING).verdict, Verdict::ListOrBulk);
}

#[test]
fn a_letter_of_ours_that_came_back_says_whose_and_why() {
    let judgement = judged(&fixture("our-letter-came-back.eml"));
    assert_eq!(
        (judgement.verdict, first_reason(&judgement)),
        (Verdict::Bounce, "verdict-report-of-failure")
    );
    let bounce = judgement.bounce.expect("its facts");
    assert_eq!(bounce.failed[0].address, "amira.okafor@mail.example");
    assert_eq!(
        (bounce.failed[0].code.as_deref(), bounce.is_delay),
        (Some("5.2.2"), false)
    );
    assert_eq!(
        bounce.original_message_id.as_deref(),
        Some("letter.1@office.example")
    );
    assert_eq!(judgement.answers, ["letter.1@office.example"]);
}

#[test]
fn nothing_automatic_is_answered_by_a_machine() {
    for name in [
        "away.eml",
        "away-in-german-without-marks.eml",
        "our-letter-came-back.eml",
        "it-was-delivered.eml",
        "it-was-read.eml",
        "newsletter.eml",
        "reply.eml",
    ] {
        assert!(may_be_answered_by_machine(&fixture(name)).is_err(), "{name}");
    }
    for name in ["delayed-claim.eml", "late-office-hours.eml", "passed-on.eml"] {
        assert_eq!(may_be_answered_by_machine(&fixture(name)), Ok(()), "{name}");
    }
    let with = |field: &str| {
        let raw = format!("From: a@mail.example\r\nSubject: x\r\n{field}\r\n\r\ntext");
        may_be_answered_by_machine(&read(raw.as_bytes(), &Limits::default()).expect("read"))
    };
    assert_eq!(with("X-Nothing: x"), Ok(()));
    assert_eq!(with("Auto-Submitted: no"), Ok(()));
    for field in [
        "Return-Path: <>",
        "Auto-Submitted: auto-generated",
        "Precedence: junk",
        "Precedence: list",
        "List-ID: <x.y>",
        "X-Loop: us",
        "X-Auto-Response-Suppress: OOF",
        "Content-Type: multipart/report; boundary=x",
        "List-Unsubscribe: <mailto:x@y.z>",
    ] {
        assert!(with(field).is_err(), "{field}");
    }
}

#[test]
fn a_newsletter_is_shown_as_text_and_loads_nothing() {
    let message = fixture("newsletter.eml");
    assert_eq!(judged(&message).verdict, Verdict::ListOrBulk);
    assert_eq!(message.text_from, TextFrom::Html);
    assert_eq!(
        message.text,
        "Hello all\n\nRead more <https://bulk.example/read?id=7>\n"
    );
    let cleaned = html::clean(message.html.as_deref().expect("a page")).expect("small");
    assert_eq!(
        (
            cleaned.left_out.remote_pictures,
            cleaned.left_out.scripts,
            cleaned.left_out.styles
        ),
        (1, 1, 1)
    );
    assert!(!cleaned.html.contains("pixel") && !cleaned.html.contains("track"));
}

#[test]
fn names_that_deceive_are_shown_for_what_they_are() {
    let message = fixture("hostile-names.eml");
    assert_eq!(message.subject, "papers exe");
    let names: Vec<_> = message
        .attachments
        .iter()
        .map(|file| file.name.as_deref().unwrap_or_default())
        .collect();
    assert_eq!(
        names,
        ["holiday[U+202E]gpj.exe", "form.pdf", "a very long name.txt"]
    );
    let kinds: Vec<_> = message
        .attachments
        .iter()
        .map(|file| (file.kind, file.is_what_it_says()))
        .collect();
    assert_eq!(
        kinds,
        [
            (FileKind::Program, false),
            (FileKind::Pdf, true),
            (FileKind::Text, true)
        ]
    );
    assert_eq!(message.faults, [ReadFault::NoEndBoundary, ReadFault::NameChanged]);
    assert_eq!(message.attachments[2].bytes, b"kept\n");
}

#[test]
fn charsets_are_declared_then_utf8_then_windows_1252() {
    let message = fixture("many-charsets.eml");
    assert_eq!(message.subject, "café 日本語");
    assert_eq!(message.from[0].name.as_deref(), Some("José"));
    assert_eq!(message.text, "«utf-8»\u{FFFD}\n“windows”\nハロー\n");
    for fault in [
        ReadFault::UnknownCharset,
        ReadFault::UnknownEncoding,
        ReadFault::EightBitHeader,
        ReadFault::NulByte,
        ReadFault::NoEndBoundary,
    ] {
        assert!(message.faults.contains(&fault), "{fault}");
    }
}

#[test]
fn a_message_passed_on_whole_is_read_too() {
    let message = fixture("passed-on.eml");
    assert_eq!(message.text, "What do they mean by this?");
    let inner = &message.enclosed[0];
    assert_eq!(
        (inner.subject.as_str(), inner.text.as_str()),
        ("Notice 17", "Denied.")
    );
    assert_eq!(
        (inner.attachments[0].name.as_deref(), inner.attachments[0].length),
        (Some("notice.pdf"), 10)
    );
    assert!(inner.attachments[0].bytes.is_empty());
    // What came attached can be opened as a message of its own, and then has its bytes.
    let opened = read(&message.attachments[0].bytes, &Limits::default()).expect("read");
    assert_eq!(opened.attachments[0].bytes.len(), 10);
}

#[test]
fn invitations_are_calendar_and_say_what_and_when() {
    let Some(folder) = shared::data("emails/authored-calendar") else {
        return;
    };
    let files = shared::files(&folder, ".eml");
    for path in &files {
        let message = read(&std::fs::read(path).expect("a mail"), &Limits::default()).expect("read");
        assert_eq!(
            judged(&message).verdict,
            Verdict::Calendar,
            "{}",
            shared::name(path)
        );
        let found = &message.calendar[0];
        println!(
            "{}: {} {:?} {:?} {:?}",
            shared::name(path),
            found.method,
            found.summary,
            found.starts,
            found.answer
        );
        assert!(shared::name(path).contains(&found.method.to_ascii_lowercase()));
        assert!(found.uid.is_some() && found.starts.is_some());
    }
}

#[test]
fn an_unreadable_message_says_why_and_who_it_is_from() {
    let raw = format!(
        "From: Joe Tally <joe@mail.example>\r\nSubject: long\r\nX-Long: {}\r\n\r\ntext",
        "x".repeat(300 << 10)
    );
    let why = read(raw.as_bytes(), &Limits::default()).expect_err("too long");
    assert_eq!(why, Unreadable::HeaderTooLarge { most: 256 << 10 });
    let judgement = unreadable(&why);
    assert_eq!(
        (judgement.verdict, first_reason(&judgement)),
        (Verdict::Unreadable, "unreadable-header-too-large")
    );
    assert_eq!(
        judgement.reasons[0].args,
        [("most".to_owned(), (256 << 10).to_string())]
    );
    let glance = exchange::mail::read::glance(raw.as_bytes());
    assert_eq!(
        (
            glance.from.and_then(|from| from.address).as_deref(),
            glance.subject.as_str()
        ),
        (Some("joe@mail.example"), "long")
    );
}
