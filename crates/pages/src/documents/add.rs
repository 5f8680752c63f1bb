//! Add a file to a case.

use actions::documents::Upload;
use axum::{extract::Path, response::Response};

use crate::{
    app::{PageError, Posted, Said, Visit, go_saying},
    cases::{Typed, answer, at, case_of, form_of, reference},
    ui::{form::Input, form_page::FormSection},
};

pub async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response, PageError> {
    page(&visit, &typed, &Typed::default()).await
}

pub async fn add(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let Some(file) = posted.files.into_iter().find(|file| file.field == "file") else {
        let missing = visit.words.t("documents-choose");
        return page(
            &visit,
            &reference,
            &Typed::back(&posted.fields, vec![("file".into(), missing)]),
        )
        .await;
    };
    let upload = Upload {
        name: file.name,
        media_type: file.media_type,
        bytes: file.bytes,
    };
    let of = reference.clone();
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::documents::attach(&house, &actor, &of, upload).await
        })
        .await;
    match done {
        Ok(_) => Ok(go_saying(
            &format!("/cases/{reference}"),
            &Said::new("documents-added-toast"),
        )),
        Err(fault) => {
            let faults = at("file", visit.faults(fault)?);
            page(&visit, &reference, &Typed::back(&posted.fields, faults)).await
        }
    }
}

async fn page(visit: &Visit, typed: &str, back: &Typed) -> Result<Response, PageError> {
    let w = visit.words;
    let case = case_of(visit, typed).await?;
    let mut form = form_of(visit, &case, "documents", &w.t("documents-add"), back);
    form.has_files = true;
    form.sections = vec![FormSection {
        fields: vec![
            back.field("file", w.t("documents-file"), Input::File, "")
                .hint(w.t("documents-hint"))
                .required(),
        ],
        ..FormSection::default()
    }];
    form.button = w.t("documents-add");
    answer(visit, &form).await
}
