//! Just enough of iCalendar to say "an invitation, to this, at that time": nothing is accepted or filed by it.

/// One calendar part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Invitation {
    /// REQUEST, REPLY, CANCEL…, in upper case; empty where none is said.
    pub method: String,
    pub uid: Option<String>,
    pub summary: Option<String>,
    /// As written, for example `20261130T090000Z`, with its zone where one is named.
    pub starts: Option<String>,
    pub zone: Option<String>,
    pub organizer: Option<String>,
    /// The PARTSTAT of a reply: ACCEPTED, DECLINED, TENTATIVE.
    pub answer: Option<String>,
}

/// Reads the first event, to-do or free-busy of a calendar; `None` where the text is no calendar.
pub fn read(text: &str, method: Option<&str>) -> Option<Invitation> {
    if !text.to_ascii_uppercase().contains("BEGIN:VCALENDAR") {
        return None;
    }
    let mut found = Invitation {
        method: method.unwrap_or_default().to_ascii_uppercase(),
        ..Invitation::default()
    };
    let mut inside = Vec::new();
    for line in unfolded(text) {
        let Some((name, params, value)) = split(&line) else {
            continue;
        };
        match name.as_str() {
            "BEGIN" => inside.push(value.to_ascii_uppercase()),
            "END" => {
                inside.pop();
                if matches!(
                    value.to_ascii_uppercase().as_str(),
                    "VEVENT" | "VTODO" | "VFREEBUSY"
                ) && found.uid.is_some()
                {
                    break;
                }
            }
            "METHOD" if inside.len() == 1 => found.method = value.trim().to_ascii_uppercase(),
            _ if inside
                .last()
                .is_some_and(|part| matches!(part.as_str(), "VEVENT" | "VTODO" | "VFREEBUSY")) =>
            {
                note(&mut found, &name, &params, &value);
            }
            _ => {}
        }
    }
    Some(found)
}

fn note(found: &mut Invitation, name: &str, params: &str, value: &str) {
    let set = |slot: &mut Option<String>, value: String| {
        if slot.is_none() && !value.is_empty() {
            *slot = Some(value);
        }
    };
    match name {
        "UID" => set(&mut found.uid, value.trim().to_owned()),
        "SUMMARY" => set(&mut found.summary, unescaped(value)),
        "DTSTART" => {
            if found.starts.is_none() {
                found.zone = param(params, "TZID");
            }
            set(&mut found.starts, value.trim().to_owned());
        }
        "ORGANIZER" => set(&mut found.organizer, address(value)),
        "ATTENDEE" => set(
            &mut found.answer,
            param(params, "PARTSTAT").unwrap_or_default().to_ascii_uppercase(),
        ),
        _ => {}
    }
}

fn address(value: &str) -> String {
    let value = value.trim();
    let is_mailto = value
        .get(..7)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    if is_mailto {
        value[7..].to_owned()
    } else {
        value.to_owned()
    }
}

fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// `NAME;PARAMS:VALUE`, the colon being the first outside quotes.
fn split(line: &str) -> Option<(String, String, String)> {
    let mut in_quotes = false;
    let colon = line.char_indices().find(|(_, char)| {
        in_quotes ^= *char == '"';
        *char == ':' && !in_quotes
    })?;
    let (head, value) = (&line[..colon.0], &line[colon.0 + 1..]);
    let (name, params) = head.split_once(';').unwrap_or((head, ""));
    Some((
        name.trim().to_ascii_uppercase(),
        params.to_owned(),
        value.to_owned(),
    ))
}

fn param(params: &str, name: &str) -> Option<String> {
    let mut all = params.split(';').filter_map(|param| param.split_once('='));
    all.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim_matches('"').to_owned())
}

fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(char) = chars.next() {
        match (char, char == '\\') {
            (_, false) => out.push(char),
            _ => match chars.next() {
                Some('n' | 'N') => out.push(' '),
                Some(other) => out.push(other),
                None => {}
            },
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_invitation_is_read_and_other_text_is_not() {
        let text = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nUID:no\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:u-1\n\
                    SUMMARY:Hearing\\, room\n  4\nDTSTART;TZID=\"America/New_York\":20261130T090000\nEND:VEVENT\nEND:VCALENDAR";
        let found = read(text, None).expect("a calendar");
        assert_eq!(
            (found.method.as_str(), found.uid.as_deref()),
            ("REQUEST", Some("u-1"))
        );
        assert_eq!(found.summary.as_deref(), Some("Hearing, room 4"));
        assert_eq!(found.zone.as_deref(), Some("America/New_York"));
        assert_eq!(read("Dear office", None), None);
    }
}
