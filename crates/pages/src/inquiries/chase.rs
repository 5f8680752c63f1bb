//! Asks the agency again: on which day, how, and when to ask next.

use actions::inquiries::{ChaseInquiry, chase as chase_act};
use axum::{extract::Path, response::Response};
use domain::{ids::InquiryId, inquiries::AgencyChannel};

use super::open::{open, sent_again};
use crate::app::{PageError, Posted, Reading, Said, Visit, go_saying, perform_once};

pub async fn chase(
    visit: Visit,
    Path((reference, id)): Path<(String, InquiryId)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let opened = open(&visit, &reference, id).await?;
    let fields = posted.fields;
    let mut form = Reading::of(&visit, &fields);
    let on = form.needed_day("chased_on", "inquiries-field-chased-on");
    let channel: Option<AgencyChannel> = form.needed("chase_channel", "inquiries-field-channel");
    let next_on = form.day("next_on");
    let faults = form.faults;
    let (Some(on), Some(channel), true) = (on, channel, faults.is_empty()) else {
        return sent_again(&visit, &opened, &fields, faults).await;
    };
    let what = ChaseInquiry {
        inquiry_id: id,
        on,
        channel,
        note: fields.filled("chase_note").map(str::to_owned),
        next_on,
    };
    let case = opened.below.case.reference.clone();
    match perform_once(&visit, &fields, move |house, actor| async move {
        chase_act(&house, &actor, &case, what).await
    })
    .await
    {
        Ok(()) => Ok(go_saying(
            &opened.below.url(&format!("/inquiries/{id}")),
            &Said::new("inquiries-chased-toast"),
        )),
        Err(fault) => {
            let faults = visit.placed(fault, field_of)?;
            sent_again(&visit, &opened, &fields, faults).await
        }
    }
}

fn field_of(key: &str) -> &'static str {
    match key {
        "inquiry-chase-in-past" => "next_on",
        _ => "chased_on",
    }
}
