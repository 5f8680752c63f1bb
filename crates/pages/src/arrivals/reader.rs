//! The open arrival: its text first, what it quotes folded, who it may be from and why it stands here.

use actions::arrivals::{Likely, who_may_it_be};
use domain::{
    arrivals::{Arrival, ArrivalChannel, Verdict},
    ids::CaseId,
};
use store::Look;

use super::{
    list::{reason, sender, subject, verdict_pill},
    panels::{self, Refused, Who},
    view::{Attachment, Reader},
};
use crate::{
    app::{PageError, Visit},
    ui::{
        card::{CheckLine, CheckState},
        icon::Icon,
        match_card::MatchCard,
        pill::{Pill, Tone},
    },
    words::{Words, dates},
};

pub async fn reader(
    visit: &Visit,
    look: &mut Look<'_>,
    arrival: &Arrival,
    refused: Option<Refused>,
) -> Result<Reader, PageError> {
    let w = visit.words;
    let here = visit.here();
    let files = store::arrivals::files(look, arrival).await?;
    let likely = who_may_it_be(look, arrival, here.today()).await?;
    let when = dates::day_and_time(w, &here, arrival.received_at).text;
    let channel = w.t(&format!("channel-{}", arrival.channel));
    let mut reader = Reader {
        verdict: verdict_pill(w, arrival.verdict),
        received: w.tr(
            "arrivals-received-plain",
            &[("channel", (&channel).into()), ("when", (&when).into())],
        ),
        raw_href: if arrival.raw_object.is_some() {
            format!("/arrivals/{}/raw", arrival.id)
        } else {
            String::new()
        },
        subject: subject(w, &arrival.subject, ""),
        from_name: sender(w, &arrival.from_name, ""),
        from_address: arrival.from_address.clone(),
        text: arrival.new_text.trim().to_owned(),
        quoted: quoted(w, &arrival.quoted_text),
        signature: arrival.signature.trim().to_owned(),
        html_href: arrival
            .html
            .is_some()
            .then(|| format!("/arrivals/{}/html", arrival.id)),
        attachments: files.iter().map(|f| attachment(w, &f.name, f.bytes)).collect(),
        matches: likely.iter().map(|l| match_card(w, l)).collect(),
        why: why(w, arrival),
        note: if arrival.left_out > 0 {
            w.t("arrivals-pictures-note")
        } else {
            String::new()
        },
        ..Reader::default()
    };
    if arrival.waits() {
        let who: Vec<Who> = likely
            .iter()
            .map(|l| Who {
                id: l.person.id.to_string(),
                name: l.person.full_name.clone(),
            })
            .collect();
        reader.acts = panels::acts(visit, arrival, &who, refused.as_ref());
    } else {
        reader.handled = Some(handled(visit, look, arrival).await?);
    }
    if let Some(case) = arrival.reply_to_case.filter(|_| arrival.waits()) {
        reader.match_note = answers(visit, look, case).await?;
    }
    Ok(reader)
}

fn quoted(w: &Words, text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let lines = i64::try_from(text.lines().count()).unwrap_or(i64::MAX);
    (!text.is_empty()).then(|| {
        (
            w.tr("arrivals-earlier-text", &[("n", lines.into())]),
            text.to_owned(),
        )
    })
}

fn attachment(w: &Words, name: &str, bytes: i64) -> Attachment {
    Attachment {
        icon: Icon::File,
        name: name.to_owned(),
        small: size(w, bytes),
        // Nothing has looked at it for harm, so it is opened by nobody; the original holds it all the same.
        pill: Pill::new(w.t("arrivals-attachment-shut"), Tone::Warn, Icon::Lock),
        href: None,
    }
}

/// A size people can picture.
fn size(w: &Words, bytes: i64) -> String {
    match bytes {
        ..1024 => w.tr("arrivals-bytes", &[("n", bytes.into())]),
        1024..1_048_576 => w.tr("arrivals-kilobytes", &[("n", (bytes / 1024).into())]),
        _ => w.tr("arrivals-megabytes", &[("n", (bytes / 1_048_576).into())]),
    }
}

fn match_card(w: &Words, likely: &Likely) -> MatchCard {
    let strong = likely.is_strong();
    let (key, tone) = if strong {
        ("arrivals-match-strong", Tone::Warn)
    } else {
        ("arrivals-match-weak", Tone::Plain)
    };
    MatchCard {
        name: likely.person.full_name.clone(),
        href: Some(format!("/people/{}", likely.person.id)),
        pill: Pill::new(w.t(key), tone, Icon::UserRound),
        reasons: likely
            .found
            .parts
            .iter()
            .map(|part| w.t(&format!("match-{}", part.reason.as_str())))
            .collect(),
        is_strong: strong,
        acts: Vec::new(),
    }
}

fn why(w: &Words, arrival: &Arrival) -> Vec<CheckLine> {
    let state = match arrival.verdict {
        Verdict::ToRead | Verdict::ReplyToCase => CheckState::Ok,
        Verdict::Bounce | Verdict::Unreadable => CheckState::No,
        Verdict::AutoReply | Verdict::ListOrBulk | Verdict::Calendar => CheckState::Open,
    };
    let mut lines: Vec<CheckLine> = arrival
        .because
        .iter()
        .map(|b| CheckLine::new(state, reason(w, b)))
        .collect();
    if arrival.channel == ArrivalChannel::Email && arrival.waits() {
        lines.push(CheckLine::new(
            CheckState::Ask,
            w.t("arrivals-why-no-answer-by-itself"),
        ));
    }
    lines
}

async fn handled(
    visit: &Visit,
    look: &mut Look<'_>,
    arrival: &Arrival,
) -> Result<(String, Option<(String, String)>), PageError> {
    let w = visit.words;
    let mut text = w.t(&format!("fate-{}", arrival.fate));
    if let Some(reason) = arrival.fate_reason.as_deref().filter(|r| !r.is_empty()) {
        text = format!("{text}: {reason}");
    }
    let link = match arrival.fate_case {
        None => None,
        Some(case) => look
            .case_by_id(case)
            .await?
            .map(|c| (format!("/cases/{}", c.reference), c.reference.clone())),
    };
    Ok((text, link))
}

/// The case it seems to answer, in words.
async fn answers(visit: &Visit, look: &mut Look<'_>, case: CaseId) -> Result<String, PageError> {
    let found = look.case_by_id(case).await?;
    Ok(found.map_or_else(String::new, |c| {
        let key = if c.is_open() {
            "arrivals-answers-case"
        } else {
            "arrivals-answers-closed-case"
        };
        visit.words.tr(
            key,
            &[("reference", (&c.reference).into()), ("title", (&c.title).into())],
        )
    }))
}
