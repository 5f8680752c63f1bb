//! Declare that no reply came, after asking again. In the agency's curve it counts as censored; the person is told.

use domain::{
    access::{Actor, Deed},
    ids::{InquiryId, ReplyId},
    inquiries::{self, Learned, Reply, ReplyKind, effects},
};
use jiff::civil::Date;

use super::{find, record_reply::follow};
use crate::{ActionError, Doing, House};

/// Which inquiry is given up, and from when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoReply {
    pub inquiry_id: InquiryId,
    pub on: Date,
    /// Why waiting longer makes no sense.
    pub comment: Option<String>,
}

/// Gives up waiting.
pub async fn declare_no_reply(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: NoReply,
) -> Result<ReplyId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    let inquiry = find(&mut doing, &case, what.inquiry_id).await?;
    let mut after = inquiries::declare_no_reply(&inquiry, what.on, doing.stamp.today)?;
    let reply = Reply {
        id: ReplyId(doing.act.new_id()),
        inquiry_id: inquiry.id,
        case_id: case.id,
        kind: ReplyKind::NoReply,
        learned: Learned::Received,
        acted_on: None,
        known_on: what.on,
        text: String::new(),
        comment: what.comment,
        expected_on: None,
        reason: None,
        open_questions: vec![],
        referred_to: None,
        document_id: None,
        told_by: None,
        recorded_by: doing.stamp.by,
        recorded_at: doing.stamp.now,
    };
    doing.act.insert(&reply).await?;
    doing.act.update(&mut after).await?;
    follow(&mut doing, &case, &after, &reply, &effects(&inquiry, &reply)).await?;
    doing.answers(&reply.id);
    doing
        .commit_case("inquiries.declare-no-reply", case.id, None)
        .await?;
    Ok(reply.id)
}
