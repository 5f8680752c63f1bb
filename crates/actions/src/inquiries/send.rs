//! Send an inquiry, on the gate's answer at this moment. By e-mail it goes into the post, which asks the gate once
//! more; any other way, somebody did it and types the day.

use domain::{
    access::{Actor, Deed},
    cases::{
        guards::{Facts, GateAnswer},
        may,
        model::ActName,
    },
    ids::{InquiryId, LetterId},
    inquiries::{AgencyChannel, Inquiry, InquiryRefusal, InquiryState, make_ready},
    letters::{Letter, LetterAct, LetterState, Outgoing, ToKind, find_template},
    people::Way,
};
use jiff::civil::Date;
use store::cases::SeenCase;

use super::{
    final_text::{FinalText, INQUIRY, final_text},
    find, mark_sent,
};
use crate::{
    ActionError, Answer, Doing, FieldFault, House, Refused,
    consents::share,
    letters::{post, templates},
};

/// How it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendBy {
    /// By the office's post, to the liaison's mailbox.
    Email { to_name: String, to_address: String },
    /// Somebody sent it, or spoke, on that day.
    Hand { on: Date },
}

/// Which inquiry, as it was read, and how it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendInquiry {
    pub inquiry_id: InquiryId,
    pub version: i64,
    pub by: SendBy,
    /// When to ask again; none: when the agency's own time is over.
    pub chase_on: Option<Date>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// In the post; it is sent when the mail server takes it.
    Queued(LetterId),
    Recorded,
}

impl Answer for Sent {
    fn to_text(&self) -> String {
        match self {
            Self::Queued(letter) => letter.to_string(),
            Self::Recorded => "recorded".to_owned(),
        }
    }
    fn from_text(text: &str) -> Option<Self> {
        match text {
            "recorded" => Some(Self::Recorded),
            letter => letter.parse().ok().map(Self::Queued),
        }
    }
}

/// Sends an inquiry that is permitted now.
pub async fn send(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: SendInquiry,
) -> Result<Sent, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    let before = find(&mut doing, &case, what.inquiry_id).await?;
    if before.version != what.version {
        return Err(ActionError::Conflict);
    }
    if before.state == InquiryState::Ready && before.letter_id.is_some() {
        return Err(InquiryRefusal::AlreadySent.into());
    }
    let mut inquiry = match before.state {
        InquiryState::Ready => before,
        InquiryState::Draft
        | InquiryState::Sent
        | InquiryState::Answered
        | InquiryState::NoReply
        | InquiryState::Withdrawn => make_ready(&before)?,
    };
    inquiry.chase_on = what.chase_on;
    if inquiry.chase_on.is_some_and(|on| on <= doing.stamp.today) {
        return Err(InquiryRefusal::ChaseInPast.into());
    }
    let by = doing.stamp.by;
    let disclosure = share(&mut doing, &case, &inquiry, by).await?;
    guard(&doing, &case, &inquiry)?;
    let sent = match (inquiry.channel, what.by) {
        (AgencyChannel::Email, SendBy::Email { to_name, to_address }) => {
            let letter = write(&mut doing, &case, &inquiry, to_name, to_address).await?;
            doing.act.insert(&letter).await?;
            let outgoing = Outgoing::to_agency(letter, &disclosure)?;
            let letter = post(&mut doing, Some(&case), outgoing, LetterAct::Queue).await?;
            inquiry.letter_id = Some(letter.id);
            inquiry.disclosure_id = Some(disclosure.id());
            doing.act.update(&mut inquiry).await?;
            Sent::Queued(letter.id)
        }
        (
            AgencyChannel::Portal | AgencyChannel::Phone | AgencyChannel::Fax | AgencyChannel::Post,
            SendBy::Hand { on },
        ) => {
            if on > doing.stamp.today {
                return Err(InquiryRefusal::InFuture.into());
            }
            mark_sent(&mut doing, &case, &inquiry, &disclosure, on).await?;
            Sent::Recorded
        }
        (
            AgencyChannel::Email
            | AgencyChannel::Portal
            | AgencyChannel::Phone
            | AgencyChannel::Fax
            | AgencyChannel::Post,
            SendBy::Email { .. } | SendBy::Hand { .. },
        ) => {
            return Err(ActionError::Invalid(vec![FieldFault::new(
                "by",
                "inquiry-channel-not-accepted",
            )]));
        }
    };
    doing.answers(&sent);
    doing.commit_case("inquiries.send", case.id, None).await?;
    Ok(sent)
}

/// The case model's own conditions; the gate has let it go.
fn guard(doing: &Doing<'_>, case: &SeenCase, inquiry: &Inquiry) -> Result<(), ActionError> {
    let facts = Facts {
        release: GateAnswer::Allow,
        agency_chosen: case.agency.is_some() || !inquiry.agency.is_empty(),
        ..Facts::of(case)
    };
    let rules = doing.rules_of(case)?;
    Ok(may(rules.model, ActName::SendInquiry, case, &facts)?)
}

async fn write(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    inquiry: &Inquiry,
    to_name: String,
    to_address: String,
) -> Result<Letter, ActionError> {
    let to_address = to_address.trim().to_owned();
    if !to_address.contains('@') {
        return Err(ActionError::Invalid(vec![FieldFault::new(
            "to_address",
            "field-address-unknown",
        )]));
    }
    let template = find_template(templates(), INQUIRY, &[])
        .ok_or_else(|| Refused::new("refused-template-missing").with("name", INQUIRY))?;
    let subject_of = match case.person_id {
        Some(id) => doing.act.person(id).await?,
        None => None,
    };
    let everybody = doing.act.everybody().await?;
    let name = subject_of.map(|person| person.full_name.clone());
    let of = FinalText {
        office: &doing.office,
        everybody: &everybody,
        by: doing.stamp.by,
        case,
        subject_name: name.as_deref().unwrap_or_default(),
        inquiry,
        to_name: &to_name,
    };
    let rendered = final_text(doing.house, &of)?;
    Ok(Letter {
        id: LetterId(doing.act.new_id()),
        case_id: Some(case.id),
        person_id: None,
        to_kind: ToKind::Agency,
        to_name,
        to_address,
        way: Way::Email,
        template: Some(template.id.clone()),
        template_version: Some(template.version),
        language: template.language.clone(),
        subject: rendered.subject,
        body: rendered.body,
        state: LetterState::Draft,
        message_id: None,
        thread_token: None,
        in_reply_to: None,
        disclosure_id: None,
        drafted_at: doing.stamp.now,
        drafted_by: inquiry.drafted_by,
        signed_off_by: Some(doing.stamp.by),
        confirmed_by: None,
        confirmed_reason: None,
        tells_of: vec![],
        queued_at: None,
        sent_at: None,
        attempts: 0,
        last_error: None,
        version: 0,
    })
}
