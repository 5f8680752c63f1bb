//! Every message of the shared data: none panics, each gets a verdict, each is one message.

use crate::shared;
use exchange::mail::{Known, Limits, Verdict, judge, mbox, read, split_text};
use std::collections::BTreeMap;
use std::time::Instant;

#[test]
fn every_message_is_read_and_judged() {
    let messages = shared::messages();
    let mut verdicts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut faults: BTreeMap<&str, usize> = BTreeMap::new();
    let mut slowest = (std::time::Duration::ZERO, String::new());
    for (file, bytes) in &messages {
        let begun = Instant::now();
        let message = read(bytes, &Limits::default()).unwrap_or_else(|why| panic!("{file}: {why:?}"));
        let judgement = judge(&message, &Known::NOTHING);
        assert!(
            !judgement.reasons.is_empty(),
            "{file} has a verdict without a reason"
        );
        *verdicts.entry(judgement.verdict.as_str()).or_default() += 1;
        for fault in &message.faults {
            *faults.entry(fault.as_str()).or_default() += 1;
        }
        let pieces = split_text(&message.text, &message.subject).pieces;
        assert_eq!(
            pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(),
            message.text,
            "{file}"
        );
        assert!(
            !message.text.contains('\0') && !message.subject.contains(['\0', '\n']),
            "{file}"
        );
        slowest = slowest.max((begun.elapsed(), file.clone()));
    }
    println!("{} messages, verdicts {verdicts:?}", messages.len());
    println!("faults {faults:?}; slowest {slowest:?}");
    assert!(messages.is_empty() || messages.len() >= 300);
}

#[test]
fn a_file_with_one_message_is_that_message_byte_for_byte() {
    for (file, bytes) in shared::messages() {
        let cut: Vec<_> = mbox::messages_named(&file, &bytes).collect();
        assert_eq!(cut.len(), 1, "{file}");
        assert_eq!(cut[0], bytes, "{file}");
    }
}

#[test]
fn the_one_file_that_is_an_mbox_is_cut_where_its_name_does_not_forbid_it() {
    for (file, bytes) in shared::messages() {
        let n_messages = mbox::messages(&bytes).count();
        assert_eq!(
            n_messages,
            if file.ends_with("rfc3464-28.eml") { 2 } else { 1 },
            "{file}"
        );
    }
}

/// What a person must see is not taken for a machine's: mail that people wrote, by folder.
#[test]
fn ordinary_mail_is_never_taken_for_a_bounce() {
    let bounce_folders = ["bounces-sisimai/", "bounces-sisimai-oddities/"];
    let known = [
        "flanker/bounce__delayed-broken.eml",
        "flanker/bounce__gmail-no-dns.eml",
        "flanker/bounce__mailbox-full.eml",
        "flanker/bounce__office365.eml",
        "flanker/bounce__broken-mime.eml",
        "flanker/bounce__zed.eml",
        "mimekit/messages__delivery-status2.txt",
        "ruby-mail/multipart_report_emails__report_422.eml",
    ];
    let mut taken = Vec::new();
    for (file, bytes) in shared::messages() {
        if bounce_folders.iter().any(|folder| file.starts_with(folder)) || known.contains(&file.as_str()) {
            continue;
        }
        let message = read(&bytes, &Limits::default()).expect("read");
        if judge(&message, &Known::NOTHING).verdict == Verdict::Bounce {
            taken.push(format!("{file}: {:?}", judge(&message, &Known::NOTHING).reasons));
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
}
