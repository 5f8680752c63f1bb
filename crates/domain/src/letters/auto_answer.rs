//! Whether a message may be answered without a person: never automatic mail, and one answer a sender a day.

use crate::arrivals::Verdict;
use crate::people::normalise_email;
use jiff::{SignedDuration, Timestamp};

/// What is known of an arrival when an automatic answer is thought of.
#[derive(Debug, Clone, Copy)]
pub struct ArrivalFacts<'a> {
    pub verdict: Verdict,
    /// The envelope's or header's sender.
    pub from: Option<&'a str>,
    /// The office's own mailboxes.
    pub own: &'a [&'a str],
    /// When this sender last had an automatic answer.
    pub last_answered_at: Option<Timestamp>,
    pub now: Timestamp,
}

/// Why nothing is answered automatically.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAutoAnswer {
    Automatic,
    NotForAMachine,
    NoSender,
    FromOurselves,
    MachineMailbox,
    AnsweredToday,
}

impl NoAutoAnswer {
    /// The key of the words for this reason.
    pub fn key(self) -> &'static str {
        match self {
            NoAutoAnswer::Automatic => "auto-answer-automatic",
            NoAutoAnswer::NotForAMachine => "auto-answer-not-for-a-machine",
            NoAutoAnswer::NoSender => "auto-answer-no-sender",
            NoAutoAnswer::FromOurselves => "auto-answer-from-ourselves",
            NoAutoAnswer::MachineMailbox => "auto-answer-machine-mailbox",
            NoAutoAnswer::AnsweredToday => "auto-answer-answered-today",
        }
    }
}

/// Mailboxes behind which nobody reads.
const MACHINES: [&str; 9] = [
    "mailer-daemon",
    "postmaster",
    "noreply",
    "no-reply",
    "do-not-reply",
    "donotreply",
    "bounce",
    "bounces",
    "listserv",
];

/// May this arrival be answered by a machine?
pub fn may_auto_answer(facts: &ArrivalFacts<'_>) -> Result<(), NoAutoAnswer> {
    match facts.verdict {
        Verdict::Bounce | Verdict::AutoReply | Verdict::ListOrBulk | Verdict::Calendar => {
            return Err(NoAutoAnswer::Automatic);
        }
        // A reply to a case is a person's to answer; what cannot be read cannot be judged.
        Verdict::ReplyToCase | Verdict::Unreadable => return Err(NoAutoAnswer::NotForAMachine),
        Verdict::ToRead => {}
    }
    let from = facts.from.map(normalise_email).filter(|from| from.contains('@'));
    let Some(from) = from else {
        return Err(NoAutoAnswer::NoSender);
    };
    if facts.own.iter().any(|own| normalise_email(own) == from) {
        return Err(NoAutoAnswer::FromOurselves);
    }
    let mailbox = from.split(['@', '+']).next().unwrap_or_default();
    let is_machine = MACHINES.contains(&mailbox)
        || mailbox.starts_with("owner-")
        || ["-request", "-owner", "-bounces"]
            .iter()
            .any(|end| mailbox.ends_with(end));
    if is_machine {
        return Err(NoAutoAnswer::MachineMailbox);
    }
    let day = SignedDuration::from_hours(24);
    if facts
        .last_answered_at
        .is_some_and(|last| facts.now.duration_since(last) < day)
    {
        return Err(NoAutoAnswer::AnsweredToday);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn automatic_mail_is_never_answered_and_nobody_twice_a_day() {
        let now: Timestamp = "2026-11-23T15:00:00Z".parse().expect("an instant");
        let own = ["help@office.example"];
        let facts = ArrivalFacts {
            verdict: Verdict::ToRead,
            from: Some("Rosa <rosa@example.org>"),
            own: &own,
            last_answered_at: None,
            now,
        };
        assert_eq!(may_auto_answer(&facts), Ok(()));
        for verdict in Verdict::ALL.iter().filter(|verdict| **verdict != Verdict::ToRead) {
            assert!(
                may_auto_answer(&ArrivalFacts {
                    verdict: *verdict,
                    ..facts
                })
                .is_err(),
                "{verdict}"
            );
        }
        let senders = [
            (None, NoAutoAnswer::NoSender),
            (Some("<>"), NoAutoAnswer::NoSender),
            (Some("Help@Office.example"), NoAutoAnswer::FromOurselves),
            (Some("MAILER-DAEMON@example.org"), NoAutoAnswer::MachineMailbox),
            (Some("no-reply@example.org"), NoAutoAnswer::MachineMailbox),
            (Some("bounces+77=x@example.org"), NoAutoAnswer::MachineMailbox),
            (Some("owner-news@example.org"), NoAutoAnswer::MachineMailbox),
            (Some("news-request@example.org"), NoAutoAnswer::MachineMailbox),
        ];
        for (from, reason) in senders {
            assert_eq!(
                may_auto_answer(&ArrivalFacts { from, ..facts }),
                Err(reason),
                "{from:?}"
            );
        }
        let at = |text: &str| Some(text.parse().expect("an instant"));
        let within = ArrivalFacts {
            last_answered_at: at("2026-11-22T15:00:01Z"),
            ..facts
        };
        assert_eq!(may_auto_answer(&within), Err(NoAutoAnswer::AnsweredToday));
        let after = ArrivalFacts {
            last_answered_at: at("2026-11-22T15:00:00Z"),
            ..facts
        };
        assert_eq!(may_auto_answer(&after), Ok(()));
    }
}
