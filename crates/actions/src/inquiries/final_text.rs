//! The final file of an inquiry that goes by e-mail: exactly what leaves, the same for showing and for sending.

use domain::{
    cases::Case,
    ids::StaffId,
    inquiries::Inquiry,
    letters::{Field, Rendered, find_template},
    office::Office,
    people::Way,
    staff::Staff,
};

use crate::{
    ActionError, House, Refused,
    letters::{fields_of_office, templates},
};

/// The template an inquiry is written by.
pub(super) const INQUIRY: &str = "inquiry";

/// What the words are made of.
#[derive(Debug, Clone, Copy)]
pub struct FinalText<'a> {
    pub office: &'a Office,
    pub everybody: &'a [Staff],
    /// Who sends it.
    pub by: StaffId,
    pub case: &'a Case,
    pub subject_name: &'a str,
    pub inquiry: &'a Inquiry,
    /// Whom it is addressed to where the inquiry names no liaison.
    pub to_name: &'a str,
}

/// Writes it.
pub fn final_text(house: &House, of: &FinalText<'_>) -> Result<Rendered, ActionError> {
    let template = find_template(templates(), INQUIRY, &[])
        .ok_or_else(|| Refused::new("refused-template-missing").with("name", INQUIRY))?;
    let inquiry = of.inquiry;
    let mut fields = fields_of_office(of.office, of.everybody, of.case, of.by);
    fields.insert(Field::AgencyTitle, house.agency_title(&inquiry.agency));
    let liaison = inquiry.liaison.as_deref().unwrap_or(of.to_name);
    fields.insert(Field::Liaison, liaison.to_owned());
    fields.insert(Field::SubjectName, of.subject_name.to_owned());
    fields.insert(Field::Question, inquiry.question.clone());
    Ok(template.fill(Way::Email, &fields)?)
}
