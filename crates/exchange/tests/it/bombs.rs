//! Messages made to break readers: refused before they are read, quickly and in little memory, and the twin
//! without limits that shows what the limits are for.

use exchange::mail::limits::check;
use exchange::mail::{Limits, Unreadable, read};
use std::time::{Duration, Instant};

fn nested(n: usize) -> Vec<u8> {
    let mut raw = b"From: a@example.org\r\nSubject: bomb\r\n".to_vec();
    for level in 0..n {
        raw.extend(
            format!("Content-Type: multipart/mixed; boundary=\"b{level}\"\r\n\r\n--b{level}\r\n").bytes(),
        );
    }
    raw.extend(b"Content-Type: text/plain\r\n\r\nboom\r\n");
    raw
}

fn many_parts(n: usize) -> Vec<u8> {
    let mut raw = b"From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".to_vec();
    for _ in 0..n {
        raw.extend(b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n");
    }
    raw
}

fn messages_in_messages(n: usize) -> Vec<u8> {
    let mut raw = Vec::new();
    for level in 0..n {
        raw.extend(
            format!("From: a@example.org\r\nSubject: {level}\r\nContent-Type: message/rfc822\r\n\r\n")
                .bytes(),
        );
    }
    raw.extend(b"Subject: last\r\n\r\nboom\r\n");
    raw
}

/// A message packed in base64 in a message packed in base64…
fn packed(n: usize) -> Vec<u8> {
    let mut raw = b"Subject: last\r\n\r\nboom\r\n".to_vec();
    for _ in 0..n {
        let mut outer = b"From: a@example.org\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n".to_vec();
        outer.extend(base64(&raw));
        raw = outer;
    }
    raw
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .fold(0_u32, |bits, &byte| (bits << 8) | u32::from(byte))
            << (8 * (3 - three.len()));
        for place in 0..4 {
            let index = (bits >> (18 - 6 * place)) & 63;
            out.push(if place <= three.len() {
                ALPHABET[index as usize]
            } else {
                b'='
            });
        }
        if out.len() % 77 == 76 {
            out.push(b'\n');
        }
    }
    out
}

fn quickly<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let out = act();
    let took = begun.elapsed();
    println!("{what}: {took:?}");
    assert!(took < Duration::from_secs(2), "{what} took {took:?}");
    out
}

#[test]
fn bombs_are_refused_before_they_are_read() {
    let limits = Limits::default();
    let refused = |what: &str, raw: &[u8]| {
        let checked = quickly(what, || check(raw, &limits)).expect_err("refused");
        assert_eq!(
            quickly(what, || read(raw, &limits)).expect_err("refused"),
            checked
        );
        checked
    };
    assert_eq!(
        refused("10,000 multiparts", &nested(10_000)),
        Unreadable::TooDeep { most: 20 }
    );
    assert_eq!(
        refused("100,000 parts", &many_parts(100_000)),
        Unreadable::TooManyParts { most: 1_000 }
    );
    assert_eq!(
        refused("10,000 messages", &messages_in_messages(10_000)),
        Unreadable::TooDeep { most: 20 }
    );
    assert_eq!(
        refused("25 packed messages", &packed(25)),
        Unreadable::TooDeep { most: 20 }
    );
    let mut line = b"From: a@example.org\r\nX-Long: ".to_vec();
    line.resize(10 << 20, b'x');
    line.extend(b"\r\n\r\nboom\r\n");
    assert_eq!(
        refused("10 MB header line", &line),
        Unreadable::HeaderTooLarge { most: 256 << 10 }
    );
    let folded = format!(
        "From: a@example.org\r\nX-Long: {}\r\n\r\nboom",
        "x\r\n ".repeat(1 << 20)
    );
    assert_eq!(
        refused("a million folds", folded.as_bytes()),
        Unreadable::HeaderTooLarge { most: 256 << 10 }
    );
    assert_eq!(refused("nothing", b" \r\n\r\n"), Unreadable::Empty);
    if let Some(peak) = peak_kib() {
        println!("peak {peak} KiB");
    }
}

