//! What was done to one case and who looked at it. Looking at this page is a look too.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use domain::ids::StaffId;
use jiff::Timestamp;
use serde::Deserialize;
use store::ledger::{LedgerLine, looks_at_case, who_looked, writes_of_case};

use super::{
    rows::{name_of, rows, seal},
    view::{LedgerView, ledger_page},
};
use crate::{
    app::{PageError, Visit},
    cases::{head_below, reference},
    ui::{
        card::{Fact, MiniLine},
        ledger_table::{ChainState, VerifyCard},
        pill::Tone,
        shell::Place,
        table::Pager,
        tabs::Tab,
    },
    words::dates,
};

/// Lines on one page; those of one batch of looks stay together.
const LINES: usize = 50;

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// `wrote`, `read`; empty for both.
    #[serde(default)]
    show: String,
    #[serde(default)]
    before: Option<i64>,
}

pub async fn of_case(
    visit: Visit,
    Path(typed): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let right = reference::read(&typed)?;
    if let Some(elsewhere) = reference::elsewhere(&typed, &right, "/ledger") {
        return Ok(elsewhere);
    }
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let case = reference::seen(&mut look, &right).await?;
    let limit = i64::try_from(LINES * 2).unwrap_or(i64::MAX);
    let mut lines = Vec::new();
    if asked.show != "read" {
        lines.extend(writes_of_case(&mut look, &case, asked.before, limit).await?);
    }
    if asked.show != "wrote" {
        lines.extend(looks_at_case(&mut look, &case, asked.before, limit).await?);
    }
    let looked = who_looked(&mut look, &case).await?;
    drop(look);
    desk.record_read(visit.actor(), Some(case.id), "ledger", case.id.0)
        .await?;
    let names = desk.names(visit.actor()).await?;
    let (lines, older) = one_page(lines);
    let (w, here) = (visit.words, visit.here());
    let lede = dates::day_in_words(w, &here, case.opened_on).text;
    let view = LedgerView {
        head: head_below(
            &visit,
            &case,
            &w.t("ledger-title"),
            &w.tr("ledger-lede", &[("day", lede.into())]),
        ),
        title: format!("{} – {}", w.t("ledger-short"), case.reference),
        verify: how_to_check(&visit, lines.first()),
        filters: tabs(&visit, &case.reference, &asked),
        note: w.tr("ledger-note", &[("zone", zone_name(&visit).into())]),
        rows: rows(&visit, &here, &names, &lines),
        pager: pager(&case.reference, &asked, older),
        who_looked: faces(&visit, case.owner_id, &looked, |id| name_of(w, &names, id)),
        proof_href: None,
        command: "casework verify --export ledger.jsonl".into(),
    };
    Ok(ledger_page(&visit.shell(Place::Cases).await?, &view).into_response())
}

/// The newest lines, and the number the next page begins before. A batch's looks are not torn apart.
fn one_page(mut lines: Vec<LedgerLine>) -> (Vec<LedgerLine>, Option<i64>) {
    lines.sort_by_key(|line| std::cmp::Reverse((line.seq, line.at)));
    let Some(last) = lines.get(LINES).map(|line| line.seq) else {
        return (lines, None);
    };
    let end = lines
        .iter()
        .position(|line| line.seq < last)
        .unwrap_or(lines.len());
    let older = end < lines.len();
    lines.truncate(end);
    (lines, older.then_some(last))
}

fn tabs(visit: &Visit, reference: &str, asked: &Asked) -> Vec<Tab> {
    let tab = |word: &str, key: &str| Tab {
        href: if word.is_empty() {
            format!("/cases/{reference}/ledger")
        } else {
            format!("/cases/{reference}/ledger?show={word}")
        },
        text: visit.words.t(key),
        is_here: asked.show == word,
        ..Tab::default()
    };
    vec![
        tab("", "ledger-show-all"),
        tab("wrote", "ledger-show-wrote"),
        tab("read", "ledger-show-read"),
    ]
}

fn pager(reference: &str, asked: &Asked, older: Option<i64>) -> Pager {
    let show = if asked.show.is_empty() {
        String::new()
    } else {
        format!("show={}&", asked.show)
    };
    Pager {
        newer: asked
            .before
            .map(|_| format!("/cases/{reference}/ledger?{}", show.trim_end_matches('&'))),
        older: older.map(|seq| format!("/cases/{reference}/ledger?{show}before={seq}")),
        note: String::new(),
    }
}

/// The last seal to compare with, and that checking is a command anybody with the office's file can give.
fn how_to_check(visit: &Visit, newest: Option<&LedgerLine>) -> VerifyCard {
    let w = visit.words;
    let seals = newest.filter(|line| !line.fingerprint.is_empty());
    VerifyCard {
        state: ChainState::NotChecked,
        title: w.t("ledger-check-title"),
        text: w.t("ledger-check-text"),
        facts: newest
            .map(|line| Fact::new(w.t("ledger-newest"), line.seq.to_string()))
            .into_iter()
            .collect(),
        last_seal: seals.map_or_else(String::new, |line| seal(&line.fingerprint)),
        check_url: None,
    }
}

/// Who looked: the owner first, then by name. No counts: reads are no measure of anybody's work.
fn faces(
    visit: &Visit,
    owner: Option<StaffId>,
    looked: &[(StaffId, Timestamp)],
    name: impl Fn(StaffId) -> String,
) -> Vec<MiniLine> {
    let (w, here) = (visit.words, visit.here());
    let mut all: Vec<(bool, String, Timestamp)> = looked
        .iter()
        .map(|(id, at)| (Some(*id) != owner, name(*id), *at))
        .collect();
    all.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    all.into_iter()
        .map(|(is_other, name, at)| {
            let when = dates::in_list(w, &here, at).text;
            let last = w.tr("ledger-last-looked", &[("when", when.into())]);
            let small = if is_other {
                last
            } else {
                format!("{}. {last}", w.t("ledger-owner"))
            };
            MiniLine::person(name, if is_other { Tone::Info } else { Tone::Accent }, small)
        })
        .collect()
}

/// The office's zone as people know it: the city.
pub fn zone_name(visit: &Visit) -> String {
    let zone = &visit.visitor.office.zone;
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(seq: i64) -> LedgerLine {
        LedgerLine {
            seq,
            at: Timestamp::UNIX_EPOCH,
            staff_id: StaffId(uuid::Uuid::nil()),
            action: "reads.opened".into(),
            object: "cases".into(),
            outcome: "done".into(),
            reason: None,
            changed: None,
            fingerprint: String::new(),
        }
    }

    #[test]
    fn a_page_ends_between_batches() {
        let all: Vec<LedgerLine> = (0..49)
            .map(|n| line(1000 - n))
            .chain((0..5).map(|_| line(900)))
            .collect();
        let (page, older) = one_page(all.into_iter().chain([line(3)]).collect());
        assert_eq!(
            (page.len(), older),
            (54, Some(900)),
            "the five looks of one batch stay on one page"
        );
        let (page, older) = one_page(vec![line(1), line(2)]);
        assert_eq!((page[0].seq, older), (2, None));
    }
}
