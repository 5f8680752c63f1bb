//! What is kept beside a case. Every question takes the case as it was seen, so none can be asked of an unseen one.

use domain::{
    access::Exception,
    cases::{Entry, EntryKind, FollowUp, PhaseVisit, Promise},
    clocks::Clock,
    ids::{CaseId, EntryId, FollowUpId, StaffId},
    tasks::Task,
};
use jiff::{Timestamp, civil::Date};

use super::SeenCase;
use crate::{
    Act, Reader, StoreError,
    engine::{Column, Columns, Statement, Value},
    read_model, statements,
};

statements! {
    /// private entries only for those who wrote them
    ENTRIES = of Entry, "where t.office_id = $1 and t.case_id = $2 and (not t.private or t.by = $3) and (t.at, t.id) < ($4, $5)
        order by t.at desc, t.id desc limit $6";
    /// a page of some kinds of entry, or of all where no kind is named; and the page before it
    TIMELINE = of Entry, "where t.office_id = $1 and t.case_id = $2 and (not t.private or t.by = $3) and (t.at, t.id) < ($4, $5)
        and ($7 = '' or $7 like '%,' || t.kind || ',%') order by t.at desc, t.id desc limit $6";
    TIMELINE_BACK = of Entry, "where t.office_id = $1 and t.case_id = $2 and (not t.private or t.by = $3) and (t.at, t.id) > ($4, $5)
        and ($7 = '' or $7 like '%,' || t.kind || ',%') order by t.at, t.id limit $6";
    /// tasks, promises and the question after closing: what somebody is to do by a day
    UNDERTAKEN = "select 'task', id, what, due_on, assigned_to, done_at, dropped_reason, kind from tasks
        where office_id = $1 and case_id = $2 union all
        select 'promise', id, what, due_on, made_by, kept_at, dropped_reason, safe_way from promises
        where office_id = $1 and case_id = $2 union all
        select 'follow-up', id, coalesce(answer_note, ''), ask_on, cast(null as uuid), answered_at,
        case when asked_at is null then cast(null as text) else 'asked' end, coalesce(answer, '') from follow_ups
        where office_id = $1 and case_id = $2 order by 4, 2 limit 400";
    /// documents, inquiries and letters in trouble, as one line each
    ATTACHED = "select 'document', id, name, media_type, scan, added_at, cast(null as date), cast(null as date) from documents
        where office_id = $1 and case_id = $2 union all
        select 'inquiry', id, agency, channel, state, drafted_at, sent_on, due_on from inquiries
        where office_id = $1 and case_id = $2 union all
        select 'letter', id, to_name, way, state, drafted_at, cast(null as date), cast(null as date) from letters
        where office_id = $1 and case_id = $2 and state in ('failed', 'returned', 'held')
        order by 6 desc, 2 limit 400";
    /// the lines that tell of one letter, inquiry or arrival
    ENTRIES_ABOUT = of Entry, "where t.office_id = $1 and t.case_id = $2 and t.subject_id = $3 order by t.at, t.id limit 100";
    /// what happened to the case itself, oldest first
    EVENTS = of Entry, "where t.office_id = $1 and t.case_id = $2 and t.kind = 'event' order by t.at, t.id limit 1000";
    ENTRY = of Entry, "where t.office_id = $1 and t.case_id = $2 and t.id = $3 and (not t.private or t.by = $4)";
    ENTRY_COUNT = "select count(*) from entries where office_id = $1 and case_id = $2";
    VISITS = of PhaseVisit, "where t.office_id = $1 and t.case_id = $2 order by t.n, t.id limit 500";
    PROMISES = of Promise, "where t.office_id = $1 and t.case_id = $2 order by t.due_on desc, t.id limit 200";
    TASKS = of Task, "where t.office_id = $1 and t.case_id = $2 order by t.due_on, t.id limit 200";
    CLOCKS = of Clock, "where t.office_id = $1 and t.case_id = $2 order by t.started_on, t.id limit 200";
    FOLLOW_UPS = of FollowUp, "where t.office_id = $1 and t.case_id = $2 order by t.ask_on, t.id limit 50";
    CASE_OF_FOLLOW_UP = "select case_id from follow_ups where office_id = $1 and id = $2";
    EXCEPTIONS = of Exception, "where t.office_id = $1 and t.case_id = $2 order by t.id limit 200";
}

async fn beside<'d, T: Columns>(
    reader: &mut impl Reader<'d>,
    statement: Statement,
    case: &SeenCase,
) -> Result<Vec<T>, StoreError> {
    let params = [reader.reader().office_id.to_value(), case.id.to_value()];
    reader.transaction().all(statement, &params).await
}

/// A page of the timeline, newest first, before the last one shown.
pub async fn entries<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    before: Option<(Timestamp, domain::ids::EntryId)>,
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    let end = before.unwrap_or((Timestamp::MAX, domain::ids::EntryId(uuid::Uuid::max())));
    let actor = *reader.reader();
    let at =
        Timestamp::from_microsecond(end.0.as_microsecond().min(LATEST_MICROS)).map_err(StoreError::broken)?;
    let params: Vec<Value> = vec![
        actor.office_id.to_value(),
        case.id.to_value(),
        actor.staff_id().to_value(),
        at.to_value(),
        end.1.to_value(),
        limit.to_value(),
    ];
    reader.transaction().all(ENTRIES, &params).await
}

