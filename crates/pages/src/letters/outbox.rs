//! What waits in the post, went, failed, was held or came back: of the cases the reader may see.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{access::Deed, ids::LetterId, letters::LetterState, people::Way};
use jiff::Timestamp;
use serde::Deserialize;
use store::letters::PostLine;

use super::{
    shown::{state_pill, trouble},
    view::{OutboxView, outbox_page},
};
use crate::{
    app::{PageError, Visit},
    ui::{
        form::{Act, act},
        icon::Icon,
        list::Row,
        shell::{Place, Shell},
        table::Pager,
        tabs::Tab,
    },
    words::dates,
};

/// Letters on one page.
const LINES: usize = 50;

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    show: String,
    #[serde(default)]
    before: String,
}

/// The views of the post, the first one shown when nothing is asked for.
const VIEWS: [(&str, &str, &[LetterState]); 4] = [
    (
        "waiting",
        "letters-view-waiting",
        &[LetterState::Queued, LetterState::Sending],
    ),
    (
        "stopped",
        "letters-view-stopped",
        &[LetterState::Failed, LetterState::Held],
    ),
    ("sent", "letters-view-sent", &[LetterState::Sent]),
    ("returned", "letters-view-returned", &[LetterState::Returned]),
];

pub async fn outbox(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let shown = VIEWS.iter().find(|(word, ..)| *word == asked.show);
    let before = key(&asked.before);
    let mut lines = match shown {
        Some((_, _, states)) => store::letters::post_in(&mut look, states, before, limit).await?,
        None => store::letters::post(&mut look, before, limit).await?,
    };
    drop(look);
    let has_older = lines.len() > LINES;
    lines.truncate(LINES);
    desk.record_read(visit.actor(), None, "outbox", visit.visitor.office.id.0)
        .await?;
    let shell = visit.shell(Place::Letters).await?;
    let w = visit.words;
    let older = lines.last().filter(|_| has_older).map(|last| {
        let at = last.queued_at.as_microsecond();
        format!("/outbox?show={}&before={at}.{}", asked.show, last.id)
    });
    let view = OutboxView {
        sub: w.t(if visit.app.settings.outbox_folder.is_some() {
            "letters-sub-folder"
        } else {
            "letters-sub-smtp"
        }),
        overrides_href: visit
            .actor()
            .may(Deed::OverrideGate)
            .then(|| "/overrides".to_owned()),
        tabs: tabs(&visit, &asked),
        rows: lines.iter().map(|line| row(&visit, &shell, line)).collect(),
        pager: Pager {
            newer: (!asked.before.is_empty()).then(|| format!("/outbox?show={}", asked.show)),
            older,
            note: String::new(),
        },
    };
    Ok(outbox_page(&shell, &view).into_response())
}

fn tabs(visit: &Visit, asked: &Asked) -> Vec<Tab> {
    let tab = |word: &str, key: &str| Tab {
        href: if word.is_empty() {
            "/outbox".to_owned()
        } else {
            format!("/outbox?show={word}")
        },
        text: visit.words.t(key),
        is_here: asked.show == word,
        ..Tab::default()
    };
    let mut all = vec![tab("", "letters-view-all")];
    all.extend(VIEWS.iter().map(|(word, key, _)| tab(word, key)));
    all
}

fn row(visit: &Visit, shell: &Shell, line: &PostLine) -> Row {
    let w = visit.words;
    let mut meta = vec![w.word("way", line.way.as_str())];
    if let Some(file) = file_of(visit, line) {
        meta.push(file);
    }
    let stopped = matches!(line.state, LetterState::Failed | LetterState::Held);
    if let Some(error) = line
        .last_error
        .as_deref()
        .filter(|_| line.state != LetterState::Sent)
    {
        meta.push(trouble(w, error));
    }
    let retry = Act::new(format!("/letters/{}/again", line.id), w.t("letters-send-again"))
        .icon(Icon::RefreshCw)
        .class("btn btn--sm");
    Row {
        icon: Some(Icon::Mail),
        href: format!("/letters/{}", line.id),
        name: line.to_name.clone(),
        subject: line.subject.clone(),
        reference: line.reference.clone(),
        meta,
        pills: vec![state_pill(w, line.state)],
        when: Some(dates::in_list(w, &visit.here(), line.queued_at)),
        act: (stopped && visit.actor().may(Deed::SignLetters)).then(|| act(shell, &retry)),
        ..Row::default()
    }
}

/// The name of the file in the folder, as the letter's id and the office's mailbox make it.
fn file_of(visit: &Visit, line: &PostLine) -> Option<String> {
    visit.app.settings.outbox_folder.as_ref()?;
    let went = matches!(line.state, LetterState::Sent | LetterState::Returned);
    let domain = visit
        .visitor
        .office
        .mail_from
        .rsplit('@')
        .next()
        .unwrap_or_default();
    (went && line.way == Way::Email).then(|| format!("{}@{domain}.eml", line.id.0.simple()))
}

fn key(text: &str) -> Option<(Timestamp, LetterId)> {
    let (at, id) = text.split_once('.')?;
    Some((
        Timestamp::from_microsecond(at.parse().ok()?).ok()?,
        id.parse().ok()?,
    ))
}
