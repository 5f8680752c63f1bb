//! Withdraws an inquiry nobody has answered; its letter is taken out of the post, if it has not left.

use actions::inquiries::withdraw as withdraw_act;
use axum::{extract::Path, response::Response};
use domain::ids::InquiryId;

use super::{
    form::fields_of,
    open::{draft_again, open},
};
use crate::app::{PageError, Posted, Said, Visit, go_saying, perform_once};

pub async fn withdraw(
    visit: Visit,
    Path((reference, id)): Path<(String, InquiryId)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let opened = open(&visit, &reference, id).await?;
    let reason = posted.fields.text("withdraw_reason").trim().to_owned();
    let case = opened.below.case.reference.clone();
    match perform_once(&visit, &posted.fields, move |house, actor| async move {
        withdraw_act(&house, &actor, &case, id, &reason).await
    })
    .await
    {
        Ok(()) => Ok(go_saying(
            &opened.below.url(&format!("/inquiries/{id}")),
            &Said::new("inquiries-withdrawn-toast"),
        )),
        Err(fault) => {
            let faults = visit.placed(fault, |_| "withdraw_reason")?;
            let fields = if opened.is_unsent() {
                fields_of(&opened.inquiry)
            } else {
                posted.fields
            };
            draft_again(&visit, &opened, &fields, faults).await
        }
    }
}