/// Which page of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelinePage {
    Newest,
    /// The entries older than this one.
    Before(Timestamp, EntryId),
    /// The entries just newer than this one.
    After(Timestamp, EntryId),
}

/// A page of the timeline, newest first; of some kinds only, where any is named.
pub async fn timeline<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    page: TimelinePage,
    kinds: &[EntryKind],
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    let newest = || Timestamp::from_microsecond(LATEST_MICROS).map_err(StoreError::broken);
    let (statement, at, id) = match page {
        TimelinePage::Newest => (TIMELINE, newest()?, EntryId(uuid::Uuid::max())),
        TimelinePage::Before(at, id) => (TIMELINE, at.min(newest()?), id),
        TimelinePage::After(at, id) => (TIMELINE_BACK, at.min(newest()?), id),
    };
    let mut named: String = kinds.iter().flat_map(|kind| [",", kind.as_str()]).collect();
    if !named.is_empty() {
        named.push(',');
    }
    let actor = *reader.reader();
    let params: Vec<Value> = vec![
        actor.office_id.to_value(),
        case.id.to_value(),
        actor.staff_id().to_value(),
        at.to_value(),
        id.to_value(),
        limit.to_value(),
        named.to_value(),
    ];
    let mut found: Vec<Entry> = reader.transaction().all(statement, &params).await?;
    if matches!(page, TimelinePage::After(..)) {
        found.reverse();
    }
    Ok(found)
}

read_model! {
    /// A task, a promise or the question after closing, as the case's page shows it.
    pub struct Undertaken {
        /// `task`, `promise` or `follow-up`.
        pub sort: String,
        pub id: uuid::Uuid,
        pub what: String,
        pub due_on: Date,
        /// Who has the task, or made the promise.
        pub who: Option<StaffId>,
        pub met_at: Option<Timestamp>,
        /// Why it will not be done; for the question after closing, that it was asked.
        pub dropped_reason: Option<String>,
        /// The kind of the task; the safe way of the promise; the answer to the question.
        pub more: String,
    }
}

read_model! {
    /// A document, an inquiry, or a letter in trouble, as the case's page shows it.
    pub struct Attached {
        /// `document`, `inquiry` or `letter`.
        pub sort: String,
        pub id: uuid::Uuid,
        /// The file's name, the agency, or whom the letter was for.
        pub name: String,
        /// Media type, channel or way.
        pub kind: String,
        /// The state of the scan, the inquiry or the letter.
        pub state: String,
        pub at: Timestamp,
        pub sent_on: Option<Date>,
        pub due_on: Option<Date>,
    }
}

/// What is to be done on a case by a day, soonest first, done and dropped ones too.
pub async fn undertaken<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<Undertaken>, StoreError> {
    beside(reader, UNDERTAKEN, case).await
}

/// What hangs on a case, newest first.
pub async fn attached<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<Attached>, StoreError> {
    beside(reader, ATTACHED, case).await
}

/// The lines that tell what happened to the case itself, oldest first.
pub async fn events<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Entry>, StoreError> {
    beside(reader, EVENTS, case).await
}

/// One line of the timeline.
pub async fn entry<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    id: domain::ids::EntryId,
) -> Result<Option<Entry>, StoreError> {
    let actor = *reader.reader();
    let params = [
        actor.office_id.to_value(),
        case.id.to_value(),
        id.to_value(),
        actor.staff_id().to_value(),
    ];
    reader.transaction().one(ENTRY, &params).await
}

/// The year 9000 in microseconds: later than any entry, and within what PostgreSQL can hold.
const LATEST_MICROS: i64 = 221_845_392_000_000_000;

/// The lines of the timeline that tell of one letter, inquiry or arrival, oldest first.
pub async fn entries_about<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    subject: uuid::Uuid,
) -> Result<Vec<Entry>, StoreError> {
    let params = [
        reader.reader().office_id.to_value(),
        case.id.to_value(),
        Value::Uuid(subject),
    ];
    reader.transaction().all(ENTRIES_ABOUT, &params).await
}

pub async fn entry_count<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<i64, StoreError> {
    Ok(beside::<(i64,)>(reader, ENTRY_COUNT, case)
        .await?
        .first()
        .map_or(0, |(n,)| *n))
}

pub async fn visits<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<PhaseVisit>, StoreError> {
    beside(reader, VISITS, case).await
}

pub async fn promises<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Promise>, StoreError> {
    beside(reader, PROMISES, case).await
}

pub async fn tasks<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Task>, StoreError> {
    beside(reader, TASKS, case).await
}

pub async fn clocks<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Clock>, StoreError> {
    beside(reader, CLOCKS, case).await
}

pub async fn follow_ups<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<FollowUp>, StoreError> {
    beside(reader, FOLLOW_UPS, case).await
}

pub async fn exceptions<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<Exception>, StoreError> {
    beside(reader, EXCEPTIONS, case).await
}

impl Act<'_> {
    /// The case of a question after closing, so that it can be locked first.
    pub async fn case_of_follow_up(&mut self, id: FollowUpId) -> Result<Option<CaseId>, StoreError> {
        let params = [self.office_id().to_value(), id.to_value()];
        let found = self.tx().one::<(CaseId,)>(CASE_OF_FOLLOW_UP, &params).await?;
        Ok(found.map(|(id,)| id))
    }
}
