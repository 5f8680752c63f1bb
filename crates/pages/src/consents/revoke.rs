//! Takes a release back. Before it is done the page says what that stops, and who was told already.

use actions::consents::revoke_release;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    consents::{DisclosureRecord, Release},
    ids::ReleaseId,
    inquiries::{Inquiry, InquiryState},
};
use maud::{Markup, html};

use super::read::{one, told};
use crate::{
    app::{
        Faults, Fields, PageError, Posted, Reading, Said, Visit, again, fault_of, go_saying, perform_once,
    },
    cases::below::Below,
    ui::{
        card::{MiniLine, card, mini},
        form::{Field, Input},
        form_page::{FormPage, FormSection, form_page},
        icon::Icon,
        shell::Place,
    },
};

/// What the page needs to say what stops.
struct Before {
    below: Below,
    release: Release,
    inquiries: Vec<Inquiry>,
    used: Vec<DisclosureRecord>,
}

pub async fn ask(
    visit: Visit,
    Path((reference, id)): Path<(String, ReleaseId)>,
) -> Result<Response, PageError> {
    let before = before(&visit, &reference, id).await?;
    visit
        .house()
        .desk()
        .record_read(visit.actor(), Some(before.below.case.id), "releases", id.0)
        .await?;
    let mut fields = Fields::default();
    fields.push("on", visit.here().today().to_string());
    let page = page(&visit, &before, &fields, Faults::new()).await?;
    Ok(page.into_response())
}

pub async fn revoke(
    visit: Visit,
    Path((reference, id)): Path<(String, ReleaseId)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let before = before(&visit, &reference, id).await?;
    let mut form = Reading::of(&visit, &posted.fields);
    let on = form.needed_day("on", "consents-revoke-on");
    let (Some(on), true) = (on, form.faults.is_empty()) else {
        return Ok(again(page(&visit, &before, &posted.fields, form.faults).await?));
    };
    let how = posted.fields.text("how").trim().to_owned();
    let case = before.below.case.reference.clone();
    match perform_once(&visit, &posted.fields, move |house, actor| async move {
        revoke_release(&house, &actor, &case, id, on, &how)
            .await
            .map(|_| ())
    })
    .await
    {
        Ok(()) => Ok(go_saying(
            &before.below.url(&format!("/releases/{id}")),
            &Said::new("consents-revoked-toast"),
        )),
        Err(fault) => {
            let faults = visit.placed(fault, field_of)?;
            Ok(again(page(&visit, &before, &posted.fields, faults).await?))
        }
    }
}

fn field_of(key: &str) -> &'static str {
    match key {
        "release-in-future" => "on",
        _ => "how",
    }
}

async fn before(visit: &Visit, reference: &str, id: ReleaseId) -> Result<Before, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let below = Below::of(&mut look, reference).await?;
    let release = one(store::consents::releases(&mut look, &below.case).await?, id)?;
    Ok(Before {
        inquiries: store::inquiries::of_case(&mut look, &below.case).await?,
        used: store::consents::disclosures_on(&mut look, release.id.0).await?,
        below,
        release,
    })
}

async fn page(visit: &Visit, b: &Before, typed: &Fields, errors: Faults) -> Result<Markup, PageError> {
    let w = visit.words;
    let title = w.t("consents-revoke");
    let url = b.below.url(&format!("/releases/{}/revoke", b.release.id));
    let lede = w.tr("consents-revoke-lede", &[("name", b.below.called(visit).into())]);
    let fields = vec![
        Field::new("on", w.t("consents-revoke-on"), Input::Date)
            .value(typed.text("on"))
            .error(fault_of(&errors, "on"))
            .required()
            .width(2),
        Field::new("how", w.t("consents-revoke-how"), Input::Area(2))
            .hint(w.t("consents-revoke-how-hint"))
            .value(typed.text("how"))
            .error(fault_of(&errors, "how"))
            .required()
            .width(6),
    ];
    let form = FormPage {
        title: title.clone(),
        head: b.below.head(visit, title.clone(), lede, title.clone()),
        url,
        form: "revoke",
        sections: vec![FormSection {
            fields,
            ..FormSection::default()
        }],
        button: w.t("consents-revoke-now"),
        foot_note: w.t("consents-revoke-note"),
        cancel_href: b.below.url(&format!("/releases/{}", b.release.id)),
        aside: Some(what_stops(visit, b)),
        errors,
        ..FormPage::default()
    };
    Ok(form_page(&visit.shell(Place::Cases).await?, &form))
}

/// What has not left and is held back, and what has left and cannot be called back.
fn what_stops(visit: &Visit, b: &Before) -> Markup {
    let w = visit.words;
    let (mut stops, mut left) = (Vec::new(), Vec::new());
    for row in &b.used {
        let inquiry = b.inquiries.iter().find(|i| Some(i.id) == row.inquiry_id);
        match inquiry.map(|i| i.state) {
            Some(InquiryState::Ready | InquiryState::Draft) => stops.push(told(visit, &b.below, row)),
            Some(
                InquiryState::Sent | InquiryState::Answered | InquiryState::NoReply | InquiryState::Withdrawn,
            )
            | None => left.push(told(visit, &b.below, row)),
        }
    }
    let list = |lines: &[MiniLine], nothing: &str| {
        html! {
            @if lines.is_empty() { p class="muted small" { (w.t(nothing)) } } @else { (mini(lines)) }
        }
    };
    html! {
        (card(Some(Icon::Hand), &w.t("consents-revoke-stops"), &html! {}, &list(&stops, "consents-revoke-stops-nothing")))
        (card(Some(Icon::Send), &w.t("consents-revoke-left"), &html! {}, &list(&left, "consents-revoke-left-nothing")))
    }
}
