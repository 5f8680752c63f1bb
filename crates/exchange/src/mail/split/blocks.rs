//! Where an earlier message begins without marks: Outlook's header block, "Original Message" and "Forwarded
//! message" rulers, in many languages.

use super::{Mark, looked_at};

/// What begins here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Reply,
    Forward,
}

const ORIGINAL: &[&str] = &[
    "original message",
    "original appointment",
    "ursprüngliche nachricht",
    "message d'origine",
    "message d’origine",
    "message original",
    "mensaje original",
    "mensagem original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "oprindelig meddelelse",
    "ursprungligt meddelande",
    "opprinnelig melding",
    "wiadomość oryginalna",
    "oryginalna wiadomość",
    "исходное сообщение",
    "оригинальное сообщение",
    "původní zpráva",
    "alkuperäinen viesti",
    "eredeti üzenet",
    "özgün ileti",
    "原始邮件",
    "原始郵件",
    "邮件原件",
    "元のメッセージ",
    "원본 메시지",
    "reply message",
    "thư gốc",
];

const FORWARDED: &[&str] = &[
    "forwarded message",
    "begin forwarded message",
    "weitergeleitete nachricht",
    "anfang der weitergeleiteten",
    "message transféré",
    "début du message",
    "mensaje reenviado",
    "inicio del mensaje reenviado",
    "mensagem encaminhada",
    "mensagem reencaminhada",
    "messaggio inoltrato",
    "inizio messaggio inoltrato",
    "doorgestuurd bericht",
    "begin doorgestuurd bericht",
    "vidarebefordrat meddelande",
    "videresendt",
    "przekazana wiadomość",
    "wiadomość przekazana",
    "пересылаемое сообщение",
    "переадресоване",
    "přeposlaná zpráva",
    "välitetty viesti",
    "továbbított üzenet",
    "iletilen ileti",
    "转发的邮件",
    "轉寄郵件",
    "転送メッセージ",
    "전달된 메시지",
    "thư được chuyển tiếp",
    "forwarded by",
];

/// Labels of a header block, in the order sender, date, recipient, subject.
const LABELS: [&[&str]; 4] = [
    &[
        "from",
        "von",
        "de",
        "da",
        "van",
        "od",
        "från",
        "fra",
        "от",
        "від",
        "from:",
        "发件人",
        "寄件者",
        "寄件人",
        "差出人",
        "보낸 사람",
        "보낸사람",
        "kimden",
        "de la",
        "lähettäjä",
        "feladó",
        "από",
        "từ",
        "mula kay",
        "expéditeur",
        "remitente",
        "mittente",
        "afzender",
    ],
    &[
        "sent",
        "date",
        "gesendet",
        "datum",
        "envoyé",
        "envoye",
        "enviado",
        "enviado el",
        "enviada em",
        "fecha",
        "data",
        "inviato",
        "verzonden",
        "wysłano",
        "skickat",
        "sendt",
        "dato",
        "отправлено",
        "дата",
        "надіслано",
        "发送时间",
        "日期",
        "寄件日期",
        "送信日時",
        "日時",
        "보낸 날짜",
        "날짜",
        "tarih",
        "gönderildi",
        "odesláno",
        "lähetetty",
        "elküldve",
        "ημερομηνία",
        "đã gửi",
        "ngày",
        "trimis",
    ],
    &[
        "to",
        "an",
        "à",
        "a",
        "para",
        "aan",
        "do",
        "till",
        "til",
        "кому",
        "收件人",
        "收件者",
        "宛先",
        "받는 사람",
        "kime",
        "komu",
        "vastaanottaja",
        "címzett",
        "προς",
        "đến",
        "tới",
        "către",
        "pour",
        "destinataire",
        "destinatario",
    ],
    &[
        "subject",
        "betreff",
        "objet",
        "asunto",
        "assunto",
        "oggetto",
        "onderwerp",
        "temat",
        "ämne",
        "emne",
        "тема",
        "主题",
        "主旨",
        "件名",
        "제목",
        "konu",
        "předmět",
        "aihe",
        "tárgy",
        "θέμα",
        "chủ đề",
        "subiect",
        "sujet",
    ],
];

