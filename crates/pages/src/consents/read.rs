//! One release, with the paper itself and everything that relied on it.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    access::Deed,
    consents::{DisclosureRecord, Release},
    documents::Document,
    ids::ReleaseId,
};

use super::{
    shown::{all_facts, state_pill},
    view::{ReleaseView, release_page},
};
use crate::{
    app::{PageError, Visit},
    cases::below::Below,
    ui::{card::MiniLine, icon::Icon, shell::Place},
    words::dates,
};

pub async fn read(
    visit: Visit,
    Path((reference, id)): Path<(String, ReleaseId)>,
) -> Result<Response, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let below = Below::of(&mut look, &reference).await?;
    let release = one(store::consents::releases(&mut look, &below.case).await?, id)?;
    let documents = store::documents::of_case(&mut look, &below.case).await?;
    let used = store::consents::disclosures_on(&mut look, release.id.0).await?;
    drop(look);
    desk.record_read(visit.actor(), Some(below.case.id), "releases", id.0)
        .await?;
    let names = desk.names(visit.actor()).await?;
    let recorder = names.get(&release.recorded_by).cloned().unwrap_or_default();
    let shell = visit.shell(Place::Cases).await?;
    let view = view_of(&visit, &below, &release, &documents, &used, &recorder);
    Ok(release_page(&shell, &view).into_response())
}

/// The release of an id among those of a case.
pub fn one(all: Vec<Release>, id: ReleaseId) -> Result<Release, PageError> {
    all.into_iter().find(|r| r.id == id).ok_or(PageError::NotFound)
}

fn view_of(
    visit: &Visit,
    below: &Below,
    release: &Release,
    documents: &[Document],
    used: &[DisclosureRecord],
    recorder: &str,
) -> ReleaseView {
    let w = visit.words;
    let title = w.tr("consents-release-of", &[("name", below.name(visit).into())]);
    let mut head = below.head(visit, title.clone(), String::new(), w.t("consents-release"));
    head.pills.push(state_pill(visit, release, visit.here().today()));
    let papers = [
        (release.document_id, "consents-field-document"),
        (release.proof_document, "consents-field-capacity-proof"),
    ];
    let documents = papers.into_iter().filter_map(|(id, label)| {
        let document = documents.iter().find(|d| Some(d.id) == id)?;
        let href = below.url(&format!("/documents/{}", document.id));
        Some(MiniLine::thing(Icon::FileText, document.name.clone(), w.t(label)).to(href))
    });
    let is_revoked = release.revoked_on.is_some();
    ReleaseView {
        title,
        head,
        facts: all_facts(visit, release, recorder),
        documents: documents.collect(),
        used_for: used.iter().map(|row| told(visit, below, row)).collect(),
        revoke_href: (!is_revoked && visit.actor().may(Deed::AskAgencies))
            .then(|| below.url(&format!("/releases/{}/revoke", release.id))),
        to_tell: to_tell(visit, used, is_revoked),
    }
}

/// Which agency was told, when and on what inquiry. The inquiry of another case is not linked from here.
pub fn told(visit: &Visit, below: &Below, row: &DisclosureRecord) -> MiniLine {
    let w = visit.words;
    let day = dates::day_and_time(w, &visit.here(), row.at).text;
    let line = MiniLine::thing(Icon::Send, visit.house().agency_title(&row.recipient), day);
    match row.inquiry_id {
        Some(inquiry) if row.case_id == below.case.id => line.to(below.url(&format!("/inquiries/{inquiry}"))),
        Some(_) | None => line,
    }
}

fn to_tell(visit: &Visit, used: &[DisclosureRecord], is_revoked: bool) -> String {
    if !is_revoked || used.is_empty() {
        return String::new();
    }
    let mut names: Vec<String> = used
        .iter()
        .map(|row| visit.house().agency_title(&row.recipient))
        .collect();
    names.sort();
    names.dedup();
    visit
        .words
        .tr("consents-to-tell", &[("names", names.join(", ").into())])
}
