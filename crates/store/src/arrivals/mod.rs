//! Arrivals: what came in, what was understood of it, and what became of it.

use domain::{
    access::Who,
    arrivals::{Arrival, ArrivalChannel, ArrivalFile, Because, Fate, MatterKind, Verdict},
    ids::{ArrivalId, BatchId, CaseId, DocumentId, PersonId, StaffId},
};
use jiff::{Timestamp, civil::Date};

use crate::{
    Act, Reader, StoreError,
    engine::{Column, Deadline},
    json_columns, params, read_model, record, sight, statements, word_columns,
};

word_columns!(ArrivalChannel, Verdict, Fate, MatterKind);
json_columns!(Vec<Because>);

record!(Arrival, "arrivals", [
    id: ArrivalId, channel: ArrivalChannel, digest: Vec<u8>, raw_object: Option<String>, raw_bytes: i64,
    received_at: Timestamp, batch_id: Option<BatchId>, attempts: i64, verdict: Verdict, because: Vec<Because>,
    from_name: String, from_address: String, subject: String, written_at: Option<Timestamp>,
    message_id: Option<String>, new_text: String, quoted_text: String, signature: String, html: Option<String>,
    left_out: i64, reply_to_case: Option<CaseId>, person_id: Option<PersonId>, fate: Fate,
    fate_reason: Option<String>, fate_case: Option<CaseId>, fate_by: Option<StaffId>, fate_at: Option<Timestamp>,
    kind: MatterKind, language: Option<String>, due_hint_on: Option<Date>, version: i64,
], version: version);

record!(ArrivalFile, "arrival_files", [
    id: DocumentId, arrival_id: ArrivalId, n: i64, name: String, claimed_type: String, bytes: i64,
]);

/// An arrival that answers, or became part of, a case the reader may not open is not shown, nor counted.
macro_rules! arrival_sight {
    () => {
        concat!(
            "($5 or ($3 and not exists (select 1 from cases c where c.office_id = t.office_id
            and (c.id = t.reply_to_case or c.id = t.fate_case) and not ",
            sight!("c"),
            ")))"
        )
    };
}

macro_rules! line {
    () => {
        "select t.id, t.channel, t.received_at, t.verdict, t.because, t.from_name, t.from_address, t.subject,
         substr(t.new_text, 1, 160), t.fate, t.fate_case, t.reply_to_case from arrivals t "
    };
}

statements! {
    KNOWN = "select id from arrivals where office_id = $1 and digest = $2";
    KEPT_RAW = "select id, digest, raw_object from arrivals where office_id = $1 and raw_object is not null and id > $2
        order by id limit $3";
    OTHERS_WAITING = "select count(*) from arrivals where office_id = $1 and reply_to_case = $2 and fate = 'waiting'
        and id <> $3";
    BY_DIGEST = of Arrival, "where t.office_id = $1 and t.digest = $2";
    ONE = of Arrival, concat!("where t.office_id = $1 and t.id = $6 and ", arrival_sight!());
    FILES = of ArrivalFile, "where t.office_id = $1 and t.arrival_id = $2 order by t.n, t.id limit 1000";
    WAITING = concat!(line!(), "where t.office_id = $1 and t.fate = 'waiting' and (t.received_at, t.id) > ($6, $7) and ",
        arrival_sight!(), " order by t.received_at, t.id limit $8");
    WAITING_VERDICT = concat!(line!(), "where t.office_id = $1 and t.fate = 'waiting' and t.verdict = $9
        and (t.received_at, t.id) > ($6, $7) and ", arrival_sight!(), " order by t.received_at, t.id limit $8");
    DECIDED = concat!(line!(), "where t.office_id = $1 and t.fate <> 'waiting' and (t.fate_at, t.id) < ($6, $7) and ",
        arrival_sight!(), " order by t.fate_at desc, t.id desc limit $8");
    WAITING_COUNTS = concat!("select t.verdict, count(*) from arrivals t where t.office_id = $1 and t.fate = 'waiting' and ",
        arrival_sight!(), " group by t.verdict order by t.verdict");
    FROM_ADDRESS_SINCE = "select count(*) from letters l where l.office_id = $1 and l.to_address = $2
        and l.template is not null and l.drafted_by = $3 and l.drafted_at > $4";
    ATTEMPTED = "insert into arrival_attempts (office_id, digest, attempts, last_at) values ($1, $2, 1, $3)
        on conflict (office_id, digest) do update set attempts = arrival_attempts.attempts + 1, last_at = $3
        returning attempts";
    ATTEMPT_DONE = "delete from arrival_attempts where office_id = $1 and digest = $2";
}

read_model! {
    /// One line of the arrivals list.
    pub struct ArrivalLine {
        pub id: ArrivalId,
        pub channel: ArrivalChannel,
        pub received_at: Timestamp,
        pub verdict: Verdict,
        pub because: Vec<Because>,
        pub from_name: String,
        pub from_address: String,
        pub subject: String,
        pub begins: String,
        pub fate: Fate,
        pub fate_case: Option<CaseId>,
        pub reply_to_case: Option<CaseId>,
    }
}

/// Which arrivals a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrivalFilter {
    Waiting,
    WaitingVerdict(Verdict),
    Decided,
}