/// Lines a header block is looked for in.
const MOST_LINES: usize = 12;

/// Looks for an earlier message that begins at this line and goes to the end.
pub(super) fn begins(lines: &[&str], at: usize, is_forward: bool) -> Option<Found> {
    let line = looked_at(lines[at]);
    // Apple quotes what it forwards; there the mark stands inside the quote.
    let inner = line.trim_start_matches(['>', ' ', '\u{a0}']);
    let is_quoted = line.trim_start().starts_with('>');
    match ruler(inner) {
        Some(Found::Forward) => return Some(Found::Forward),
        Some(Found::Reply) if !is_quoted => {
            return Some(if is_forward { Found::Forward } else { Found::Reply });
        }
        _ => {}
    }
    if is_quoted || !is_header_block(lines, at) {
        return None;
    }
    let has_text_before = lines[..at]
        .iter()
        .rev()
        .take(200)
        .any(|line| line.trim().chars().any(char::is_alphanumeric));
    Some(if is_forward || !has_text_before {
        Found::Forward
    } else {
        Found::Reply
    })
}

/// `-----Original Message-----` and the like; words alone count only for "Begin forwarded message:".
fn ruler(line: &str) -> Option<Found> {
    let line = line.trim().trim_matches('*').trim();
    if line.chars().count() > 90 {
        return None;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(['-', '_', '=', ' ', '—', '–', '\u{a0}']);
    let is_ruled = lower.starts_with("--")
        || lower.starts_with("__")
        || lower.starts_with("==")
        || lower.starts_with("—");
    let is_begin = bare.ends_with(':')
        && FORWARDED
            .iter()
            .any(|words| bare.trim_end_matches([':', ' ', '\u{a0}']) == *words);
    if is_begin || (is_ruled && FORWARDED.iter().any(|words| bare.starts_with(words))) {
        return Some(Found::Forward);
    }
    (is_ruled && ORIGINAL.iter().any(|words| bare.starts_with(words))).then_some(Found::Reply)
}

fn is_header_block(lines: &[&str], at: usize) -> bool {
    let Some(first) = label(looked_at(lines[at])) else {
        return false;
    };
    let mut seen = [false; 4];
    seen[first] = true;
    let mut n_other = 0;
    for line in lines[at + 1..].iter().take(MOST_LINES) {
        let line = looked_at(line);
        match label(line) {
            Some(which) => seen[which] = true,
            None if line.trim().is_empty() => n_other += 2,
            // A long list of recipients goes on over several lines.
            None => n_other += 1,
        }
        if n_other > 4 {
            break;
        }
        if seen[0] && seen.iter().filter(|seen| **seen).count() >= 3 {
            return true;
        }
    }
    false
}

/// Which label a line begins with.
fn label(line: &str) -> Option<usize> {
    let line = line.trim_start_matches(['*', '|', ' ', '\t', '\u{a0}', '_']);
    let colon = line
        .char_indices()
        .take(24)
        .find(|(_, char)| matches!(char, ':' | '：'))?;
    let word = line[..colon.0]
        .trim_end_matches(['*', '_', ' ', '\u{a0}'])
        .to_lowercase();
    let after = &line[colon.0 + colon.1.len_utf8()..];
    // "To: " with nothing after it, or "De:Amira", are labels; "http://…" is not.
    if after.starts_with("//") {
        return None;
    }
    LABELS.iter().position(|labels| labels.contains(&word.as_str()))
}

/// Rulers and empty lines just above belong to what begins here.
pub(super) fn take_rulers(lines: &[&str], marks: &mut [Mark], to: Mark) {
    let is_ruler = |line: &str| {
        let line = looked_at(line).trim();
        line.chars().count() >= 3
            && line
                .chars()
                .all(|char| matches!(char, '-' | '_' | '=' | '*' | ' ' | '—' | '–'))
    };
    let above = (0..marks.len())
        .rev()
        .take_while(|at| marks[*at] == Mark::Blank || is_ruler(lines[*at]));
    let first = above.filter(|at| marks[*at] != Mark::Blank).last();
    if let Some(first) = first {
        marks[first..].fill(to);
    }
}
