//! Letters that came back: RFC 3464 reports, and the many programs that write something of their own.

use super::because_of;
use crate::mail::fields;
use crate::mail::message::{Field, Message, value_in};
use crate::text::first;
use domain::arrivals::Because;

/// What a bounce says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounce {
    pub failed: Vec<Failed>,
    /// Still being tried; nothing is lost yet.
    pub is_delay: bool,
    /// The Message-ID of the letter that came back, without brackets.
    pub original_message_id: Option<String>,
}

/// One recipient who did not get it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failed {
    pub address: String,
    /// `5.1.1`, or the three digits of an SMTP answer.
    pub code: Option<String>,
}

/// Phrases of subjects that only mail systems write.
const SUBJECTS: &[&str] = &[
    "undeliver",
    "delivery status notification",
    "delivery notification",
    "delivery failure",
    "delivery failed",
    "delivery has failed",
    "mail delivery",
    "mail system error",
    "returned mail",
    "failure notice",
    "failure delivery",
    "could not be delivered",
    "could not send",
    "not be delivered",
    "non-delivery",
    "nondeliverable",
    "message delivery",
    "error sending your mail",
    "delayed mail",
    "warning: could not send",
    "postmaster notify",
    "mail could not",
    "delivery report",
    "delivery error",
    "delivery problem",
    "unzustellbar",
    "nicht zugestellt",
    "échec de la remise",
    "non remis",
    "no se pudo entregar",
    "no se puede entregar",
    "devuelto",
    "impossibile recapitare",
    "onbestelbaar",
    "недоставлен",
    "не доставлен",
    "mail failure",
    "niet bezorgd",
    "não entregue",
    "nie dostarczono",
    "退信",
    "無法傳遞",
    "エラー通知",
    "配信不能",
    "returned to sender",
    "[bounce]",
    "user unknown",
    "unable to deliver",
    "message could not",
    "not delivered",
    "配信できません",
    "delivery status",
];

/// Phrases of bodies, for systems whose subjects say nothing.
const BODIES: &[&str] = &[
    "could not be delivered",
    "couldn't be delivered",
    "was not delivered",
    "wasn't delivered",
    "unable to deliver",
    "not able to deliver",
    "wasn't able to deliver",
    "delivery failed",
    "delivery to the following recipient",
    "permanent fatal errors",
    "permanent failure",
    "permanent error",
    "user unknown",
    "unknown user",
    "no such user",
    "mailbox unavailable",
    "mailbox full",
    "mailbox not found",
    "undeliverable",
    "returned to sender",
    "does not exist",
    "delivery has failed",
    "failed permanently",
    "delivery status notification",
    "recipient address rejected",
    "could not deliver",
    "following addresses had",
    "has been delayed",
    "host or domain name not found",
    "could not be sent",
    "配信できません",
    "送信できません",
    "お届けできません",
    "次のあて先への",
];

/// Finds a bounce and the reason to think it is one.
pub(super) fn find(message: &Message) -> Option<(Bounce, Because)> {
    if message
        .reports
        .iter()
        .any(|report| report.media_type == "message/feedback-report")
    {
        return None;
    }
    if super::automatic::delivered(message).is_some() {
        return None;
    }
    reported(message).or_else(|| told(message))
}

/// A machine-readable report that names a failure or a delay.
fn reported(message: &Message) -> Option<(Bounce, Because)> {
    let report = message
        .reports
        .iter()
        .find(|report| report.media_type.ends_with("delivery-status"))?;
    let mut bounce = Bounce::default();
    let mut n_delayed = 0;
    for group in &report.groups {
        let action = value_in(group, "Action")
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let code = value_in(group, "Status")
            .and_then(code_in)
            .or_else(|| value_in(group, "Diagnostic-Code").and_then(code_in));
        let is_failure = action.starts_with("fail")
            || (action.is_empty() && code.as_deref().is_some_and(|code| code.starts_with('5')));
        let is_delay = action.starts_with("delay")
            || (action.is_empty() && code.as_deref().is_some_and(|code| code.starts_with('4')));
        if !(is_failure || is_delay) {
            continue;
        }
        n_delayed += usize::from(is_delay);
        bounce.failed.push(Failed {
            address: recipient(group),
            code,
        });
    }
    if bounce.failed.is_empty() {
        return None;
    }
    bounce.is_delay = n_delayed == bounce.failed.len();
    bounce.original_message_id = original(message);
    let address = bounce.failed[0].address.clone();
    let key = if bounce.is_delay {
        "report-of-delay"
    } else {
        "report-of-failure"
    };
    Some((bounce, because_of(key, "address", &address)))
}

fn recipient(group: &[Field]) -> String {
    let value = value_in(group, "Final-Recipient").or_else(|| value_in(group, "Original-Recipient"));
    let value = value
        .map(|value| value.rsplit(';').next().unwrap_or(value))
        .unwrap_or_default();
    value.trim().trim_matches(['<', '>', '"']).to_owned()
}

