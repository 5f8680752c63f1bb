//! The list of people by name, and those a name, number or address finds.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{
    ids::PersonId,
    people::{ContactKind, normalise},
};
use serde::Deserialize;
use store::people::{PersonLine, candidates, list as page, list_before};

use super::view::{PeopleView, people_page};
use crate::{
    app::{PageError, Visit},
    ui::{icon::Icon, list::Row, shell::Place, table::Pager},
};

/// Rows on one page.
const ROWS: usize = 50;

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
}

pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let shell = visit.shell(Place::People).await?;
    let query = asked.q.trim().to_owned();
    let mut view = PeopleView {
        query: query.clone(),
        ..PeopleView::default()
    };
    if query.is_empty() {
        browse(&visit, &asked, &mut view).await?;
    } else {
        view.rows = found(&visit, &query).await?;
        let n = view.rows.len();
        view.sub = visit.words.tr("people-found", &[("n", n.into())]);
    }
    Ok(people_page(&shell, &view).into_response())
}

async fn browse(visit: &Visit, asked: &Asked, view: &mut PeopleView) -> Result<(), PageError> {
    let limit = i64::try_from(ROWS + 1).unwrap_or(i64::MAX);
    let key = |text: &str| text.parse::<PersonId>().ok();
    let (after, before) = (key(&asked.after), key(&asked.before));
    let is_back = before.is_some();
    let is_on = after.is_some();
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let mut lines = match before {
        Some(before) => list_before(&mut look, before, limit).await?,
        None => page(&mut look, after, limit).await?,
    };
    drop(look);
    let more = lines.len() > ROWS;
    if more && is_back {
        lines.remove(0);
    }
    lines.truncate(ROWS);
    let (has_newer, has_older) = if is_back { (more, true) } else { (is_on, more) };
    let href = |way: &str, line: Option<&PersonLine>| line.map(|line| format!("/people?{way}={}", line.id));
    view.pager = Pager {
        newer: has_newer.then(|| href("before", lines.first())).flatten(),
        older: has_older.then(|| href("after", lines.last())).flatten(),
        note: String::new(),
    };
    view.sub = visit.words.t("people-sub");
    view.rows = lines.iter().map(|line| row(visit, line)).collect();
    Ok(())
}

fn row(visit: &Visit, line: &PersonLine) -> Row {
    Row {
        href: format!("/people/{}", line.id),
        name: line.full_name.clone(),
        icon: Some(Icon::UserRound),
        meta: vec![
            visit
                .words
                .tr("people-open-cases", &[("n", line.open_cases.into())]),
        ],
        end: line.born_on.map_or_else(String::new, |on| on.year().to_string()),
        ..Row::default()
    }
}

/// By name in the index, by a number or address as it would be typed, and by a sealed number.
async fn found(visit: &Visit, query: &str) -> Result<Vec<Row>, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let mut rows: Vec<(PersonId, String)> = Vec::new();
    let norms: Vec<String> = [ContactKind::Email, ContactKind::Phone]
        .into_iter()
        .map(|kind| normalise(kind, query))
        .collect();
    for (person, _) in candidates(&mut look, &norms, Some(&domain::people::sort_key(query))).await? {
        rows.push((person.id, person.full_name));
    }
    for hit in store::search::search(&mut look, query, 50).await?.people {
        rows.push((hit.id, hit.full_name));
    }
    let mut seen = std::collections::HashSet::new();
    rows.retain(|(id, _)| seen.insert(*id));
    let row = |(id, name): (PersonId, String)| Row {
        href: format!("/people/{id}"),
        name,
        icon: Some(Icon::UserRound),
        ..Row::default()
    };
    Ok(rows.into_iter().map(row).collect())
}
