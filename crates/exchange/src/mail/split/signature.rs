//! Where a signature begins in what somebody wrote: the `-- ` line, mail programs' "Sent from my …", and
//! mailing-list footers. Names under a letter stay with the letter: a caseworker wants to see who signed.

use super::looked_at;

/// A signature longer than this is a letter somebody put under a line of dashes.
const MOST_LINES: usize = 30;

const DEVICES: &[&str] = &[
    "sent from",
    "sent via",
    "sent with",
    "sent by",
    "sent using",
    "get outlook for",
    "get [outlook",
    "from my iphone",
    "from my ipad",
    "from my android",
    "envoyé depuis",
    "envoyé de mon",
    "envoyé à partir",
    "envoyé avec",
    "von meinem",
    "von meiner",
    "gesendet von",
    "gesendet mit",
    "diese nachricht wurde von mein",
    "enviado desde",
    "enviado do meu",
    "enviado de mi",
    "enviado a partir",
    "enviado por",
    "obtener outlook",
    "inviato da",
    "inviato dal",
    "verzonden vanaf",
    "verzonden met",
    "verstuurd vanaf",
    "verstuurd met",
    "wysłane z",
    "wysłano z",
    "skickat från",
    "sendt fra",
    "lähetetty",
    "отправлено с",
    "отправлено из",
    "надіслано з",
    "odesláno z",
    "iphone'umdan gönderildi",
    "從我的",
    "从我的",
    "发自我的",
    "發自我的",
    "iphoneから送信",
    "나의 iphone",
    "내 iphone",
    "gửi từ",
    "ipinadala mula",
    "trimis de pe",
];

/// Where the signature begins among these lines, if there is one. `is_last` says that no more new text can
/// follow: footers of lists stand only there.
pub(super) fn begins(lines: &[&str], is_last: bool) -> Option<usize> {
    let delimiter = lines
        .iter()
        .position(|line| is_delimiter(line))
        .filter(|at| lines.len() - at <= MOST_LINES);
    let footer = is_last.then(|| footer(lines)).flatten();
    let upto = match (delimiter, footer) {
        (Some(one), Some(other)) => one.min(other),
        (one, other) => one.or(other).unwrap_or(lines.len()),
    };
    let mut begins = upto;
    for at in (0..upto).rev() {
        let line = looked_at(lines[at]).trim();
        if line.is_empty() {
            continue;
        }
        if !is_device(line) {
            break;
        }
        begins = at;
    }
    (begins < lines.len()).then_some(begins)
}

/// `-- `, and what programs that trim lines make of it.
fn is_delimiter(line: &str) -> bool {
    matches!(
        line.trim_end_matches(['\n', '\r']),
        "-- " | "--" | "--\u{a0}" | "—" | "— "
    )
}

/// A line of underscores with a few lines after it.
fn footer(lines: &[&str]) -> Option<usize> {
    let from = lines.len().saturating_sub(12);
    let at = lines[from..].iter().position(|line| {
        let line = looked_at(line).trim();
        line.len() >= 5 && line.bytes().all(|byte| byte == b'_')
    })?;
    Some(from + at)
}

/// A line a program adds, or a ruler that leads to nothing.
fn is_device(line: &str) -> bool {
    if line.chars().count() > 120 {
        return false;
    }
    if line
        .chars()
        .all(|char| matches!(char, '-' | '_' | '=' | '+' | '~' | '#' | '*' | '—' | 'ᐧ'))
    {
        return true;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_start_matches(['(', '<', '[', '*', '_', '-', ' ', '>', '—']);
    let n_words = bare.split(' ').filter(|word| !word.is_empty()).count();
    // "Sent from my desk, which is easier": somebody says something there.
    let is_said = n_words > 14 || [" is ", " was ", " i "].iter().any(|word| bare.contains(word));
    let is_known = DEVICES.iter().any(|words| bare.starts_with(words));
    (is_known && !is_said) || (bare.ends_with("from mobile") && n_words <= 3)
}
