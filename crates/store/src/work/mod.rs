//! What one worker has to do today, in five questions.

use domain::{
    arrivals::Verdict,
    cases::NextAct,
    ids::{ArrivalId, CaseId, PromiseId, StaffId, TaskId},
};
use jiff::{Timestamp, civil::Date};

use crate::{Reader, StoreError, engine::Column, read_model, sight, statements};

macro_rules! person {
    () => {
        " left join people p on p.office_id = t.office_id and p.id = t.person_id "
    };
}

statements! {
    /// what we said we would do, and have not done, soonest first
    PROMISES = concat!("select r.id, t.id, t.reference, t.title, coalesce(p.full_name, ''), t.agency, r.what, r.due_on, t.heard_on
        from promises r join cases t on t.office_id = r.office_id and t.id = r.case_id", person!(),
        "where r.office_id = $1 and r.kept_at is null and r.dropped_reason is null and r.due_on <= $7 and t.owner_id = $6
        and t.closed_on is null and ", sight!("t"), " order by r.due_on, r.id limit $8");
    FOLLOW_UPS = concat!("select t.id, t.reference, t.title, coalesce(p.full_name, ''), t.agency, t.next_act, t.next_on, t.opened_on
        from cases t", person!(), "where t.office_id = $1 and t.owner_id = $6 and t.closed_on is null and t.next_on <= $7
        and ", sight!("t"), " order by t.next_on, t.id limit $8");
    /// on closed cases too: there a task is a late message that somebody must read
    TASKS = concat!("select k.id, t.id, t.reference, t.title, coalesce(p.full_name, ''), k.what, k.due_on
        from tasks k join cases t on t.office_id = k.office_id and t.id = k.case_id", person!(),
        "where k.office_id = $1 and k.done_at is null and k.dropped_reason is null and k.due_on <= $7
        and (k.assigned_to = $6 or (k.assigned_to is null and t.owner_id = $6)) and ", sight!("t"),
        " order by k.due_on, k.id limit $8");
    REPLIES = concat!("select a.id, t.id, t.reference, t.title, coalesce(p.full_name, ''), a.from_name, a.subject, a.received_at, a.verdict
        from arrivals a join cases t on t.office_id = a.office_id and t.id = a.reply_to_case", person!(),
        "where a.office_id = $1 and a.fate = 'waiting' and t.owner_id = $6 and ", sight!("t"),
        " order by a.received_at, a.id limit $7");
}

read_model! {
    /// A promise that is due or late.
    pub struct DuePromise {
        pub id: PromiseId,
        pub case_id: CaseId,
        pub reference: String,
        pub title: String,
        pub person: String,
        pub agency: Option<String>,
        pub what: String,
        pub due_on: Date,
        pub heard_on: Option<Date>,
    }
}

read_model! {
    /// A case whose next act is due.
    pub struct DueCase {
        pub id: CaseId,
        pub reference: String,
        pub title: String,
        pub person: String,
        pub agency: Option<String>,
        pub next_act: NextAct,
        pub next_on: Date,
        pub opened_on: Date,
    }
}

read_model! {
    /// A task that is due.
    pub struct DueTask {
        pub id: TaskId,
        pub case_id: CaseId,
        pub reference: String,
        pub title: String,
        pub person: String,
        pub what: String,
        pub due_on: Date,
    }
}

read_model! {
    /// An arrival that seems to answer one of the worker's cases.
    pub struct WaitingReply {
        pub arrival_id: ArrivalId,
        pub case_id: CaseId,
        pub reference: String,
        pub title: String,
        pub person: String,
        pub from_name: String,
        pub subject: String,
        pub received_at: Timestamp,
        pub verdict: Verdict,
    }
}

/// What is due for one worker by the end of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    pub promises: Vec<DuePromise>,
    pub replies: Vec<WaitingReply>,
    pub cases: Vec<DueCase>,
    pub tasks: Vec<DueTask>,
}

/// The worker's own list, each part soonest first and at most `most` long.
pub async fn due<'d>(
    reader: &mut impl Reader<'d>,
    staff: StaffId,
    by: Date,
    most: i64,
) -> Result<Due, StoreError> {
    let mut params = reader.sight_params();
    params.push(staff.to_value());
    let mut of_replies = params.clone();
    of_replies.push(most.to_value());
    params.extend([by.to_value(), most.to_value()]);
    let tx = reader.transaction();
    Ok(Due {
        promises: tx.all(PROMISES, &params).await?,
        replies: tx.all(REPLIES, &of_replies).await?,
        cases: tx.all(FOLLOW_UPS, &params).await?,
        tasks: tx.all(TASKS, &params).await?,
    })
}