/// No report, but a mail system's sender and a mail system's words.
fn told(message: &Message) -> Option<(Bounce, Because)> {
    let subject = message.subject.to_lowercase();
    let text = first(&message.text, 6_000).to_lowercase();
    let by_daemon = is_daemon(message);
    let is_null = message.return_path.as_deref() == Some("");
    let failed_field: Vec<&str> = message
        .all("X-Failed-Recipients")
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let in_subject = SUBJECTS.iter().find(|phrase| subject.contains(*phrase));
    let in_text = BODIES.iter().find(|phrase| text.contains(*phrase));
    let names_failed = failed_field.iter().any(|address| address.contains('@'));
    let is_report = message.media_type == "multipart/report"
        && message.report_type.as_deref() != Some("disposition-notification");
    let returns = message
        .enclosed
        .iter()
        .any(|inner| inner.message_id.is_some() || !inner.subject.is_empty())
        || is_report;
    // A vacation note also has a null path; only the words, or the letter that came back, make it a bounce.
    let is_bounce = (names_failed && (by_daemon || is_null))
        || ((by_daemon || is_null)
            && (in_subject.is_some() || in_text.is_some() || (is_report && by_daemon)))
        || ((is_report || is_silent(message)) && returns && in_subject.is_some());
    if !is_bounce
        || (is_null
            && !by_daemon
            && super::automatic::reply(message).is_some()
            && in_subject.is_none()
            && !names_failed)
    {
        return None;
    }
    let is_delay = [
        "delay",
        "still being retried",
        "not yet",
        "will be retried",
        "warning: could not send",
    ]
    .iter()
    .any(|word| subject.contains(word));
    let code = code_in(&text);
    let mut failed: Vec<Failed> = failed_field
        .into_iter()
        .filter(|address| address.contains('@'))
        .map(|address| Failed {
            address: address.to_owned(),
            code: code.clone(),
        })
        .collect();
    if failed.is_empty() {
        failed.extend(address_in(message).map(|address| Failed {
            address,
            code: code.clone(),
        }));
    }
    let words = in_subject.or(in_text).copied().unwrap_or_default();
    let bounce = Bounce {
        failed,
        is_delay,
        original_message_id: original(message),
    };
    Some((bounce, because_of("mail-system-says-undelivered", "words", words)))
}

/// The mail system itself: by the local part of its address, by name, or by having no address.
fn is_daemon(message: &Message) -> bool {
    let Some(from) = message.from.first() else {
        // `From: <>` is how some say it; no From at all says nothing.
        return message.field("From").is_some_and(|value| value.trim() == "<>");
    };
    let address = from
        .address
        .as_deref()
        .or(from.name.as_deref())
        .unwrap_or_default()
        .to_ascii_lowercase();
    let local = address.split('@').next().unwrap_or_default();
    let names = [
        "mailer-daemon",
        "postmaster",
        "mailerdaemon",
        "mail-daemon",
        "mail.delivery.system",
        "maildaemon",
        "mailer_daemon",
        "poostmaster",
        "mail-delivery",
        "mmdf",
    ];
    let name = from.name.as_deref().unwrap_or_default().to_ascii_lowercase();
    names.contains(&local)
        || local.starts_with("microsoftexchange")
        || [
            "mail deliver",
            "mailer-daemon",
            "mailer daemon",
            "mail administrator",
        ]
        .iter()
        .any(|words| name.starts_with(words))
}

/// An address nobody reads, as some systems write bounces from.
fn is_silent(message: &Message) -> bool {
    let address = message.from_address().unwrap_or_default().to_ascii_lowercase();
    ["no-reply@", "noreply@", "donotreply@", "do-not-reply@"]
        .iter()
        .any(|silent| address.starts_with(silent))
}

/// The first address in the text that is not the mail system's own.
fn address_in(message: &Message) -> Option<String> {
    let text = first(&message.text, 6_000);
    let words = text.split(|char: char| {
        char.is_whitespace() || matches!(char, '<' | '>' | '(' | ')' | '"' | ',' | ';' | '\'')
    });
    let mut addresses = words
        .map(|word| word.trim_matches(['.', ':', '*', '[', ']']))
        .filter(|word| {
            word.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty()
                    && domain.contains('.')
                    && !word.contains(':')
                    && domain
                        .chars()
                        .all(|char| char.is_alphanumeric() || matches!(char, '.' | '-'))
            })
        });
    addresses
        .find(|address| {
            let lower = address.to_ascii_lowercase();
            !lower.starts_with("postmaster@")
                && !lower.starts_with("mailer-daemon@")
                && message.from_address() != Some(*address)
        })
        .map(str::to_owned)
}

/// `5.1.1`, else the three digits of an SMTP answer.
fn code_in(text: &str) -> Option<String> {
    let is_digits = |part: &str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let words = || {
        text.split(|char: char| !(char.is_ascii_alphanumeric() || char == '.'))
            .map(|word| word.trim_matches('.'))
    };
    let enhanced = words().find(|word| {
        let parts: Vec<&str> = word.split('.').collect();
        matches!(parts.as_slice(), [class, subject, detail]
            if matches!(*class, "2" | "4" | "5") && is_digits(subject, 3) && is_digits(detail, 3))
    });
    let plain = || {
        words()
            .find(|word| word.len() == 3 && is_digits(word, 3) && matches!(word.as_bytes()[0], b'4' | b'5'))
    };
    enhanced.or_else(plain).map(str::to_owned)
}

/// The Message-ID of what came back: from the enclosed letter, else from the copy of its header in the text.
fn original(message: &Message) -> Option<String> {
    let enclosed = message.enclosed.iter().find_map(|inner| inner.message_id.clone());
    enclosed
        .or_else(|| in_copied_header(&message.text))
        .or_else(|| message.answers().next().map(str::to_owned))
}

fn in_copied_header(text: &str) -> Option<String> {
    let mut lines = text
        .lines()
        .map(|line| line.trim_start_matches(['>', ' ', '|', '\t']));
    while let Some(line) = lines.next() {
        if line
            .get(..11)
            .is_some_and(|name| name.eq_ignore_ascii_case("message-id:"))
        {
            let value = line[11..].trim();
            let value = if value.is_empty() {
                lines.next().unwrap_or_default().trim()
            } else {
                value
            };
            return fields::ids(first(value, 300)).into_iter().next();
        }
    }
    None
}
