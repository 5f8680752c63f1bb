//! The whole office's ledger, for those who watch over it, and the walk that checks every line of it.

use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use maud::Markup;
use serde::Deserialize;
use store::ledger::{Fault, LedgerLine, Verified};

use super::{
    of_case::zone_name,
    rows::{rows, seal},
    view::{LedgerView, ledger_page},
};
use crate::{
    app::{PageError, Posted, Visit},
    ui::{
        card::Fact,
        head::{Crumb, RecordHead},
        ledger_table::{ChainState, VerifyCard},
        shell::Place,
        table::Pager,
    },
    words::dates,
};

/// Lines on one page.
const LINES: usize = 100;

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    before: Option<i64>,
}

pub async fn office(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    Ok(show(&visit, &asked, None).await?.into_response())
}

/// Walks the chain and the rows now. It takes as long as the ledger is.
pub async fn check(visit: Visit, _: Posted) -> Result<Response, PageError> {
    let desk = visit.house().desk();
    let checked = store::ledger::verify(desk.database(), visit.actor().office_id).await?;
    Ok(show(&visit, &Asked::default(), Some(checked))
        .await?
        .into_response())
}

/// The whole ledger in a file that anybody can check without the database.
pub async fn proof(visit: Visit) -> Result<Response, PageError> {
    let desk = visit.house().desk();
    let office = visit.actor().office_id;
    desk.record_read(visit.actor(), None, "proofs", office.0).await?;
    let mut file = Vec::new();
    store::ledger::export(desk.database(), office, &mut file).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/jsonl"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"ledger.jsonl\"",
        ),
    ];
    Ok((headers, file).into_response())
}

async fn show(
    visit: &Visit,
    asked: &Asked,
    checked: Option<Result<Verified, Fault>>,
) -> Result<Markup, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let lines = store::ledger::lines(&mut look, asked.before, limit).await?;
    drop(look);
    let mut lines = lines.ok_or(PageError::NotFound)?;
    let more = lines.len() > LINES;
    lines.truncate(LINES);
    let (w, here) = (visit.words, visit.here());
    let names = desk.names(visit.actor()).await?;
    let view = LedgerView {
        head: RecordHead {
            crumbs: vec![Crumb::here(w.t("ledger-short"))],
            title: w.t("ledger-title"),
            pills: Vec::new(),
            lede: w.t("ledger-office-lede"),
        },
        title: w.t("ledger-short"),
        verify: card(visit, &lines, checked),
        filters: Vec::new(),
        note: w.tr("ledger-note", &[("zone", zone_name(visit).into())]),
        rows: rows(visit, &here, &names, &lines),
        pager: Pager {
            newer: asked.before.map(|_| "/admin/ledger".into()),
            older: lines
                .last()
                .filter(|_| more)
                .map(|line| format!("/admin/ledger?before={}", line.seq)),
            note: String::new(),
        },
        who_looked: Vec::new(),
        proof_href: Some("/admin/ledger/proof".into()),
        command: "casework verify --export ledger.jsonl".into(),
    };
    Ok(ledger_page(&visit.shell(Place::Elsewhere).await?, &view))
}

fn card(visit: &Visit, lines: &[LedgerLine], checked: Option<Result<Verified, Fault>>) -> VerifyCard {
    let (w, here) = (visit.words, visit.here());
    let newest = lines.first();
    let when = dates::in_list(w, &here, here.now).text;
    let (state, title, text) = match checked {
        None => (
            ChainState::NotChecked,
            w.t("ledger-not-checked"),
            w.t("ledger-not-checked-text"),
        ),
        Some(Ok(verified)) => {
            let args = [("n", verified.lines.into()), ("when", when.into())];
            (
                ChainState::Unbroken,
                w.t("ledger-unbroken"),
                w.tr("ledger-unbroken-text", &args),
            )
        }
        Some(Err(fault)) => {
            let text = w.tr("ledger-broken-why", &[("why", fault.to_string().into())]);
            (ChainState::Broken, w.t("ledger-broken-title"), text)
        }
    };
    VerifyCard {
        state,
        title,
        text,
        facts: newest
            .map(|line| Fact::new(w.t("ledger-newest"), line.seq.to_string()))
            .into_iter()
            .collect(),
        last_seal: newest.map_or_else(String::new, |line| seal(&line.fingerprint)),
        check_url: Some("/admin/ledger/check".into()),
    }
}
