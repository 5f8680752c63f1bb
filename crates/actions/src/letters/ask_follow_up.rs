//! Ask, some weeks after closing, whether it was solved: by e-mail where that is known to be safe, else a person is
//! asked to ask.

use std::collections::BTreeMap;

use domain::{
    access::{Actor, Deed},
    cases::{FollowUp, ask_again},
    ids::{FollowUpId, LetterId, OfficeId, TaskId},
    people::Way,
    tasks::{HouseTask, house_task},
};
use store::cases::SeenCase;

use super::{DraftLetter, Receiver, Words, draft_in, queue_in};
use crate::{ActionError, Doing, House};

/// The template that asks.
pub const FOUR_WEEK_QUESTION: &str = "four-week-question";

/// What became of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUpAsked {
    Queued(LetterId),
    /// Somebody was asked to ask.
    Task(TaskId),
    /// It was asked before, or its case was opened again.
    Over,
}

/// Asks one question, once.
pub async fn ask_follow_up(
    house: &House,
    office: OfficeId,
    id: FollowUpId,
) -> Result<FollowUpAsked, ActionError> {
    let mut doing = Doing::begin(house, &Actor::house(office), Deed::WorkCases).await?;
    let Some(case) = doing.act.case_of_follow_up(id).await? else {
        return Ok(FollowUpAsked::Over);
    };
    let case = doing.case_by_id(case).await?;
    let follow_ups = store::cases::follow_ups(&mut doing.act, &case).await?;
    let follow_up = follow_ups
        .into_iter()
        .find(|follow_up| follow_up.id == id && follow_up.asked_at.is_none() && !case.is_open());
    let Some(follow_up) = follow_up else {
        return Ok(FollowUpAsked::Over);
    };
    let asked = match by_email(&mut doing, &case).await {
        Ok(letter) => {
            let mut asked: FollowUp = ask_again(&follow_up, &doing.stamp)?;
            doing.act.update(&mut asked).await?;
            FollowUpAsked::Queued(letter)
        }
        Err(ActionError::Refused(_) | ActionError::Invalid(_)) => {
            match by_hand(&mut doing, &case, &follow_up).await? {
                Some(task) => FollowUpAsked::Task(task),
                None => return Ok(FollowUpAsked::Over),
            }
        }
        Err(fault) => return Err(fault),
    };
    doing.commit_case("letters.ask-follow-up", case.id, None).await?;
    Ok(asked)
}

async fn by_email(doing: &mut Doing<'_>, case: &SeenCase) -> Result<LetterId, ActionError> {
    let draft = DraftLetter {
        to: Receiver::Person,
        way: Way::Email,
        to_address: None,
        words: Words::Template {
            id: FOUR_WEEK_QUESTION.to_owned(),
            fields: BTreeMap::new(),
        },
        in_reply_to: None,
        tells_of: vec![],
    };
    let letter = draft_in(doing, case, draft).await?;
    match queue_in(doing, Some(case), letter.clone()).await {
        Ok(letter) => Ok(letter.id),
        Err(fault) => {
            if let ActionError::Refused(_) = fault {
                doing.act.remove(&letter).await?;
            }
            Err(fault)
        }
    }
}

/// The task has the question's own id, so that it is never made twice.
async fn by_hand(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    follow_up: &FollowUp,
) -> Result<Option<TaskId>, ActionError> {
    let id = TaskId(follow_up.id.0);
    let tasks = store::cases::tasks(&mut doing.act, case).await?;
    if tasks.iter().any(|task| task.id == id) {
        return Ok(None);
    }
    let whom = case.owner_id.or(case.closed_by);
    let (today, calendar) = (doing.stamp.today, doing.calendar());
    let task = house_task(id, case.id, HouseTask::AskFollowUp, whom, today, calendar);
    doing.act.insert(&task).await?;
    Ok(Some(id))
}
