//! Lines that say whose words follow, in the languages that mail programs write them: "On Tue, 1 Mar 2011, A
//! wrote:", "Am … schrieb …:", "2016-10-24 15:36 GMT+02:00 A <a@b>:", also broken over several lines.

use super::{is_quote, looked_at};

/// An attribution found.
pub(super) struct Attribution {
    pub(super) n_lines: usize,
    pub(super) is_followed_by_quote: bool,
    /// So plainly a program's line (a time of day or an address in it) that what follows is quoted even
    /// without marks. "On 3 March the agency wrote:" is a sentence of a letter, and is not.
    pub(super) is_sure: bool,
}

/// Lines an attribution may be broken over, empty ones included.
const MOST_LINES: usize = 7;
/// Characters of a whole attribution.
const MOST_CHARS: usize = 500;

const VERBS: &[&str] = &[
    "wrote",
    "writes",
    "a écrit",
    "a ecrit",
    "schrieb",
    "geschrieben",
    "escribió",
    "escribio",
    "escreveu",
    "ha scritto",
    "scrisse",
    "schreef",
    "geschreven",
    "skrev",
    "napisał",
    "napisal",
    "napsal",
    "написал",
    "пишет",
    "pisze",
    "писал",
    "пише",
    "написав",
    "写道",
    "寫道",
    "書きました",
    "のメール",
    "작성",
    "님이 쓴",
    "yazdı",
    "kirjoitti",
    "írta",
    "έγραψε",
    "đã viết",
    "a scris",
    "je napisao",
    "je napisal",
    "כתב",
    "كتب",
    "menulis",
    "sumulat",
    "va escriure",
    "ekri",
];

const STARTERS: &[&str] = &[
    "on ",
    "am ",
    "le ",
    "el ",
    "em ",
    "il ",
    "op ",
    "w dniu ",
    "dnia ",
    "den ",
    "på ",
    "pe ",
    "dne ",
    "la ",
    "în data ",
    "el dia ",
    "於 ",
    "在 ",
    "vào ",
    "pada ",
    "noong ",
    "tarihinde ",
    "u ",
    "v ",
    "в ",
    "στις ",
    "ב",
    "في ",
    "il giorno ",
    "in article ",
];

const DAYS: &[&str] = &[
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "lun",
    "mar",
    "mer",
    "mié",
    "jeu",
    "jue",
    "ven",
    "vie",
    "sam",
    "sáb",
    "dim",
    "dom",
    "seg",
    "ter",
    "qua",
    "qui",
    "sex",
    "gio",
    "пн",
    "вт",
    "ср",
    "чт",
    "пт",
    "сб",
    "вс",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
];

/// Looks for an attribution that begins at this line.
pub(super) fn begins(lines: &[&str], at: usize) -> Option<Attribution> {
    if !could_begin(looked_at(lines[at])) {
        return None;
    }
    let mut joined = String::new();
    for (index, line) in lines.iter().enumerate().skip(at).take(MOST_LINES) {
        let line = looked_at(line).trim();
        let is_later = index > at;
        if is_later
            && (STARTERS
                .iter()
                .take(3)
                .any(|word| line.to_lowercase().starts_with(word))
                || is_break(lines, index))
        {
            return None;
        }
        if is_later
            && is_quote(line)
            && !line
                .trim_start_matches('>')
                .trim_start()
                .starts_with(|char: char| char.is_lowercase() || matches!(char, ':' | '：'))
        {
            return None;
        }
        joined.push(' ');
        joined.push_str(line);
        if joined.len() > MOST_CHARS {
            return None;
        }
        if ends_attribution(joined.trim()) {
            let n_lines = index - at + 1;
            let next = lines[index + 1..]
                .iter()
                .take(12)
                .find(|line| !line.trim().is_empty());
            let is_followed_by_quote = next.is_some_and(|line| is_quote(looked_at(line)));
            return Some(Attribution {
                n_lines,
                is_followed_by_quote,
                is_sure: is_sure(&joined),
            });
        }
        if is_later && line.is_empty() {
            continue;
        }
    }
    None
}

