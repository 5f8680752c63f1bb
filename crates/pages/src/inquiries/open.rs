//! One inquiry: a draft with what the gate says of it, or what was sent with everything that came back.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    access::Deed,
    consents::DisclosureRecord,
    documents::Document,
    ids::InquiryId,
    inquiries::{Inquiry, InquiryState, Reply},
};
use maud::Markup;

use super::{
    form::{fields_of, form_view, imagined},
    shown::{sent_view, withdrawing},
    view::{inquiry_page, new_inquiry_page},
    weigh::Weighing,
};
use crate::{
    app::{Faults, Fields, PageError, Visit, again},
    cases::below::Below,
    ui::shell::Place,
};

/// An inquiry with its case and what hangs on it.
pub struct Opened {
    pub below: Below,
    pub inquiry: Inquiry,
    pub replies: Vec<Reply>,
    pub disclosures: Vec<DisclosureRecord>,
    pub documents: Vec<Document>,
}

impl Opened {
    /// Still to be written and sent: no letter of it lies in the post.
    pub fn is_unsent(&self) -> bool {
        match self.inquiry.state {
            InquiryState::Draft => true,
            InquiryState::Ready => self.inquiry.letter_id.is_none(),
            InquiryState::Sent | InquiryState::Answered | InquiryState::NoReply | InquiryState::Withdrawn => {
                false
            }
        }
    }
}

pub async fn read(
    visit: Visit,
    Path((reference, id)): Path<(String, InquiryId)>,
) -> Result<Response, PageError> {
    let opened = open(&visit, &reference, id).await?;
    let page = if opened.is_unsent() && visit.actor().may(Deed::AskAgencies) {
        draft_page(&visit, &opened, &fields_of(&opened.inquiry), Faults::new()).await?
    } else {
        sent_page(&visit, &opened, &Fields::default(), Faults::new()).await?
    };
    Ok(page.into_response())
}

/// The inquiry for somebody who may see its case; that they looked is on record before it is shown.
pub async fn open(visit: &Visit, reference: &str, id: InquiryId) -> Result<Opened, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let below = Below::of(&mut look, reference).await?;
    let inquiry = store::inquiries::one(&mut look, &below.case, id).await?;
    let inquiry = inquiry.ok_or(PageError::NotFound)?;
    let mut replies = store::inquiries::replies(&mut look, &below.case).await?;
    replies.retain(|reply| reply.inquiry_id == id);
    let mut disclosures = store::consents::disclosures(&mut look, &below.case).await?;
    disclosures.retain(|row| row.inquiry_id == Some(id));
    let documents = store::documents::of_case(&mut look, &below.case).await?;
    drop(look);
    desk.record_read(visit.actor(), Some(below.case.id), "inquiries", id.0)
        .await?;
    Ok(Opened {
        below,
        inquiry,
        replies,
        disclosures,
        documents,
    })
}

async fn draft_page(visit: &Visit, o: &Opened, typed: &Fields, errors: Faults) -> Result<Markup, PageError> {
    let withdraw = withdrawing(visit, o, typed, &errors);
    let mut view = form_view(visit, &o.below, typed, Some(&o.inquiry), errors);
    view.forms.push(withdraw);
    if let Some(inquiry) = imagined(visit, &o.below, typed, Some(&o.inquiry)) {
        let mut look = visit.house().desk().look(visit.actor()).await?;
        let weighing = Weighing::of(visit, &mut look, &o.below, inquiry, true).await?;
        drop(look);
        weighing.onto(visit, &o.below, typed, &mut view);
    }
    Ok(new_inquiry_page(&visit.shell(Place::Cases).await?, &view))
}

async fn sent_page(visit: &Visit, o: &Opened, typed: &Fields, errors: Faults) -> Result<Markup, PageError> {
    let names = visit.house().desk().names(visit.actor()).await?;
    let view = sent_view(visit, o, typed, errors, &names);
    Ok(inquiry_page(&visit.shell(Place::Cases).await?, &view))
}

/// The page again, with what to fix and what was typed.
pub async fn draft_again(
    visit: &Visit,
    o: &Opened,
    typed: &Fields,
    faults: Faults,
) -> Result<Response, PageError> {
    if o.is_unsent() {
        Ok(again(draft_page(visit, o, typed, faults).await?))
    } else {
        sent_again(visit, o, typed, faults).await
    }
}

pub async fn sent_again(
    visit: &Visit,
    o: &Opened,
    typed: &Fields,
    faults: Faults,
) -> Result<Response, PageError> {
    Ok(again(sent_page(visit, o, typed, faults).await?))
}
