//! One question over everything the asker may see. Its digest goes into the read log, its words do not.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::cases::Reference;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use store::{
    Look,
    cases::{CaseSight, SeenCase},
    search::{CaseHit, Found, PersonHit, search, words},
};

use super::view::{NoteHit, SearchView, search_page};
use crate::{
    app::{PageError, Visit},
    ui::{
        list::{Row, RowKind},
        pill::Pill,
        shell::Place,
    },
    words::{Words, dates},
};

#[derive(Deserialize, Default)]
pub struct Question {
    #[serde(default)]
    q: String,
}

/// Most hits of one search.
const MOST: usize = 50;

pub async fn find(visit: Visit, Query(question): Query<Question>) -> Result<Response, PageError> {
    let shell = visit.shell(Place::Elsewhere).await?;
    let query = question.q.trim().to_owned();
    let mut view = SearchView {
        query: query.clone(),
        ..SearchView::default()
    };
    if !query.is_empty() {
        let mut look = visit.house().desk().look(visit.actor()).await?;
        view.exact = exact(&mut look, &visit, &query).await?;
        let found = search(&mut look, &query, MOST).await?;
        drop(look);
        fill(&mut view, &visit, &query, &found);
        let digest = Sha256::digest(words(&query).join(" "));
        let id = uuid::Builder::from_slice(&digest[..16])
            .expect("sixteen bytes")
            .into_uuid();
        visit
            .house()
            .desk()
            .record_read(visit.actor(), None, "searches", id)
            .await?;
    }
    Ok(search_page(&shell, &view).into_response())
}

/// A reference, read leniently, or somebody's number.
async fn exact(look: &mut Look<'_>, visit: &Visit, query: &str) -> Result<Option<Row>, PageError> {
    if let Ok(reference) = query.parse::<Reference>() {
        let reference = reference.to_string();
        return Ok(match look.case(&reference).await? {
            CaseSight::Full(case) => Some(case_row(visit, &case)),
            CaseSight::Exists(restricted) => Some(Row {
                href: format!("/cases/{}", restricted.reference),
                name: restricted.reference,
                subject: visit.words.t("search-restricted"),
                ..Row::default()
            }),
            CaseSight::Nothing => None,
        });
    }
    for blind in visit.house().blind_indexes(visit.actor().office_id, query) {
        if let Some(person) = store::search::by_identifier(look, &blind)
            .await?
            .into_iter()
            .next()
        {
            return Ok(Some(person_row(&person)));
        }
    }
    Ok(None)
}

fn case_row(visit: &Visit, case: &SeenCase) -> Row {
    Row {
        href: format!("/cases/{}", case.reference),
        name: case.title.clone(),
        reference: case.reference.clone(),
        pills: closed_pill(visit.words, case.is_open()),
        when: Some(dates::day_in_list(visit.words, &visit.here(), case.opened_on)),
        ..Row::default()
    }
}

fn closed_pill(words: &Words, open: bool) -> Vec<Pill> {
    if open {
        Vec::new()
    } else {
        vec![Pill::plain(words.t("cases-closed"))]
    }
}

fn hit_row(visit: &Visit, hit: &CaseHit) -> Row {
    Row {
        href: format!("/cases/{}", hit.reference),
        name: if hit.person.is_empty() {
            visit.words.t("search-person-unknown")
        } else {
            hit.person.clone()
        },
        subject: hit.title.clone(),
        reference: hit.reference.clone(),
        pills: closed_pill(visit.words, hit.open),
        when: Some(dates::in_list(visit.words, &visit.here(), hit.opened_at)),
        ..Row::default()
    }
}

fn person_row(hit: &PersonHit) -> Row {
    Row {
        href: format!("/people/{}", hit.id),
        name: hit.full_name.clone(),
        icon: Some(crate::ui::icon::Icon::UsersRound),
        kind: RowKind::Plain,
        ..Row::default()
    }
}

fn fill(view: &mut SearchView, visit: &Visit, query: &str, found: &Found) {
    view.people = found.people.iter().map(person_row).collect();
    view.cases = found.cases.iter().map(|hit| hit_row(visit, hit)).collect();
    let asked = words(query);
    view.notes = found
        .notes
        .iter()
        .map(|(hit, body)| NoteHit {
            href: format!("/cases/{}", hit.reference),
            who: hit.person.clone(),
            reference: hit.reference.clone(),
            when: dates::in_list(visit.words, &visit.here(), hit.opened_at),
            pieces: pieces(body, &asked),
        })
        .collect();
}

/// The text around the first word that was asked for, cut so that every second piece is one of those words.
fn pieces(body: &str, asked: &[String]) -> Vec<String> {
    let tokens: Vec<&str> = body.split_inclusive(char::is_whitespace).collect();
    let is_asked = |token: &str| {
        let plain = store::search::analyse(token);
        asked
            .iter()
            .any(|w| plain.split(' ').any(|p| p.starts_with(w.as_str())))
    };
    let first = tokens.iter().position(|t| is_asked(t)).unwrap_or(0);
    let from = first.saturating_sub(12);
    let mut out = vec![if from > 0 {
        "… ".to_owned()
    } else {
        String::new()
    }];
    for token in tokens.iter().skip(from).take(36) {
        if is_asked(token) {
            out.push((*token).to_owned());
            out.push(String::new());
        } else if let Some(last) = out.last_mut() {
            last.push_str(token);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_second_piece_is_what_was_asked_for() {
        let found = pieces("She asked about her pension again.", &["pension".into()]);
        assert_eq!(found, ["She asked about her ", "pension ", "again."]);
    }
}
