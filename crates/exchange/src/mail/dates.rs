//! Dates as mail writes them: RFC 5322, its obsolete zones and short years, and the order of Unix `date`.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// Reads a date; words that cannot be one are no date, and nothing is guessed from the clock.
pub fn read(value: &str) -> Option<Timestamp> {
    let value = without_comments(crate::text::first(value, 200));
    let words: Vec<&str> = value
        .split([' ', ',', '\t'])
        .filter(|word| !word.is_empty())
        .collect();
    let month_at = words.iter().position(|word| month(word).is_some());
    let (mut day, mut year, mut time, mut zone) = (None, None, None, None);
    // 17-May-2000 is one word.
    if month_at.is_none() {
        let joined = words
            .iter()
            .find(|word| word.split('-').nth(1).is_some_and(|part| month(part).is_some()))?;
        return read(&value.replacen(joined, &joined.replace('-', " "), 1));
    }
    for (at, word) in words.iter().enumerate() {
        if let Some(found) = clock(word).filter(|_| time.is_none()) {
            time = Some(found);
        } else if let Some(number) = digits(word) {
            if day.is_none() && word.len() <= 2 {
                day = Some(number);
            } else if year.is_none() && Some(at) > month_at {
                year = Some(full_year(number, word.len())?);
            }
        } else if zone.is_none() && time.is_some() {
            zone = offset(word);
        }
    }
    let month = month(words[month_at?])?;
    let (hour, minute, second) = time.unwrap_or((0, 0, 0));
    let day = i8::try_from(day?).ok()?;
    let at = DateTime::new(
        i16::try_from(year?).ok()?,
        month,
        day,
        hour,
        minute,
        second.min(59),
        0,
    )
    .ok()?;
    zone.unwrap_or(Offset::UTC).to_timestamp(at).ok()
}

fn without_comments(value: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for char in value.chars() {
        match char {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(char),
            _ => {}
        }
    }
    out
}

fn month(word: &str) -> Option<i8> {
    let names = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = word.get(..3)?.to_ascii_lowercase();
    let at = names.iter().position(|name| *name == lower)?;
    word.chars()
        .all(|char| char.is_alphabetic() || char == '.')
        .then(|| i8::try_from(at).map_or(1, |at| at + 1))
}

fn digits(word: &str) -> Option<u16> {
    word.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| word.parse().ok())?
}

fn full_year(number: u16, n_digits: usize) -> Option<u16> {
    match (n_digits, number) {
        (1 | 2, 0..=49) => Some(2000 + number),
        (2 | 3, 50..=199) => Some(1900 + number),
        (4, 1971..=9998) => Some(number),
        _ => None,
    }
}

fn clock(word: &str) -> Option<(i8, i8, i8)> {
    let mut parts = word.split(':');
    let hour = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    let second = parts
        .next()
        .map_or(Some(0), |part| part.split('.').next()?.parse().ok())?;
    ((0..24).contains(&hour) && (0..60).contains(&minute) && (0..=60).contains(&second))
        .then_some((hour, minute, second))
}

fn offset(word: &str) -> Option<Offset> {
    let hours = match word.to_ascii_uppercase().as_str() {
        "EST" | "CDT" => -5,
        "EDT" => -4,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "GMT" | "UT" | "UTC" | "Z" => 0,
        "CET" | "BST" | "MET" => 1,
        "CEST" | "MEST" => 2,
        "JST" => 9,
        other => return signed(other),
    };
    Offset::from_seconds(hours * 3_600).ok()
}

fn signed(word: &str) -> Option<Offset> {
    let sign = match word.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: String = word[1..].chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = (
        digits.get(..2)?.parse::<i32>().ok()?,
        digits.get(2..4)?.parse::<i32>().ok()?,
    );
    Offset::from_seconds(sign * (hours * 3_600 + minutes * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    fn shown(value: &str) -> String {
        read(value).map_or_else(|| "none".to_owned(), |at| at.to_string())
    }

    #[test]
    fn the_ways_mail_writes_a_date() {
        assert_eq!(shown("Wed, 17 May 2000 19:20:24 -0400"), "2000-05-17T23:20:24Z");
        assert_eq!(shown("Wed, 11 Feb 98 11:51 CST"), "1998-02-11T17:51:00Z");
        assert_eq!(
            shown("Mon, 22 Mar 1993 09:41:09 -0800 (PST)"),
            "1993-03-22T17:41:09Z"
        );
        assert_eq!(shown("Thu May  4 10:00:00 2006"), "2006-05-04T10:00:00Z");
        assert_eq!(shown("4-May-2006 10:00:00 +0530"), "2006-05-04T04:30:00Z");
        assert_eq!(shown("1 Jan 2026 00:00:00 Z"), "2026-01-01T00:00:00Z");
    }

    #[test]
    fn what_cannot_be_a_date_is_none() {
        for value in [
            "yesterday",
            "",
            "32 May 2000 10:00:00",
            "17 May 0099 10:00",
            "Mon, 30 Feb 2020 10:00:00 +0000",
        ] {
            assert_eq!(shown(value), "none", "{value}");
        }
    }
}
