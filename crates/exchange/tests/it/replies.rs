//! New text told from quotes and signatures, beside what four projects expect of theirs.

use crate::shared;
use exchange::mail::{Limits, PieceKind, TextFrom, read, split_text};
use std::path::Path;
use std::time::{Duration, Instant};

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Counts agreement of one source, lists each disagreement with its reason, and holds the floor.
struct Score {
    source: &'static str,
    n_all: usize,
    differ: Vec<String>,
}

impl Score {
    fn new(source: &'static str) -> Self {
        Self {
            source,
            n_all: 0,
            differ: Vec::new(),
        }
    }

    fn check(&mut self, file: &str, is_agreed: bool, ours: &str) {
        self.n_all += 1;
        if !is_agreed {
            self.differ.push(format!("{file}: {ours:?}"));
        }
    }

    fn finish(self, known: &[(&str, &str)]) {
        println!(
            "{}: {} of {} agree",
            self.source,
            self.n_all - self.differ.len(),
            self.n_all
        );
        for (file, why) in known {
            println!("  {file}: {why}");
        }
        let unexplained: Vec<_> = self
            .differ
            .iter()
            .filter(|line| {
                !known
                    .iter()
                    .any(|(file, _)| line.starts_with(&format!("{file}:")))
            })
            .collect();
        assert!(unexplained.is_empty(), "{unexplained:#?}");
        assert_eq!(
            known.len(),
            self.differ.len(),
            "a known difference is none any more: {:#?}",
            self.differ
        );
    }
}

#[test]
fn discourse_keeps_the_same_text() {
    let Some(folder) = shared::data("reply-stripping/discourse") else {
        return;
    };
    let mut score = Score::new("discourse");
    for path in shared::files(&folder, ".txt") {
        let file = shared::name(&path);
        let Some(name) = file.strip_prefix("emails__") else {
            continue;
        };
        let text = exchange::text::tidy(&std::fs::read_to_string(&path).expect("a text")).into_owned();
        let expected =
            std::fs::read_to_string(folder.join(format!("trimmed__{name}"))).expect("the text kept");
        let ours = split_text(&text, "").reply();
        score.check(name, squeezed(&ours) == squeezed(&expected), &ours);
    }
    score.finish(&[]);
}

/// What discourse calls embedded (forwarded) and what stands before it.
#[test]
fn forwards_are_told_from_what_is_written_above_them() {
    let Some(folder) = shared::data("reply-stripping/discourse") else {
        return;
    };
    let mut score = Score::new("discourse forwards");
    for path in shared::files(&folder, ".txt") {
        let file = shared::name(&path);
        let Some(name) = file.strip_prefix("before__") else {
            continue;
        };
        let text = std::fs::read_to_string(folder.join(format!("emails__{name}"))).expect("a text");
        let before = std::fs::read_to_string(&path).expect("the text before");
        let embedded =
            std::fs::read_to_string(folder.join(format!("embedded__{name}"))).expect("the text embedded");
        let cut = split_text(&text, "Fwd: it");
        let ours = cut.new_text();
        let passed_on = format!(
            "{}{}",
            cut.joined(PieceKind::Forwarded),
            cut.joined(PieceKind::Quoted)
        );
        let last_words = |text: &str| {
            squeezed(&text.replace('>', ""))
                .chars()
                .rev()
                .take(30)
                .collect::<String>()
        };
        // Theirs cuts a forward from its first header on; ours keeps the sender's own device line as a signature.
        let is_agreed = squeezed(&before).starts_with(&squeezed(&ours))
            && !ours.is_empty()
            && last_words(&passed_on) == last_words(&embedded);
        score.check(name, is_agreed, &ours);
    }
    score.finish(&[]);
}

/// What their unit tests assert of each: words of the reply, and words that are quoted, hidden or signature.
const EXPECTED: &[(&str, &str, &[&str], &[&str])] = &[
    (
        "github",
        "correct_sig.txt",
        &["this is an email with a correct -- signature."],
        &["rick"],
    ),
    (
        "github",
        "email_1_1.txt",
        &["Hi folks", "-Abhishek Kona"],
        &["riak-users mailing list"],
    ),
    (
        "github",
        "email_1_2.txt",
        &[
            "Hi,",
            "You can list the keys",
            "bucket, you’ll need to delete them all",
        ],
        &["riak-users_lists", "> -Abhishek"],
    ),
    (
        "github",
        "email_1_3.txt",
        &["Oh thanks.", "-Abhishek Kona"],
        &["On 01/03/11", "> Hi,"],
    ),
    (
        "github",
        "email_1_4.txt",
        &["Awesome! I haven't had another problem with it."],
        &["defunkt", "Loader seems"],
    ),
    (
        "github",
        "email_1_5.txt",
        &["One: Here's what I've got.", "It goes on and on for a while."],
        &[],
    ),
    (
        "github",
        "email_1_7.txt",
        &[":+1:"],
        &["Chris Wanstrath", "Steps 0-2"],
    ),
    (
        "github",
        "email_1_8.txt",
        &["I will reply under this one", "and under this."],
        &["-- Tim", "Hey there, this is my signature"],
    ),
    (
        "github",
        "email_2_1.txt",
        &["Outlook with a reply"],
        &["Google Apps Sync"],
    ),
    (
        "github",
        "email_2_3.txt",
        &["Outlook with a reply directly above line"],
        &["CRM Comments", "A new comment"],
    ),
    (
        "github",
        "email_BlackBerry.txt",
        &["Here is another email"],
        &["Sent from my BlackBerry"],
    ),
    (
        "github",
        "email_multi_word_sent_from_my_mobile_device.txt",
        &["Here is another email"],
        &["Verizon"],
    ),
    (
        "github",
        "greedy_on.txt",
        &["On your remote host you can run:", "the tunnel is not working."],
        &["George Plymale", "odd issue"],
    ),
    (
        "zapier",
        "email_gmail.txt",
        &["This is a test for inbox replying to a github message."],
        &["Steven Scott", "outdated"],
    ),
    (
        "zapier",
        "email_headers_no_delimiter.txt",
        &["And another reply!"],
        &["Dan Watson", "A reply", "iPhone"],
    ),
];

