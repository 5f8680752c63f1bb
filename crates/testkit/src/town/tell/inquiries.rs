//! Agencies are asked, asked again, and answer in one of seven ways or not at all.

use actions::{
    consents::{OverrideGate, override_gate},
    inquiries::{
        ChaseInquiry, DraftInquiry, NoReply, RecordReply, SendBy, SendInquiry, chase, declare_no_reply,
        draft, record_reply, send, withdraw,
    },
};
use domain::{
    consents::{DataClass, Liaison},
    ids::InquiryId,
    inquiries::{AgencyChannel, Inquiry, InquiryPurpose},
};

use super::{Doing, Teller, TownError};
use crate::town::written::{StepAct, WrittenReply};

impl Teller<'_> {
    pub(super) async fn on_inquiry(&self, doing: &Doing<'_>, act: &StepAct) -> Result<(), TownError> {
        let (house, actor, reference) = (self.house, doing.actor, doing.reference());
        match act {
            StepAct::Inquire {
                purpose,
                text,
                channel,
            } => {
                let about = self.about(doing)?;
                let inquiry = self.draft(doing, *purpose, text, about, *channel).await?;
                self.send(doing, inquiry, *channel).await?;
            }
            StepAct::DraftInquiry { purpose, text, about } => {
                let about = about.clone().map_or_else(|| self.about(doing), Ok)?;
                self.draft(doing, *purpose, text, about, AgencyChannel::Email)
                    .await?;
            }
            StepAct::Override { basis, text } => {
                let what = OverrideGate {
                    inquiry_id: self
                        .latest_inquiry(doing, |inquiry| inquiry.sent_on.is_none())
                        .await?,
                    reason: text.clone(),
                    lawful_basis: Some(*basis),
                };
                override_gate(house, actor, reference, what).await?;
            }
            StepAct::SendInquiry => {
                let inquiry = self
                    .latest_inquiry(doing, |inquiry| inquiry.sent_on.is_none())
                    .await?;
                self.send(doing, inquiry, AgencyChannel::Email).await?;
            }
            StepAct::WithdrawInquiry { text } => {
                let inquiry = self.latest_inquiry(doing, |_| true).await?;
                withdraw(house, actor, reference, inquiry, text).await?;
            }
            StepAct::Chase { text, channel, next } => {
                let what = ChaseInquiry {
                    inquiry_id: self.latest_inquiry(doing, |inquiry| inquiry.is_open()).await?,
                    on: doing.today,
                    channel: *channel,
                    note: Some(text.clone()),
                    next_on: Some(self.calendar.day(*next)),
                };
                chase(house, actor, reference, what).await?;
            }
            StepAct::Reply(reply) => {
                let inquiry = self
                    .latest_inquiry(doing, |inquiry| inquiry.sent_on.is_some())
                    .await?;
                record_reply(house, actor, reference, self.reply(doing, inquiry, reply)).await?;
            }
            StepAct::NoReply { text } => {
                let what = NoReply {
                    inquiry_id: self.latest_inquiry(doing, |inquiry| inquiry.is_open()).await?,
                    on: doing.today,
                    comment: Some(text.clone()),
                };
                declare_no_reply(house, actor, reference, what).await?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Sends a fresh draft; the post takes it at once.
    async fn send(
        &self,
        doing: &Doing<'_>,
        inquiry_id: InquiryId,
        channel: AgencyChannel,
    ) -> Result<(), TownError> {
        let what = SendInquiry {
            inquiry_id,
            version: 0,
            by: self.by(doing, channel)?,
            chase_on: None,
        };
        send(self.house, doing.actor, doing.reference(), what).await?;
        self.run_queue(self.house.desk().now()).await
    }

    async fn draft(
        &self,
        doing: &Doing<'_>,
        purpose: InquiryPurpose,
        text: &str,
        data_classes: Vec<DataClass>,
        channel: AgencyChannel,
    ) -> Result<InquiryId, TownError> {
        let what = DraftInquiry {
            agency: None,
            liaison: self.liaison(doing).map(|liaison| liaison.name.clone()),
            purpose,
            question: text.to_owned(),
            data_classes,
            channel,
        };
        Ok(draft(self.house, doing.actor, doing.reference(), what).await?)
    }

    /// The first whom the agency's pack names.
    fn liaison(&self, doing: &Doing<'_>) -> Option<&Liaison> {
        let agency = doing.opened.agency.as_deref()?;
        self.house.packs().in_force(agency, doing.today)?.liaison.first()
    }

    fn by(&self, doing: &Doing<'_>, channel: AgencyChannel) -> Result<SendBy, TownError> {
        if channel != AgencyChannel::Email {
            return Ok(SendBy::Hand { on: doing.today });
        }
        let liaison = self.liaison(doing);
        let mailbox = liaison.and_then(|liaison| Some((liaison.name.clone(), liaison.email.clone()?)));
        let (to_name, to_address) =
            mailbox.ok_or_else(|| TownError::Books("the agency's pack names no mailbox".to_owned()))?;
        Ok(SendBy::Email { to_name, to_address })
    }

    fn reply(&self, doing: &Doing<'_>, inquiry_id: InquiryId, reply: &WrittenReply) -> RecordReply {
        RecordReply {
            inquiry_id,
            kind: reply.kind,
            learned: reply.learned,
            acted_on: reply.acted.map(|day| self.calendar.day(day)),
            known_on: doing.today,
            text: reply.text.clone(),
            comment: None,
            expected_on: reply.expected.map(|day| self.calendar.day(day)),
            reason: reply.reason.clone(),
            open_questions: reply.open.clone(),
            referred_to: reply.to.clone(),
            document: None,
            agency_ref: reply.number.clone(),
        }
    }

    async fn latest_inquiry(
        &self,
        doing: &Doing<'_>,
        fits: impl Fn(&Inquiry) -> bool,
    ) -> Result<InquiryId, TownError> {
        let (mut look, case) = self.seen(doing.opened.id).await?;
        let all = store::inquiries::of_case(&mut look, &case).await?;
        let fitting = all.iter().filter(|inquiry| fits(inquiry));
        fitting
            .max_by_key(|inquiry| (inquiry.drafted_at, inquiry.id))
            .map(|inquiry| inquiry.id)
            .ok_or_else(|| TownError::Books("there is no such inquiry".to_owned()))
    }
}
