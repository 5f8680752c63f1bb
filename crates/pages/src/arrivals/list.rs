//! The list by verdict, and the open arrival beside it. Opening one is recorded before it is shown.

use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    arrivals::{ArrivalChannel, Because, Verdict},
    ids::ArrivalId,
};
use jiff::Timestamp;
use serde::Deserialize;
use store::arrivals::{ArrivalFilter, ArrivalLine};

use super::{
    panels::Shown,
    reader,
    view::{ArrivalGroup, ArrivalsView, BatchSetAside, arrivals_page},
};
use crate::{
    app::{PageError, Visit},
    ui::{
        arrival_row::ArrivalRow,
        form::Choice,
        icon::Icon,
        list::GroupHead,
        pill::{Pill, Tone},
        shell::Place,
        table::Pager,
        tabs::Tab,
    },
    words::{Arg, Words, dates},
};

/// Rows of one page.
const PAGE: i64 = 50;

#[derive(Deserialize, Default, Clone)]
pub struct Asked {
    /// A verdict's word, `done` for what was dealt with, empty for all that wait.
    #[serde(default)]
    pub verdict: String,
    /// The last one shown, as `microseconds_id`.
    #[serde(default)]
    pub after: String,
}

pub async fn all(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    show(&visit, &asked, None).await
}

pub async fn one(
    visit: Visit,
    Path(id): Path<ArrivalId>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    show(&visit, &asked, Some(Shown { id, act: None })).await
}

/// The page with one arrival open, perhaps with the act that needs another look.
pub async fn show(visit: &Visit, asked: &Asked, shown: Option<Shown>) -> Result<Response, PageError> {
    let shell = visit.shell(Place::Arrivals).await?;
    let filter = filter_of(asked);
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let lines = store::arrivals::page(&mut look, filter, after_of(asked), PAGE).await?;
    let counts = store::arrivals::counts(&mut look).await?;
    let open = match &shown {
        None => None,
        Some(shown) => Some(
            store::arrivals::one(&mut look, shown.id)
                .await?
                .ok_or(PageError::NotFound)?,
        ),
    };
    let mut view = ArrivalsView {
        sub: visit.words.tr("arrivals-sub", &[("n", waiting(&counts).into())]),
        tabs: tabs(visit, asked, &counts),
        groups: groups(visit, filter, &lines, open.as_ref().map(|a| a.id)),
        pager: pager(asked, &lines),
        reader: None,
        batch: (filter != ArrivalFilter::Decided).then(|| batch(visit)),
    };
    let refused = shown.as_ref().is_some_and(|s| s.act.is_some());
    if let (Some(arrival), Some(shown)) = (&open, shown) {
        view.reader = Some(reader::reader(visit, &mut look, arrival, shown.act).await?);
        drop(look);
        let case = arrival.reply_to_case.or(arrival.fate_case);
        visit
            .house()
            .desk()
            .record_read(visit.actor(), case, "arrivals", arrival.id.0)
            .await?;
    }
    let status = if refused {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, arrivals_page(&shell, &view)).into_response())
}

fn filter_of(asked: &Asked) -> ArrivalFilter {
    match asked.verdict.as_str() {
        "done" => ArrivalFilter::Decided,
        word => word
            .parse()
            .map_or(ArrivalFilter::Waiting, ArrivalFilter::WaitingVerdict),
    }
}

fn after_of(asked: &Asked) -> Option<(Timestamp, ArrivalId)> {
    let (at, id) = asked.after.split_once('_')?;
    Some((
        Timestamp::from_microsecond(at.parse().ok()?).ok()?,
        id.parse().ok()?,
    ))
}

fn pager(asked: &Asked, lines: &[ArrivalLine]) -> Pager {
    let full = i64::try_from(lines.len()).is_ok_and(|n| n == PAGE);
    let older = lines.last().filter(|_| full).map(|last| {
        let at = last.received_at.as_microsecond();
        format!("/arrivals?verdict={}&after={at}_{}", asked.verdict, last.id)
    });
    let newer = (!asked.after.is_empty()).then(|| format!("/arrivals?verdict={}", asked.verdict));
    Pager {
        newer,
        older,
        note: String::new(),
    }
}

