//! Keeps a saved draft as it stands in the form, and asks the gate about it.

use actions::inquiries;
use axum::{extract::Path, response::Response};
use domain::ids::InquiryId;

use super::{
    form::read,
    open::{draft_again, open},
    send::{changed, refused},
};
use crate::app::{PageError, Posted, Reading, Said, Visit, go, go_saying, perform_once};

pub async fn change(
    visit: Visit,
    Path((reference, id)): Path<(String, InquiryId)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let opened = open(&visit, &reference, id).await?;
    let fields = posted.fields;
    let mut form = Reading::of(&visit, &fields);
    let typed = read(&mut form, Some(opened.inquiry.agency.clone()));
    let faults = form.faults;
    let (Some(words), true) = (typed.words, faults.is_empty()) else {
        return draft_again(&visit, &opened, &fields, faults).await;
    };
    let version = fields.read("version").and_then(Result::ok);
    let version = version.unwrap_or(opened.inquiry.version);
    if let Some(change) = changed(&opened, words, version) {
        let case = opened.below.case.reference.clone();
        let done = perform_once(&visit, &fields, move |house, actor| async move {
            inquiries::change(&house, &actor, &case, change).await
        });
        if let Err(fault) = done.await {
            return refused(&visit, &reference, id, &fields, fault).await;
        }
    }
    let to = opened.below.url(&format!("/inquiries/{id}"));
    if fields.text("act") == "check" {
        return Ok(go(&to));
    }
    Ok(go_saying(&to, &Said::new("inquiries-saved-toast")))
}
