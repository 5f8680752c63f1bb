//! Every decision against the gate, for those who may make one: who decided what, when, and in which words.

use std::collections::HashMap;

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{
    consents::Override,
    ids::{OverrideId, StaffId},
};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;

use crate::{
    app::{PageError, Visit},
    ui::{
        empty::{Empty, empty},
        head::page_head,
        icon::Icon,
        shell::{Place, page},
        table::{Cell, Pager, Table, pager, table},
    },
    words::dates,
};

/// Lines on one page.
const LINES: usize = 50;

/// The last line of the page before.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    before: String,
}

pub async fn overrides(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let mut all = store::consents::seen_overrides(&mut look, key(&asked.before), limit).await?;
    drop(look);
    let has_older = all.len() > LINES;
    all.truncate(LINES);
    desk.record_read(visit.actor(), None, "overrides", visit.visitor.office.id.0)
        .await?;
    let names = desk.names(visit.actor()).await?;
    let older = all.last().filter(|_| has_older).map(|(last, _)| {
        format!(
            "/overrides?before={}.{}",
            last.recorded_at.as_microsecond(),
            last.id
        )
    });
    let turning = Pager {
        newer: (!asked.before.is_empty()).then(|| "/overrides".to_owned()),
        older,
        note: String::new(),
    };
    let shell = visit.shell(Place::Elsewhere).await?;
    let w = visit.words;
    let main = html! {
        (page_head(&w.t("consents-overrides"), &w.t("consents-overrides-sub"), &html! {}))
        (list(&visit, &all, &names))
        (pager(w, &turning))
    };
    Ok(page(&shell, &w.t("consents-overrides"), &main).into_response())
}

fn list(visit: &Visit, all: &[(Override, String)], names: &HashMap<StaffId, String>) -> Markup {
    let w = visit.words;
    if all.is_empty() {
        return html! {
            div class="card" { (empty(&Empty {
                icon: Icon::ShieldCheck,
                title: w.t("consents-overrides-none-title"),
                text: w.t("consents-overrides-none"),
                link: None,
            })) }
        };
    }
    let rows = all
        .iter()
        .map(|(one, reference)| row(visit, one, reference, names));
    let heads = [
        "consents-overrides-on",
        "consents-overrides-case",
        "consents-overrides-agency",
        "consents-overrides-by",
        "consents-overrides-ground",
        "consents-overrides-words",
    ];
    table(&Table {
        caption: w.t("consents-overrides"),
        heads: heads.iter().map(|key| w.t(key)).collect(),
        rows: rows.collect(),
    })
}

fn row(visit: &Visit, one: &Override, reference: &str, names: &HashMap<StaffId, String>) -> Vec<Cell> {
    let w = visit.words;
    let when = dates::day_and_time(w, &visit.here(), one.recorded_at);
    let inquiry = format!("/cases/{reference}/inquiries/{}", one.inquiry_id);
    let ground = one.lawful_basis.map_or_else(
        || w.t("consents-overrides-no-ground"),
        |basis| w.word("lawful", basis.as_str()),
    );
    vec![
        Cell::Made(when.html()),
        Cell::Made(html! { a class="num" href=(inquiry) { bdi { (reference) } } }),
        Cell::text(visit.house().agency_title(&one.agency)),
        Cell::text(w.tr(
            "consents-overrides-who",
            &[
                (
                    "name",
                    names.get(&one.decided_by).cloned().unwrap_or_default().into(),
                ),
                ("role", w.word("staff-role", one.role.as_str()).into()),
            ],
        )),
        Cell::text(ground),
        Cell::text(one.reason.clone()),
    ]
}

fn key(text: &str) -> Option<(Timestamp, OverrideId)> {
    let (at, id) = text.split_once('.')?;
    Some((
        Timestamp::from_microsecond(at.parse().ok()?).ok()?,
        id.parse().ok()?,
    ))
}