fn waiting(counts: &[(Verdict, i64)]) -> i64 {
    counts
        .iter()
        .filter(|(v, _)| group_of(*v) != Group::Nothing)
        .map(|(_, n)| n)
        .sum()
}

/// The heading an arrival stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Read,
    Replies,
    Nothing,
    Quarantined,
}

const fn group_of(verdict: Verdict) -> Group {
    match verdict {
        Verdict::ToRead => Group::Read,
        Verdict::ReplyToCase => Group::Replies,
        Verdict::Bounce | Verdict::AutoReply | Verdict::ListOrBulk | Verdict::Calendar => Group::Nothing,
        Verdict::Unreadable => Group::Quarantined,
    }
}

fn tabs(visit: &Visit, asked: &Asked, counts: &[(Verdict, i64)]) -> Vec<Tab> {
    let w = visit.words;
    let of = |verdict: Verdict| counts.iter().find(|(v, _)| *v == verdict).map_or(0, |(_, n)| *n);
    let tab = |word: &str, text: String, n: i64| Tab {
        href: if word.is_empty() {
            "/arrivals".into()
        } else {
            format!("/arrivals?verdict={word}")
        },
        text,
        count: u64::try_from(n).ok().filter(|n| *n > 0),
        is_hot: word == "unreadable",
        is_here: asked.verdict == word,
    };
    let mut tabs = vec![
        tab("", w.t("arrivals-tab-waiting"), 0),
        tab("to-read", w.t("arrivals-tab-person"), of(Verdict::ToRead)),
        tab(
            "reply-to-case",
            w.t("arrivals-tab-replies"),
            of(Verdict::ReplyToCase),
        ),
    ];
    for verdict in [
        Verdict::Bounce,
        Verdict::AutoReply,
        Verdict::ListOrBulk,
        Verdict::Calendar,
    ] {
        if of(verdict) > 0 {
            tabs.push(tab(
                verdict.as_str(),
                w.t(&format!("verdict-{verdict}")),
                of(verdict),
            ));
        }
    }
    tabs.push(tab(
        "unreadable",
        w.t("arrivals-tab-quarantined"),
        of(Verdict::Unreadable),
    ));
    tabs.push(tab("done", w.t("arrivals-group-done"), 0));
    tabs
}

fn groups(
    visit: &Visit,
    filter: ArrivalFilter,
    lines: &[ArrivalLine],
    open: Option<ArrivalId>,
) -> Vec<ArrivalGroup> {
    let w = visit.words;
    let here = visit.here();
    let rows = |of: &dyn Fn(&ArrivalLine) -> bool| -> Vec<ArrivalRow> {
        lines
            .iter()
            .filter(|l| of(l))
            .map(|l| row(visit, &here, l, open, filter))
            .collect()
    };
    let group = |id: &str, key: &str, note: String, rows: Vec<ArrivalRow>| ArrivalGroup {
        head: GroupHead {
            id: id.into(),
            title: w.t(key),
            count: rows.len() as u64,
            note,
        },
        rows,
        more: None,
    };
    let all = if filter == ArrivalFilter::Decided {
        vec![group(
            "g-done",
            "arrivals-group-done",
            w.t("arrivals-group-done-note"),
            rows(&|_| true),
        )]
    } else {
        let of = |wanted: Group| rows(&move |l: &ArrivalLine| group_of(l.verdict) == wanted);
        vec![
            group(
                "g-read",
                "arrivals-group-read",
                oldest(visit, &here, lines),
                of(Group::Read),
            ),
            group(
                "g-replies",
                "arrivals-group-replies",
                w.t("arrivals-group-replies-note"),
                of(Group::Replies),
            ),
            group(
                "g-nothing",
                "arrivals-group-nothing",
                w.t("arrivals-group-nothing-note"),
                of(Group::Nothing),
            ),
            group(
                "g-shut",
                "arrivals-group-quarantined",
                w.t("arrivals-group-quarantined-note"),
                of(Group::Quarantined),
            ),
        ]
    };
    all.into_iter().filter(|g| !g.rows.is_empty()).collect()
}

