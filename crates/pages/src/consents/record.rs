//! Records a release as it lies on the desk. Nothing is filled in for whoever records it.

use actions::consents::{RecordRelease, record_release};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    consents::{Capacity, Formality, Matter, Method, NamedAgencies, OralStatement, RecordsPeriod, Scope},
    ids::StaffId,
};

use super::{
    form::{ALL_AGENCIES, release_form},
    view::record_release_page,
};
use crate::{
    app::{
        Faults, Fields, PageError, Posted, Reading, Said, Uploaded, Visit, again, go_saying, perform_once,
    },
    cases::below::Below,
    ui::shell::Place,
};

pub async fn ask(visit: Visit, Path(reference): Path<String>) -> Result<Response, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let below = Below::of(&mut look, &reference).await?;
    drop(look);
    let shell = visit.shell(Place::Cases).await?;
    let view = release_form(&visit, &below, &Fields::default(), Faults::new());
    Ok(record_release_page(&shell, &view).into_response())
}

pub async fn record(
    visit: Visit,
    Path(reference): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let below = Below::of(&mut look, &reference).await?;
    drop(look);
    let Posted { fields, files } = posted;
    let had_files = !files.is_empty();
    let what = match read(&visit, &fields, files) {
        Ok(what) => what,
        Err(faults) => return shown_again(&visit, &below, &fields, faults, had_files).await,
    };
    let case = below.case.reference.clone();
    match perform_once(&visit, &fields, move |house, actor| async move {
        record_release(&house, &actor, &case, what)
            .await
            .map(|recorded| recorded.release_id)
    })
    .await
    {
        Ok(release) => Ok(go_saying(
            &below.url(&format!("/releases/{release}")),
            &Said::new("consents-recorded-toast"),
        )),
        Err(fault) => {
            let faults = visit.placed(fault, field_of)?;
            shown_again(&visit, &below, &fields, faults, had_files).await
        }
    }
}

async fn shown_again(
    visit: &Visit,
    below: &Below,
    fields: &Fields,
    mut faults: Faults,
    had_files: bool,
) -> Result<Response, PageError> {
    if had_files {
        // A browser never gives a file back to a form.
        faults.push(("document".to_owned(), visit.words.t("errors-file-again")));
    }
    let shell = visit.shell(Place::Cases).await?;
    let view = release_form(visit, below, fields, faults);
    Ok(again(record_release_page(&shell, &view)))
}

fn read(visit: &Visit, fields: &Fields, files: Vec<Uploaded>) -> Result<RecordRelease, Faults> {
    let mut form = Reading::of(visit, fields);
    let capacity: Option<Capacity> = form.needed("capacity", "consents-field-capacity");
    let matter: Option<Matter> = form.needed("matter", "consents-field-matter");
    let method: Option<Method> = form.needed("method", "consents-field-method");
    let formality: Option<Formality> = form.needed("formality", "consents-field-formality");
    let signed_on = form.needed_day("signed_on", "consents-field-signed-on");
    let received_on = form.needed_day("received_on", "consents-field-received-on");
    let language: Option<String> = form.needed("language", "consents-field-language");
    let translation = form.needed("translation", "consents-field-translation");
    let period = (form.day("period_from"), form.day("period_to"));
    let expires_on = form.day("expires_on");
    let oral = spoken(&mut form, method, visit.actor().staff_id());
    let (mut document, mut proof) = (None, None);
    for file in files {
        let upload = actions::documents::Upload {
            name: file.name,
            media_type: file.media_type,
            bytes: file.bytes,
        };
        match file.field.as_str() {
            "proof" => proof = Some(upload),
            _ => document = Some(upload),
        }
    }
    let codes: Vec<String> = form.fields.all("agencies").to_vec();
    let what = (|| {
        Some(RecordRelease {
            signer_name: form.text("signer").unwrap_or_default(),
            capacity: capacity?,
            proof,
            recipient_named: form.fields.read("named").and_then(Result::ok),
            agencies: if codes.iter().any(|code| code == ALL_AGENCIES) {
                NamedAgencies::All
            } else {
                NamedAgencies::These(codes)
            },
            scope: Scope {
                data_classes: form.ticked("classes"),
                matter: matter?,
                matter_words: form.text("matter_words"),
                period: (period != (None, None)).then_some(RecordsPeriod {
                    from_on: period.0,
                    to_on: period.1,
                }),
            },
            method: method?,
            formality: formality?,
            signed_on: signed_on?,
            received_on: received_on?,
            expires_on,
            language: language?,
            translation: translation?,
            oral,
            document,
        })
    })();
    match what {
        Some(what) if form.faults.is_empty() => Ok(what),
        Some(_) | None => Err(form.faults),
    }
}

/// What was said, to whom, and who checked who they are: asked of a spoken release only.
fn spoken(form: &mut Reading<'_>, method: Option<Method>, by: StaffId) -> Option<OralStatement> {
    if method != Some(Method::Oral) {
        return None;
    }
    let asked_on = form.needed_day("oral_on", "consents-oral-on");
    let asked_to = form.needed("oral_to", "consents-oral-to");
    let identity_how = form.needed("oral_identity", "consents-oral-identity");
    Some(OralStatement {
        asked_on: asked_on?,
        asked_to: asked_to?,
        identity_checked_by: by,
        identity_how: identity_how?,
    })
}

/// The field a refusal of the domain speaks of, so that its words lead there.
fn field_of(key: &str) -> &'static str {
    match key {
        "release-proof-missing" => "proof",
        "release-agency-missing" => "agencies",
        "release-data-class-missing" => "classes",
        "release-statement-missing" | "release-statement-unexpected" => "method",
        "release-received-before-signed" => "received_on",
        "release-in-future" => "signed_on",
        "release-ends-before-signed" => "expires_on",
        _ => "signer",
    }
}
