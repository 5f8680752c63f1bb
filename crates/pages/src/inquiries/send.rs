//! Sends a saved inquiry as it stands in the form: written again first, where the form says something else.

use actions::{
    ActionError,
    inquiries::{self, ChangeInquiry, SendBy, SendInquiry},
};
use axum::{extract::Path, response::Response};
use domain::{
    ids::InquiryId,
    inquiries::{AgencyChannel, Inquiry, InquiryState, Wording},
};
use jiff::civil::Date;

use super::{
    form::{Typed, read},
    open::{Opened, draft_again, open},
};
use crate::app::{PageError, Posted, Reading, Said, Visit, go_saying, perform_keyed, perform_once};

/// How it goes, and when to ask again.
pub struct How {
    by: SendBy,
    chase_on: Option<Date>,
}

impl How {
    pub fn of(self, id: InquiryId, version: i64) -> SendInquiry {
        SendInquiry {
            inquiry_id: id,
            version,
            by: self.by,
            chase_on: self.chase_on,
        }
    }
}

/// Reads how it goes: by e-mail to an address, or by somebody's hand on a day they type.
pub fn how(visit: &Visit, form: &mut Reading<'_>, typed: &Typed) -> Option<How> {
    let words = typed.words.as_ref()?;
    let chase_on = form.day("chase_on");
    let by = match words.channel {
        AgencyChannel::Email => {
            let to_address = form.needed("to_address", "inquiries-field-address")?;
            let agency = typed.agency.as_deref().unwrap_or_default();
            let to_name = words
                .liaison
                .clone()
                .unwrap_or_else(|| visit.house().agency_title(agency));
            SendBy::Email { to_name, to_address }
        }
        AgencyChannel::Portal | AgencyChannel::Phone | AgencyChannel::Fax | AgencyChannel::Post => {
            SendBy::Hand {
                on: form.needed_day("sent_on", "inquiries-field-sent-on")?,
            }
        }
    };
    Some(How { by, chase_on })
}

pub async fn send(
    visit: Visit,
    Path((reference, id)): Path<(String, InquiryId)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let opened = open(&visit, &reference, id).await?;
    let fields = posted.fields;
    let mut form = Reading::of(&visit, &fields);
    let typed = read(&mut form, Some(opened.inquiry.agency.clone()));
    let by = how(&visit, &mut form, &typed);
    let faults = form.faults;
    let (Some(words), Some(by), true) = (typed.words, by, faults.is_empty()) else {
        return draft_again(&visit, &opened, &fields, faults).await;
    };
    let version = fields.read("version").and_then(Result::ok);
    let version = version.unwrap_or(opened.inquiry.version);
    let change = changed(&opened, words, version);
    let what = by.of(id, version + i64::from(change.is_some()));
    if let Some(change) = change {
        let case = opened.below.case.reference.clone();
        let key = fields
            .once()
            .map(|key| format!("{key}-first"))
            .unwrap_or_default();
        let written = perform_keyed(&visit, key, move |house, actor| async move {
            inquiries::change(&house, &actor, &case, change).await
        });
        if let Err(fault) = written.await {
            return refused(&visit, &reference, id, &fields, fault).await;
        }
    }
    let case = opened.below.case.reference.clone();
    let done = perform_once(&visit, &fields, move |house, actor| async move {
        inquiries::send(&house, &actor, &case, what).await.map(|_| ())
    });
    match done.await {
        Ok(()) => Ok(go_saying(
            &opened.below.url(&format!("/inquiries/{id}")),
            &Said::new("inquiries-sent-toast"),
        )),
        Err(fault) => refused(&visit, &reference, id, &fields, fault).await,
    }
}

/// The draft's page again, read anew: a change before the refusal is kept.
pub async fn refused(
    visit: &Visit,
    reference: &str,
    id: InquiryId,
    fields: &crate::app::Fields,
    fault: ActionError,
) -> Result<Response, PageError> {
    let faults = visit.placed(fault, field_of)?;
    let opened = open(visit, reference, id).await?;
    draft_again(visit, &opened, fields, faults).await
}

/// The change the form asks for. Where it asks for none, the author stays who they were.
pub fn changed(opened: &Opened, words: Wording, version: i64) -> Option<ChangeInquiry> {
    let is_draft = opened.inquiry.state == InquiryState::Draft;
    let same = words == wording_of(&opened.inquiry);
    (is_draft && !same).then_some(ChangeInquiry {
        inquiry_id: opened.inquiry.id,
        version,
        words,
    })
}

fn wording_of(inquiry: &Inquiry) -> Wording {
    Wording {
        liaison: inquiry.liaison.clone(),
        purpose: inquiry.purpose,
        question: inquiry.question.clone(),
        data_classes: inquiry.data_classes.clone(),
        channel: inquiry.channel,
    }
}

/// The field a refusal speaks of.
pub fn field_of(key: &str) -> &'static str {
    match key {
        "inquiry-no-question" => "question",
        "inquiry-no-data-class" => "classes",
        "inquiry-channel-not-accepted" => "channel",
        "inquiry-chase-in-past" => "chase_on",
        "inquiry-in-future" => "sent_on",
        _ => "agency",
    }
}