#[test]
fn github_and_zapier_keep_the_same_text() {
    let Some(folder) = shared::data("reply-stripping") else {
        return;
    };
    let mut score = Score::new("github and zapier");
    for (source, file, kept, cut) in EXPECTED {
        let text = std::fs::read_to_string(folder.join(source).join(file)).expect("a text");
        let ours = squeezed(&split_text(&exchange::text::tidy(&text), "").reply());
        let is_agreed =
            kept.iter().all(|words| ours.contains(*words)) && cut.iter().all(|words| !ours.contains(*words));
        score.check(file, is_agreed, &ours);
    }
    score.finish(&[]);
}

#[test]
fn talon_keeps_the_same_text() {
    let Some(folder) = shared::data("reply-stripping/talon") else {
        return;
    };
    let mut score = Score::new("talon replies");
    for path in shared::files(&folder, ".eml") {
        let message = read(&std::fs::read(&path).expect("a mail"), &Limits::default()).expect("read");
        let ours = squeezed(&split_text(&message.text, &message.subject).reply());
        score.check(&shared::name(&path), ours == "Hello", &ours);
    }
    for path in shared::files(&folder, ".html") {
        let page = std::fs::read(&path).expect("a page");
        let raw = [
            b"Content-Type: text/html; charset=utf-8\r\nFrom: a@example.org\r\n\r\n".as_slice(),
            &page,
        ]
        .concat();
        let message = read(&raw, &Limits::default()).expect("read");
        assert_eq!(message.text_from, TextFrom::Html);
        let ours = squeezed(&split_text(&message.text, "Re: Hello").reply());
        score.check(&shared::name(&path), ours == "Hi. I am fine. Thanks, Alex", &ours);
    }
    score.finish(&[]);
}

/// talon marks signatures by hand, names included. We cut only what a program or a `-- ` marks, on purpose.
#[test]
fn talon_signatures() {
    let Some(folder) = shared::data("reply-stripping/talon") else {
        return;
    };
    let mut score = Score::new("talon signatures");
    let mut check = |path: &Path| {
        let marked = std::fs::read_to_string(path).expect("a text");
        let line_of = |line: &str| {
            line.trim_start_matches("#sig#")
                .trim_start_matches("#reply#")
                .to_owned()
        };
        let text: String = marked.lines().map(|line| line_of(line) + "\n").collect();
        let signature: String = marked
            .lines()
            .filter(|line| line.starts_with("#sig#"))
            .map(|line| line_of(line) + "\n")
            .collect();
        let ours = split_text(&text, "").joined(PieceKind::Signature);
        score.check(
            &shared::name(path),
            squeezed(&ours) == squeezed(&signature),
            &ours,
        );
    };
    let names = [
        "signature__emails__P__102682_R_S",
        "signature__emails__P__johndoeexamplecom_body",
        "signature__emails__P__unicode_msg",
    ];
    for name in names {
        check(&folder.join(name));
    }
    score.finish(&[
        (
            "signature__emails__P__102682_R_S",
            "a name and an address under the letter: who signed stays in sight",
        ),
        (
            "signature__emails__P__johndoeexamplecom_body",
            "a name and a title under the letter: who signed stays in sight",
        ),
    ]);
}

#[test]
fn hostile_texts_take_no_longer_than_letters() {
    let limit = Duration::from_secs(20);
    for (what, text) in [
        (
            "quotes in quotes",
            (0..2_000)
                .map(|n| ">".repeat(n % 1_000) + " a\n")
                .collect::<String>(),
        ),
        (
            "beginnings of attributions",
            "On Mon, 1 Jan 2026 at 10:00\n".repeat(60_000),
        ),
        (
            "one long attribution",
            format!("On Mon {} wrote:", "a ".repeat(1_000_000)),
        ),
        ("addresses", "a@b.c <a@b.c>\n".repeat(60_000)),
        ("header labels", "From: a\n".repeat(60_000)),
        ("rulers", "----------\n".repeat(60_000)),
        ("underscores", "__________\n".repeat(60_000)),
        ("fences", "```\n".repeat(60_000)),
        ("empty lines", "\n".repeat(1_000_000)),
        ("devices", "Sent from my iPhone\n".repeat(60_000)),
        ("one line", "x".repeat(10 << 20)),
        ("quote and answer", "> a\nb\n".repeat(60_000)),
        ("delimiters", "-- \n".repeat(60_000)),
    ] {
        let begun = Instant::now();
        let cut = split_text(&text, "");
        let _ = (cut.reply(), cut.new_text(), cut.is_interleaved());
        let took = begun.elapsed();
        println!("{what} ({} KiB): {took:?}", text.len() >> 10);
        assert!(took < limit, "{what} took {took:?}");
    }
}