/// An empty line ends an attribution, unless the address comes after it.
fn is_break(lines: &[&str], index: usize) -> bool {
    lines[index].trim().is_empty()
        && !lines[index + 1..]
            .iter()
            .take(2)
            .any(|line| line.trim_start().starts_with(['<', '"']))
}

fn could_begin(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '_', ' ', '\t', '"', '\u{a0}']);
    let lower = line.to_lowercase();
    STARTERS.iter().any(|word| lower.starts_with(word))
        || line.starts_with(|char: char| char.is_ascii_digit())
        || DAYS.iter().any(|day| {
            lower
                .strip_prefix(day)
                .is_some_and(|rest| rest.starts_with([',', '.', ' ']))
        })
        || line.contains('@')
        || (line.contains(['年', '月']) && line.contains(|char: char| char.is_ascii_digit()))
        || VERBS.iter().any(|verb| lower.contains(verb)) && lower.trim_end().ends_with([':', '：'])
}

fn ends_attribution(joined: &str) -> bool {
    if is_gmail_bare(joined) || is_date_and_address(joined) {
        return true;
    }
    let ends = joined.trim_end_matches(['*', '_', ' ', '\u{a0}']);
    if !ends.ends_with([':', '：']) {
        return false;
    }
    let lower = ends.to_lowercase();
    let says_who = joined.contains(|char: char| char.is_ascii_digit()) || joined.contains('@');
    let has_verb = VERBS.iter().any(|verb| lower.contains(verb));
    let body = ends.trim_end_matches([':', '：', ' ', '\u{a0}']);
    let ends_in_address = body.ends_with(['>', ']']) && body.contains('@') && has_time(joined);
    says_who && (ends_in_address || (has_verb && verb_fits(&lower)))
}

/// In English the verb stands last, which keeps "on May 5 he wrote to me, and then:" out; in German and Dutch
/// it may stand anywhere.
fn verb_fits(lower: &str) -> bool {
    let body = lower.trim_end_matches([':', '：', ' ', '\u{a0}', '*']);
    let is_english = body.contains("wrote") || body.contains("writes");
    !is_english || body.ends_with("wrote") || body.ends_with("writes")
}

/// `2016-03-03 17:21 GMT+01:00 Some One`, which Gmail writes without a verb and sometimes without a colon.
fn is_gmail_bare(joined: &str) -> bool {
    let mut words = joined.split(' ').filter(|word| !word.is_empty());
    let is_date = words
        .next()
        .is_some_and(|word| word.len() == 10 && word.split('-').count() == 3 && word.starts_with("20"));
    let is_time = words.next().is_some_and(has_time);
    let is_zone = words
        .next()
        .is_some_and(|word| word.starts_with("GMT+") || word.starts_with("GMT-"));
    is_date && is_time && is_zone && words.next().is_some() && !joined.ends_with('<')
}

/// `2011/4/7 Some One <a@b.c>`, without verb or colon.
fn is_date_and_address(joined: &str) -> bool {
    let first = joined.split(' ').next().unwrap_or_default();
    let is_date =
        first.starts_with("20") && first.split(['/', '-']).filter(|part| is_number(part)).count() == 3;
    is_date && joined.ends_with('>') && joined.contains('@')
}

/// A whole date with a time of day, or an address in brackets: nobody writes that in a letter by hand.
fn is_sure(joined: &str) -> bool {
    let bracketed = joined
        .split(['<', '[', '('])
        .skip(1)
        .filter_map(|rest| rest.split(['>', ']', ')']).next());
    (has_time(joined) && has_year(joined)) || bracketed.into_iter().any(|inner| inner.contains('@'))
}

/// `2026`, or a date such as `01/03/11`.
fn has_year(text: &str) -> bool {
    let mut runs = text.split(|char: char| !char.is_ascii_digit());
    let has_four = runs.any(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")));
    has_four
        || text
            .split(' ')
            .any(|word| word.split(['/', '.', '-']).filter(|part| is_number(part)).count() >= 3)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A time of day, `9:05`.
fn has_time(text: &str) -> bool {
    text.as_bytes().windows(4).any(|near| {
        near[0].is_ascii_digit() && near[1] == b':' && near[2].is_ascii_digit() && near[3].is_ascii_digit()
    })
}