fn oldest(visit: &Visit, here: &dates::Here, lines: &[ArrivalLine]) -> String {
    let first = lines
        .iter()
        .filter(|l| group_of(l.verdict) == Group::Read)
        .map(|l| l.received_at)
        .min();
    first.map_or_else(String::new, |at| {
        let hours = here.now.duration_since(at).as_hours();
        let how_long = if hours < 24 {
            visit.words.tr("arrivals-hours", &[("n", hours.max(1).into())])
        } else {
            dates::days(visit.words, hours / 24)
        };
        visit
            .words
            .tr("arrivals-group-read-note", &[("how-long", (&how_long).into())])
    })
}

fn row(
    visit: &Visit,
    here: &dates::Here,
    line: &ArrivalLine,
    open: Option<ArrivalId>,
    filter: ArrivalFilter,
) -> ArrivalRow {
    let w = visit.words;
    let decided = filter == ArrivalFilter::Decided;
    let why = if decided {
        w.t(&format!("fate-{}", line.fate))
    } else {
        why(w, &line.because)
    };
    ArrivalRow {
        select: (!decided).then(|| line.id.to_string()),
        href: format!("/arrivals/{}", line.id),
        from: sender(w, &line.from_name, &line.from_address),
        subject: subject(w, &line.subject, &line.begins),
        channel: channel_icon(line.channel),
        when: dates::in_list(w, here, line.received_at),
        verdict: verdict_pill(w, line.verdict),
        why,
        is_open: open == Some(line.id),
    }
}

pub fn sender(w: &Words, name: &str, address: &str) -> String {
    let known = [name, address].into_iter().find(|t| !t.trim().is_empty());
    known.map_or_else(|| w.t("arrivals-nobody-named"), str::to_owned)
}

pub fn subject(w: &Words, subject: &str, begins: &str) -> String {
    let words = [subject.trim(), begins.trim()]
        .into_iter()
        .find(|t| !t.is_empty());
    words.map_or_else(|| w.t("arrivals-no-subject"), |t| t.chars().take(120).collect())
}

pub const fn channel_icon(channel: ArrivalChannel) -> Icon {
    match channel {
        ArrivalChannel::Email => Icon::Mail,
        ArrivalChannel::Phone => Icon::Phone,
        ArrivalChannel::WalkIn => Icon::UsersRound,
        ArrivalChannel::Letter => Icon::File,
        ArrivalChannel::WebForm => Icon::Globe,
    }
}

/// The verdict as a mark.
pub fn verdict_pill(w: &Words, verdict: Verdict) -> Pill {
    let (tone, icon) = match verdict {
        Verdict::ToRead => (Tone::Accent, Icon::BookOpen),
        Verdict::ReplyToCase => (Tone::Info, Icon::Reply),
        Verdict::Bounce => (Tone::Warn, Icon::MailX),
        Verdict::AutoReply => (Tone::Plain, Icon::Bot),
        Verdict::ListOrBulk => (Tone::Plum, Icon::Megaphone),
        Verdict::Calendar => (Tone::Plain, Icon::Calendar),
        Verdict::Unreadable => (Tone::Danger, Icon::ShieldX),
    };
    Pill::new(w.t(&format!("verdict-{verdict}")), tone, icon)
}

/// The first reason in words.
fn why(w: &Words, because: &[Because]) -> String {
    because.first().map(|b| reason(w, b)).unwrap_or_default()
}

/// One reason in words.
pub fn reason(w: &Words, because: &Because) -> String {
    let args: Vec<(&str, Arg<'_>)> = because
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().into()))
        .collect();
    w.tr(&because.key, &args)
}

fn batch(visit: &Visit) -> BatchSetAside {
    BatchSetAside {
        url: "/arrivals/set-aside".into(),
        reasons: set_aside_reasons(visit.words),
    }
}

/// The reasons for setting something aside, each a whole sentence in the record.
pub fn set_aside_reasons(w: &Words) -> Vec<Choice> {
    ["spam", "duplicate", "empty", "not-for-us", "other"]
        .iter()
        .map(|word| {
            let text = w.t(&format!("arrivals-set-aside-{word}"));
            Choice::new(text.clone(), text)
        })
        .collect()
}
