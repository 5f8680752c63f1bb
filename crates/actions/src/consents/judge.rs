//! Judge: what the gate would answer to a planned inquiry today, for showing. Sending asks it again.

use domain::{
    access::{Actor, Deed},
    consents::{Answer, DataClass, Question, ask_gate},
    inquiries::{Inquiry, InquiryPurpose},
};
use jiff::civil::Date;
use store::{Reader, cases::CaseSight, cases::SeenCase};

use super::share::Known;
use crate::{ActionError, House};

/// An inquiry somebody thinks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub agency: String,
    pub purpose: InquiryPurpose,
    pub data_classes: Vec<DataClass>,
}

impl From<&Inquiry> for Planned {
    fn from(inquiry: &Inquiry) -> Self {
        Self {
            agency: inquiry.agency.clone(),
            purpose: inquiry.purpose,
            data_classes: inquiry.data_classes.clone(),
        }
    }
}

/// Asks the gate about a planned inquiry on a case.
pub async fn judge(
    house: &House,
    actor: &Actor,
    reference: &str,
    planned: &Planned,
) -> Result<Answer, ActionError> {
    if !actor.may(Deed::SeeCases) {
        return Err(ActionError::NotAllowed(Deed::SeeCases));
    }
    let office = house.desk().office(actor.office_id).await?;
    let today = house.desk().today(&office);
    let mut look = house.desk().look(actor).await?;
    match look.case(reference).await? {
        CaseSight::Full(case) => judge_in(house, &mut look, &case, planned, today).await,
        CaseSight::Exists(_) | CaseSight::Nothing => Err(ActionError::NotFound),
    }
}

/// As [`judge`], in a look or an act that is under way.
pub async fn judge_in<'d>(
    house: &House,
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    planned: &Planned,
    today: Date,
) -> Result<Answer, ActionError> {
    let known = Known::seen(reader, case, &planned.agency).await?;
    let question = Question {
        agency: &planned.agency,
        purpose: planned.purpose,
        data_classes: &planned.data_classes,
        ..known.about(case, today)
    };
    Ok(ask_gate(&question, house.packs(), &known.releases))
}
