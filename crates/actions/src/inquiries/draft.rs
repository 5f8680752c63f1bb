//! Draft an inquiry: one question to one agency.

use domain::{
    access::{Actor, Deed},
    consents::DataClass,
    ids::InquiryId,
    inquiries::{AgencyChannel, Inquiry, InquiryPurpose, InquiryRefusal, InquiryState},
};

use crate::{ActionError, Doing, FieldFault, House};

/// What is to be asked, of whom and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftInquiry {
    /// None: the case's agency.
    pub agency: Option<String>,
    pub liaison: Option<String>,
    pub purpose: InquiryPurpose,
    pub question: String,
    pub data_classes: Vec<DataClass>,
    pub channel: AgencyChannel,
}

/// Drafts an inquiry. Nothing leaves by it, so no permission is asked for yet.
pub async fn draft(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: DraftInquiry,
) -> Result<InquiryId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    let agency = what
        .agency
        .or_else(|| case.agency.clone())
        .filter(|agency| !agency.trim().is_empty());
    let agency =
        agency.ok_or_else(|| ActionError::Invalid(vec![FieldFault::new("agency", "guard-agency-chosen")]))?;
    if what.question.trim().is_empty() {
        return Err(InquiryRefusal::NoQuestion.into());
    }
    let inquiry = Inquiry {
        id: InquiryId(doing.act.new_id()),
        case_id: case.id,
        agency,
        liaison: what.liaison,
        purpose: what.purpose,
        question: what.question,
        data_classes: what.data_classes,
        channel: what.channel,
        state: InquiryState::Draft,
        drafted_at: doing.stamp.now,
        drafted_by: doing.stamp.by,
        sent_on: None,
        agency_ref: None,
        due_on: None,
        chase_on: None,
        chases: vec![],
        disclosure_id: None,
        letter_id: None,
        closed_on: None,
        version: 0,
    };
    doing.act.insert(&inquiry).await?;
    doing.answers(&inquiry.id);
    doing.commit_case("inquiries.draft", case.id, None).await?;
    Ok(inquiry.id)
}