/// The most memory this process has held, where the system says it.
fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The test above in a process of its own, so that nothing else's memory is counted: bombs of up to 10 MiB
/// included, it stays under 64 MiB.
#[test]
fn bombs_cost_little_memory() {
    let me = std::env::current_exe().expect("this test's own program");
    let out = std::process::Command::new(me)
        .args([
            "--exact",
            "bombs::bombs_are_refused_before_they_are_read",
            "--nocapture",
        ])
        .output()
        .expect("run");
    let out = String::from_utf8_lossy(&out.stdout).into_owned();
    let peak = out
        .split("peak ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next()?.parse::<u64>().ok());
    let Some(peak) = peak else {
        println!("skipped: this system does not say how much memory a process held");
        return;
    };
    println!("peak {peak} KiB");
    assert!(peak < 64 << 10, "{peak} KiB");
}

#[test]
fn a_message_that_is_too_large_is_refused_by_its_length() {
    let huge = vec![b'x'; (64 << 20) + 1];
    let refused = quickly("64 MiB and one", || read(&huge, &Limits::default())).expect_err("refused");
    assert_eq!(
        refused,
        Unreadable::TooLarge {
            bytes: huge.len(),
            most: 64 << 20
        }
    );
}

/// The twin: without the bounds the same bytes are read, part after part.
#[test]
fn without_limits_the_bombs_are_read() {
    let message = read(&many_parts(3_000), &Limits::NONE).expect("read without bounds");
    assert_eq!(message.text.lines().count(), 3_000);
    assert!(check(&nested(40), &Limits::NONE).is_ok());
    assert!(check(&messages_in_messages(40), &Limits::NONE).is_ok());
    assert!(check(&packed(22), &Limits::NONE).is_ok());
}

#[test]
fn what_is_just_within_the_limits_is_read() {
    assert_eq!(
        read(&many_parts(900), &Limits::default())
            .expect("read")
            .text
            .lines()
            .count(),
        900
    );
    assert!(
        read(&nested(18), &Limits::default())
            .expect("read")
            .text
            .contains("boom")
    );
    let mut inner = &read(&messages_in_messages(18), &Limits::default()).expect("read");
    let mut depth = 0;
    while let Some(next) = inner.enclosed.first() {
        inner = next;
        depth += 1;
    }
    assert_eq!((depth, inner.text.trim()), (18, "boom"));
    assert_eq!(
        read(&packed(5), &Limits::default()).expect("read").enclosed[0]
            .enclosed
            .len(),
        1
    );
}

/// Within every limit, yet made of what readers are slow at.
#[test]
fn tangles_within_the_limits_are_quick() {
    let limits = Limits::default();
    let header =
        |field: &str, value: &str| format!("From: a@example.org\r\n{field}: {value}\r\n\r\ntext\r\n");
    for (what, raw) in [
        ("comments", header("To", &"(".repeat(200_000))),
        ("quotes", header("To", &"\"\\\"".repeat(60_000))),
        ("addresses", header("To", &"a@b.c,".repeat(40_000))),
        ("groups", header("Cc", &"g:a@b;".repeat(40_000))),
        (
            "encoded words",
            header("Subject", &"=?utf-8?Q?a?= ".repeat(15_000)),
        ),
        ("begun words", header("Subject", &"=?utf-8?Q?".repeat(20_000))),
        (
            "begun words in an address",
            header("From", &"=?utf-8?Q?a ".repeat(20_000)),
        ),
        (
            "parameters",
            header("Content-Type", &format!("text/plain{}", "; a*1=b".repeat(30_000))),
        ),
        ("references", header("References", &"<a@b> ".repeat(40_000))),
        (
            "boundary lines",
            format!(
                "Content-Type: multipart/mixed; boundary=a\r\n\r\n{}",
                "--b\r\n".repeat(400_000)
            ),
        ),
        ("dates", header("Date", &"Mon, ".repeat(40_000))),
    ] {
        assert!(raw.len() < 3 << 20);
        quickly(what, || drop(read(raw.as_bytes(), &limits)));
    }
}
