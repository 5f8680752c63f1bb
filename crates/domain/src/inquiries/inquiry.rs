//! One request by the office to one agency on one matter.

use crate::consents::DataClass;
use crate::ids::{CaseId, DisclosureId, InquiryId, LetterId, StaffId};
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;

words! {
    /// What an office may ask of an agency (RC9); there are no other purposes.
    pub enum InquiryPurpose {
        AskStatus => "ask-status",
        UrgePromptConsideration => "urge-prompt-consideration",
        ArrangeAppointment => "arrange-appointment",
        ExpressJudgment => "express-judgment",
        /// Ask the agency to consider its decision again on the law.
        AskReconsideration => "ask-reconsideration",
    }
}

words! {
    /// The way an inquiry goes to an agency.
    pub enum AgencyChannel {
        Email => "email",
        Portal => "portal",
        Phone => "phone",
        Fax => "fax",
        Post => "post",
    }
}

words! {
    /// Where an inquiry stands.
    pub enum InquiryState {
        Draft => "draft",
        /// Written and signed off; not sent.
        Ready => "ready",
        Sent => "sent",
        /// A substantive reply, a referral or a refusal came.
        Answered => "answered",
        /// Declared by the office after chasing.
        NoReply => "no-reply",
        Withdrawn => "withdrawn",
    }
}

/// One reminder to an agency that owes an answer.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chase {
    pub on: Date,
    pub by: StaffId,
    pub channel: AgencyChannel,
    #[serde(default)]
    pub note: Option<String>,
}

/// One question to one agency on one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inquiry {
    pub id: InquiryId,
    pub case_id: CaseId,
    /// Code of the agency's pack.
    pub agency: String,
    /// Name of the liaison it goes to.
    pub liaison: Option<String>,
    pub purpose: InquiryPurpose,
    pub question: String,
    pub data_classes: Vec<DataClass>,
    pub channel: AgencyChannel,
    pub state: InquiryState,
    pub drafted_at: Timestamp,
    pub drafted_by: StaffId,
    /// The day it went out, as sent; never inferred from when it was tasked or due.
    pub sent_on: Option<Date>,
    /// The agency's own number for it.
    pub agency_ref: Option<String>,
    pub due_on: Option<Date>,
    /// The day to ask again.
    pub chase_on: Option<Date>,
    pub chases: Vec<Chase>,
    pub disclosure_id: Option<DisclosureId>,
    pub letter_id: Option<LetterId>,
    pub closed_on: Option<Date>,
    pub version: i64,
}
