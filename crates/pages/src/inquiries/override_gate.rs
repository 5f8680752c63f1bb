//! Decides against the gate for one inquiry, with a reason that is kept and reported.

use actions::consents::{OverrideGate, override_gate};
use axum::{extract::Path, response::Response};
use domain::{consents::LawfulBasis, ids::InquiryId};

use super::{
    form::fields_of,
    open::{draft_again, open},
};
use crate::app::{PageError, Posted, Said, Visit, go_saying, perform_once};

pub async fn decide(
    visit: Visit,
    Path((reference, id)): Path<(String, InquiryId)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let opened = open(&visit, &reference, id).await?;
    let ground: Option<LawfulBasis> = posted.fields.read("ground").and_then(Result::ok);
    let what = OverrideGate {
        inquiry_id: id,
        reason: posted.fields.text("override_words").trim().to_owned(),
        lawful_basis: ground,
    };
    let case = opened.below.case.reference.clone();
    match perform_once(&visit, &posted.fields, move |house, actor| async move {
        override_gate(&house, &actor, &case, what).await.map(|_| ())
    })
    .await
    {
        Ok(()) => Ok(go_saying(
            &opened.below.url(&format!("/inquiries/{id}")),
            &Said::new("inquiries-overridden-toast"),
        )),
        Err(fault) => {
            let faults = visit.placed(fault, field_of)?;
            let mut fields = fields_of(&opened.inquiry);
            fields.push("ground", posted.fields.text("ground"));
            fields.push("override_words", posted.fields.text("override_words"));
            draft_again(&visit, &opened, &fields, faults).await
        }
    }
}

fn field_of(key: &str) -> &'static str {
    match key {
        "override-revoked" => "ground",
        _ => "override_words",
    }
}