/// A page of arrivals: waiting ones oldest first, decided ones newest first.
pub async fn page<'d>(
    reader: &mut impl Reader<'d>,
    filter: ArrivalFilter,
    after: Option<(Timestamp, ArrivalId)>,
    limit: i64,
) -> Result<Vec<ArrivalLine>, StoreError> {
    let first = match filter {
        ArrivalFilter::Decided => (221_845_392_000, uuid::Uuid::max()),
        ArrivalFilter::Waiting | ArrivalFilter::WaitingVerdict(_) => (-60_000_000_000, uuid::Uuid::nil()),
    };
    let first = (
        Timestamp::from_second(first.0).map_err(StoreError::broken)?,
        ArrivalId(first.1),
    );
    let (at, id) = after.unwrap_or(first);
    let mut params = reader.sight_params();
    params.extend([at.to_value(), id.to_value(), limit.to_value()]);
    let statement = match filter {
        ArrivalFilter::Waiting => WAITING,
        ArrivalFilter::WaitingVerdict(verdict) => {
            params.push(verdict.to_value());
            WAITING_VERDICT
        }
        ArrivalFilter::Decided => DECIDED,
    };
    reader.transaction().all(statement, &params).await
}

/// How many wait, by verdict.
pub async fn counts<'d>(reader: &mut impl Reader<'d>) -> Result<Vec<(Verdict, i64)>, StoreError> {
    let params = reader.sight_params();
    reader.transaction().all(WAITING_COUNTS, &params).await
}

pub async fn one<'d>(reader: &mut impl Reader<'d>, id: ArrivalId) -> Result<Option<Arrival>, StoreError> {
    let mut params = reader.sight_params();
    params.push(id.to_value());
    reader.transaction().one(ONE, &params).await
}

pub async fn files<'d>(
    reader: &mut impl Reader<'d>,
    arrival: &Arrival,
) -> Result<Vec<ArrivalFile>, StoreError> {
    let params = [reader.reader().office_id.to_value(), arrival.id.to_value()];
    reader.transaction().all(FILES, &params).await
}

/// The arrival with this digest. For the house only: having sent something says nothing about who may see it here.
pub async fn known<'d>(reader: &mut impl Reader<'d>, digest: &[u8]) -> Result<Option<ArrivalId>, StoreError> {
    if !matches!(reader.reader().who, Who::House) {
        return Ok(None);
    }
    let params = [reader.reader().office_id.to_value(), digest.to_vec().to_value()];
    let found: Option<(ArrivalId,)> = reader.transaction().one(KNOWN, &params).await?;
    Ok(found.map(|(id,)| id))
}

/// An arrival whose bytes are kept: its id, its digest and the name of its object.
pub type KeptRaw = (ArrivalId, Vec<u8>, String);

/// A page of all arrivals whose raw bytes are kept, after the last one, for an export. For the house only.
pub async fn kept_raw<'d>(
    reader: &mut impl Reader<'d>,
    after: ArrivalId,
    limit: i64,
) -> Result<Vec<KeptRaw>, StoreError> {
    if !matches!(reader.reader().who, Who::House) {
        return Ok(Vec::new());
    }
    let params = [
        reader.reader().office_id.to_value(),
        after.to_value(),
        limit.to_value(),
    ];
    reader.transaction().all(KEPT_RAW, &params).await
}

/// How many other arrivals wait that seem to answer this case.
pub async fn others_waiting<'d>(
    reader: &mut impl Reader<'d>,
    case: &crate::cases::SeenCase,
    but: ArrivalId,
) -> Result<i64, StoreError> {
    let params = [
        reader.reader().office_id.to_value(),
        case.id.to_value(),
        but.to_value(),
    ];
    let found: Option<(i64,)> = reader.transaction().one(OTHERS_WAITING, &params).await?;
    Ok(found.map_or(0, |(n,)| n))
}

impl Act<'_> {
    pub async fn arrival_by_digest(&mut self, digest: &[u8]) -> Result<Option<Arrival>, StoreError> {
        let office = self.office_id();
        self.tx().one(BY_DIGEST, params![office, digest.to_vec()]).await
    }

    pub async fn arrival(&mut self, id: ArrivalId) -> Result<Option<Arrival>, StoreError> {
        // The lock first, then the filtered read, so that two people cannot both decide.
        if self.row::<Arrival>(id.0).await?.is_none() {
            return Ok(None);
        }
        one(self, id).await
    }

    /// Automatic letters written to an address since an instant.
    pub async fn automatic_letters_to(&mut self, address: &str, since: Timestamp) -> Result<i64, StoreError> {
        let office = self.office_id();
        let house = StaffId(uuid::Uuid::nil());
        let found: Option<(i64,)> = self
            .tx()
            .one(
                FROM_ADDRESS_SINCE,
                params![office, address.to_owned(), house, since],
            )
            .await?;
        Ok(found.map_or(0, |(n,)| n))
    }
}

/// Counts one more try at reading a message, durably and before it is tried, so that a message that kills the
/// process is tried only so often. Answers how many tries that makes.
pub async fn record_attempt(
    desk: &crate::Desk,
    office: domain::ids::OfficeId,
    digest: &[u8],
) -> Result<i64, StoreError> {
    let mut tx = desk.database().write(Some(office), Deadline::PAGE).await?;
    let now = desk.now();
    let tries: Option<(i64,)> = tx.one(ATTEMPTED, params![office, digest.to_vec(), now]).await?;
    tx.commit().await?;
    Ok(tries.map_or(1, |(n,)| n))
}

impl Act<'_> {
    /// The message was filed: its tries need no counting any more.
    pub async fn forget_attempts(&mut self, digest: &[u8]) -> Result<(), StoreError> {
        let office = self.office_id();
        self.tx()
            .execute(ATTEMPT_DONE, params![office, digest.to_vec()])
            .await?;
        Ok(())
    }
}
