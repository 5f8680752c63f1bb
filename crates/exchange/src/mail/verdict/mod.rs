//! What kind of thing came in, and why we think so. Headers may make a message less trusted, never more; what
//! is not plainly a machine's is to be read by a person.

mod automatic;
mod bounce;

use super::message::Message;
pub use automatic::may_be_answered_by_machine;
pub use bounce::{Bounce, Failed};
use domain::arrivals::{Because, Verdict};

/// Every key a reason can have, for whoever keeps the sentences; those of [`unreadable`] are
/// [`crate::mail::Unreadable`]'s own.
pub const REASON_KEYS: &[&str] = &[
    "verdict-answers-our-letter",
    "verdict-asks-for-no-answer",
    "verdict-delivery-receipt",
    "verdict-has-auto-reply-field",
    "verdict-has-calendar",
    "verdict-has-list-field",
    "verdict-has-loop-field",
    "verdict-is-report",
    "verdict-list-id",
    "verdict-mail-system-says-undelivered",
    "verdict-nothing-says-otherwise",
    "verdict-null-return-path",
    "verdict-precedence",
    "verdict-read-receipt",
    "verdict-report-of-delay",
    "verdict-report-of-failure",
    "verdict-says-auto-replied",
    "verdict-says-automatic",
    "verdict-sender-takes-no-answer",
    "verdict-subject-says-away",
    "verdict-token-in-address",
    "verdict-token-in-returned-letter",
    "verdict-token-in-subject",
    "verdict-token-in-text",
];

fn because(key: &str) -> Because {
    Because {
        key: format!("verdict-{key}"),
        args: Vec::new(),
    }
}

fn because_of(key: &str, name: &str, value: &str) -> Because {
    let args = vec![(name.to_owned(), crate::text::first(value, 200).to_owned())];
    Because { args, ..because(key) }
}

/// What the office knows, asked by closures so that this stays pure.
pub struct Known<'a> {
    /// A valid thread token of ours in a text, if there is one.
    pub token: &'a dyn Fn(&str) -> Option<String>,
    /// True if this Message-ID (without brackets) is of a letter we sent.
    pub sent: &'a dyn Fn(&str) -> bool,
}

impl Known<'_> {
    /// An office that has sent nothing yet.
    pub const NOTHING: Known<'static> = Known {
        token: &|_| None,
        sent: &|_| false,
    };
}

/// A verdict with everything that led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    /// The first is the one that decided.
    pub reasons: Vec<Because>,
    /// Our thread token, wherever it was found: an automatic message about a case still belongs to it.
    pub token: Option<String>,
    /// Message-IDs of ours that it answers or returns, the nearest first.
    pub answers: Vec<String>,
    pub bounce: Option<Bounce>,
}

/// Judges a message. The order: a bounce is one even if it says it is automatic; a machine's answer is one even
/// if it carries our token; a token or a reference of ours outweighs a list's header.
pub fn judge(message: &Message, known: &Known<'_>) -> Judgement {
    let bounce = bounce::find(message);
    let (token, token_reason) = token(message, known).unzip();
    let answers = answers(message, bounce.as_ref().map(|(bounce, _)| bounce), known);
    let reply_reason = answers
        .first()
        .map(|id| because_of("answers-our-letter", "id", id));
    let calendar = message
        .calendar
        .first()
        .map(|found| because_of("has-calendar", "method", &found.method));
    let mut reasons = Vec::new();
    let mut note = |found: Option<Because>, verdict: Verdict, decided: Option<Verdict>| {
        let is_found = found.is_some();
        reasons.extend(found);
        decided.or(is_found.then_some(verdict))
    };
    let bounce_reason = bounce.as_ref().map(|(_, reason)| reason.clone());
    let mut verdict = note(bounce_reason, Verdict::Bounce, None);
    if verdict.is_none() {
        verdict = note(automatic::reply(message), Verdict::AutoReply, verdict);
    }
    verdict = note(calendar, Verdict::Calendar, verdict);
    verdict = note(token_reason, Verdict::ReplyToCase, verdict);
    verdict = note(reply_reason, Verdict::ReplyToCase, verdict);
    if verdict != Some(Verdict::Bounce) {
        verdict = note(automatic::bulk(message), Verdict::ListOrBulk, verdict);
    }
    if verdict.is_none() {
        reasons.push(because("nothing-says-otherwise"));
    }
    Judgement {
        verdict: verdict.unwrap_or(Verdict::ToRead),
        reasons,
        token,
        answers,
        bounce: bounce.map(|(bounce, _)| bounce),
    }
}

/// The judgement of a message that is not read.
pub fn unreadable(why: &super::limits::Unreadable) -> Judgement {
    let args = why
        .args()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let reason = Because {
        key: why.key().to_owned(),
        args,
    };
    Judgement {
        verdict: Verdict::Unreadable,
        reasons: vec![reason],
        token: None,
        answers: Vec::new(),
        bounce: None,
    }
}

/// A token in the addresses, the subject, the text, or a message that came back.
fn token(message: &Message, known: &Known<'_>) -> Option<(String, Because)> {
    let mailboxes = message
        .to
        .iter()
        .chain(&message.cc)
        .filter_map(|mailbox| mailbox.address.as_deref());
    let addresses = mailboxes.chain(message.delivered_to.iter().map(String::as_str));
    let in_address = addresses.map(|address| (address, "token-in-address"));
    let in_text = [
        (message.subject.as_str(), "token-in-subject"),
        (message.text.as_str(), "token-in-text"),
    ];
    let returned = message
        .enclosed
        .iter()
        .map(|inner| (inner.subject.as_str(), "token-in-returned-letter"));
    let mut places = in_address.chain(in_text).chain(returned);
    places.find_map(|(text, key)| {
        (known.token)(text).map(|token| (token.clone(), because_of(key, "token", &token)))
    })
}

fn answers(message: &Message, bounce: Option<&Bounce>, known: &Known<'_>) -> Vec<String> {
    let returned = bounce.and_then(|bounce| bounce.original_message_id.as_deref());
    let mut ids: Vec<String> = Vec::new();
    for id in message.answers().chain(returned) {
        if (known.sent)(id) && !ids.iter().any(|seen| seen == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::REASON_KEYS;

    #[test]
    fn every_key_is_listed_and_every_listed_key_is_used() {
        let sources = [
            include_str!("mod.rs"),
            include_str!("automatic.rs"),
            include_str!("bounce.rs"),
        ]
        .concat();
        let quoted: Vec<&str> = sources.split('"').collect();
        for key in REASON_KEYS {
            let word = key.strip_prefix("verdict-").expect("the prefix");
            assert!(quoted.contains(&word), "{word} is used nowhere");
        }
        let called = sources.replace("because_of(", "because(");
        let new: Vec<&str> = called
            .split("because(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        for word in new.into_iter().filter(|word| {
            !word.is_empty() && word.chars().all(|char| char.is_ascii_lowercase() || char == '-')
        }) {
            assert!(
                REASON_KEYS.contains(&format!("verdict-{word}").as_str()),
                "{word} is not listed"
            );
        }
    }
}
