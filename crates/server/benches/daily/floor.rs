//! The floor: the same work as bare SQL on a copy of the same database, on the same engine, by the same driver.

use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, ensure};
use domain::{
    arrivals::Arrival,
    cases::{Case, Entry},
    ids::OfficeId,
};
use store::{
    Chance,
    engine::{Column as _, Columns, Database, Deadline, Record, Table, Transaction, Value},
};
use testkit::plenty::{SEARCHED, Words};

use crate::work::Work;

pub struct Floor {
    database: Database,
    office: OfficeId,
    worker: Value,
    cases: Vec<Value>,
    long: Vec<Value>,
    /// Where page 20 of the worker's list begins.
    later: (Value, Value),
    case: Vec<Value>,
    entry: Vec<Value>,
    ledger: Vec<Value>,
    next: AtomicUsize,
}

const LIST: &str =
    "select t.id, t.reference, t.title, t.agency, t.phase, t.turn, t.opened_on, t.next_on from cases t
    where t.office_id = $1 and t.closed_on is null and t.owner_id = $2 and (t.next_on, t.id) > ($3, $4)
    order by t.next_on, t.id limit 51";
const SEARCH: [&str; 2] = [
    "select d.id, d.at from search_docs d where d.office_id = $1 and d.rid in (select rowid from search_fts
     where search_fts match $2 order by rowid desc limit 50) order by d.at desc",
    "select id, at from search_documents($2, 50) where $1::uuid is not null",
];
const LEDGER: &str = "insert into ledger (office_id, seq, at, actor_kind, actor_id, action, object, object_id, case_id,
    outcome, payload_digest, salt, payload, leaf, chain) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
const SEQ: &str = "select max(seq) + 1 from ledger where office_id = $1";
const DOC: [&str; 2] = [
    "insert into search_docs (office_id, id, kind, case_id, person_id, at, text) values ($1, $2, $3, $4, null, $5, $6)",
    "insert into search_docs (office_id, id, kind, case_id, person_id, at, text, tsv)
     values ($1, $2, $3, $4, null, $5, $6, to_tsvector('simple', $6))",
];

impl Floor {
    pub async fn new(database: Database, office: OfficeId, worker: domain::ids::StaffId) -> Result<Self> {
        let mut tx = database.read(Some(office), Deadline::NONE).await?;
        let of = [office.to_value(), worker.to_value()];
        let open = "select t.id from cases t where t.office_id = $1 and t.closed_on is null and t.owner_id = $2 limit 2000";
        let long = "select t.id from cases t where t.office_id = $1 and t.closed_on is null and $2 = $2
            and (select count(*) from entries e where e.office_id = t.office_id and e.case_id = t.id) = 50 limit 200";
        let first = [
            office.to_value(),
            worker.to_value(),
            on("0001-01-01"),
            Value::Uuid(uuid::Uuid::nil()),
        ];
        let later = "select t.next_on, t.id from cases t where t.office_id = $1 and t.closed_on is null
            and t.owner_id = $2 order by t.next_on, t.id limit 950";
        let later: Vec<(jiff::civil::Date, uuid::Uuid)> = tx.all_made(later, &of).await?;
        let list: Vec<(uuid::Uuid,)> = tx.all_made(LIST, &first).await?;
        ensure!(!list.is_empty(), "the worker has open cases");
        let ids =
            |found: Vec<(uuid::Uuid,)>| found.into_iter().map(|(id,)| Value::Uuid(id)).collect::<Vec<_>>();
        let cases = ids(tx.all_made(open, &of).await?);
        let long = ids(tx.all_made(long, &of).await?);
        let (on, id) = later.last().context("a row of the list")?;
        let case = one::<Case>(&mut tx, office).await?;
        let entry = one::<Entry>(&mut tx, office).await?;
        let ledger = tx
            .values_made(
                "select at, actor_kind, actor_id, action, object, object_id, case_id, outcome, payload_digest, salt,
                 payload, leaf, chain from ledger where office_id = $1 and seq = 1",
                &of[..1],
                &ledger_kinds(),
            )
            .await?;
        tx.rollback().await?;
        Ok(Self {
            later: (on.to_value(), Value::Uuid(*id)),
            worker: worker.to_value(),
            cases,
            long,
            case,
            entry,
            ledger: ledger.into_iter().next().context("a line of the ledger")?,
            database,
            office,
            next: AtomicUsize::new(0),
        })
    }

    /// Does the work of one operation; where there is none to compare with, says so.
    pub async fn once(&self, work: Work) -> Result<bool> {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        match work {
            Work::Static => return Ok(false),
            Work::CasePage | Work::CaseAfterSearch | Work::Gate => {
                self.case(&self.cases[n % self.cases.len()]).await?;
            }
            Work::LongCasePage => self.case(&self.long[n % self.long.len()]).await?,
            Work::MyCases => {
                let first = (on("0001-01-01"), Value::Uuid(uuid::Uuid::nil()));
                self.list(&first).await?;
            }
            Work::MyCasesLater => self.list(&self.later).await?,
            Work::SearchRare => self.search(&[Words::of_rank(SEARCHED[0])]).await?,
            Work::SearchTwo => {
                self.search(&[Words::of_rank(SEARCHED[2]), Words::of_rank(SEARCHED[3])])
                    .await?;
            }
            Work::SearchNothing => self.search(&["xylophonist".into()]).await?,
            Work::Create => self.create(n).await?,
            Work::Note => self.note(n, true).await?,
            Work::Phase => self.note(n, false).await?,
            Work::Mail => self.arrival().await?,
        }
        Ok(true)
    }

    async fn case(&self, id: &Value) -> Result<()> {
        let mut tx = self.database.read(Some(self.office), Deadline::NONE).await?;
        let of = [self.office.to_value(), id.clone()];
        let case: Vec<Case> = tx.all_made(&Case::TABLE.find_sql(false), &of).await?;
        ensure!(case.len() == 1, "the case is there");
        let entries = format!(
            "select {} from entries t where t.office_id = $1 and t.case_id = $2 order by t.at desc, t.id desc limit 51",
            Entry::TABLE.list("t")
        );
        let entries: Vec<Entry> = tx.all_made(&entries, &of).await?;
        ensure!(!entries.is_empty(), "a timeline");
        Ok(tx.rollback().await?)
    }

    async fn list(&self, after: &(Value, Value)) -> Result<()> {
        let mut tx = self.database.read(Some(self.office), Deadline::NONE).await?;
        let params = [
            self.office.to_value(),
            self.worker.clone(),
            after.0.clone(),
            after.1.clone(),
        ];
        type Line = (
            uuid::Uuid,
            String,
            String,
            Option<String>,
            String,
            String,
            jiff::civil::Date,
            jiff::civil::Date,
        );
        let found: Vec<Line> = tx.all_made(LIST, &params).await?;
        ensure!(!found.is_empty(), "rows");
        Ok(tx.rollback().await?)
    }

    async fn search(&self, words: &[String]) -> Result<()> {
        let mut tx = self.database.read(Some(self.office), Deadline::NONE).await?;
        let is_postgres = self.database.is_postgres();
        let (between, text) = if is_postgres {
            (" & ", SEARCH[1])
        } else {
            (" ", SEARCH[0])
        };
        let params = [self.office.to_value(), words.join(between).to_value()];
        let _: Vec<(uuid::Uuid, jiff::Timestamp)> = tx.all_made(text, &params).await?;
        Ok(tx.rollback().await?)
    }

    async fn create(&self, n: usize) -> Result<()> {
        let mut tx = self.database.write(Some(self.office), Deadline::NONE).await?;
        let case_id = Chance::System.uuid();
        let mut case = self.case.clone();
        set(Case::TABLE, &mut case, "id", Value::Uuid(case_id));
        set(
            Case::TABLE,
            &mut case,
            "reference",
            format!("floor-{n}").to_value(),
        );
        insert(&mut tx, self.office, Case::TABLE, &case).await?;
        self.entry(&mut tx, case_id).await?;
        self.document(
            &mut tx,
            case_id,
            case_id,
            "case",
            &Words::of_rank(n % 4_000 + 1).repeat(100),
        )
        .await?;
        self.line(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    async fn note(&self, n: usize, has_words: bool) -> Result<()> {
        let mut tx = self.database.write(Some(self.office), Deadline::NONE).await?;
        let Value::Uuid(case_id) = self.cases[n % self.cases.len()] else {
            anyhow::bail!("an id")
        };
        let id = self.entry(&mut tx, case_id).await?;
        if has_words {
            self.document(
                &mut tx,
                id,
                case_id,
                "entry",
                &Words::of_rank(n % 4_000 + 1).repeat(40),
            )
            .await?;
        }
        let touch = [self.office.to_value(), Value::Uuid(case_id)];
        tx.execute_made(
            "update cases set version = version + 1 where office_id = $1 and id = $2",
            &touch,
        )
        .await?;
        self.line(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    async fn arrival(&self) -> Result<()> {
        let mut tx = self.database.write(Some(self.office), Deadline::NONE).await?;
        let id = Chance::System.uuid();
        let values: Vec<Value> = Arrival::TABLE
            .columns
            .iter()
            .map(|(name, kind)| match (*name, kind) {
                ("id", _) => Value::Uuid(id),
                ("digest", _) => Value::Bytes(id.as_bytes().repeat(2)),
                ("fate", _) => "waiting".to_owned().to_value(),
                ("because", _) => Value::Json(serde_json::json!([])),
                (name, _) if name.ends_with("_id") || name.starts_with("fate_") => Value::Null,
                ("reply_to_case" | "html" | "language" | "due_hint_on" | "written_at", _) => Value::Null,
                (_, store::engine::Kind::Text) => "some words of a letter ".repeat(8).to_value(),
                (_, store::engine::Kind::Int) => 0_i64.to_value(),
                (_, store::engine::Kind::At) => store::TimeSource::Machine.now().to_value(),
                _ => Value::Null,
            })
            .collect();
        insert(&mut tx, self.office, Arrival::TABLE, &values).await?;
        self.line(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    async fn entry(&self, tx: &mut Transaction<'_>, case_id: uuid::Uuid) -> Result<uuid::Uuid> {
        let mut entry = self.entry.clone();
        let id = Chance::System.uuid();
        set(Entry::TABLE, &mut entry, "id", Value::Uuid(id));
        set(Entry::TABLE, &mut entry, "case_id", Value::Uuid(case_id));
        insert(tx, self.office, Entry::TABLE, &entry).await?;
        Ok(id)
    }

    async fn document(
        &self,
        tx: &mut Transaction<'_>,
        id: uuid::Uuid,
        case_id: uuid::Uuid,
        kind: &str,
        text: &str,
    ) -> Result<()> {
        let sql = DOC[usize::from(self.database.is_postgres())];
        let params = [
            self.office.to_value(),
            Value::Uuid(id),
            kind.to_owned().to_value(),
            Value::Uuid(case_id),
            store::TimeSource::Machine.now().to_value(),
            text.to_owned().to_value(),
        ];
        tx.execute_made(sql, &params).await?;
        Ok(())
    }

    async fn line(&self, tx: &mut Transaction<'_>) -> Result<()> {
        let seq: Vec<(i64,)> = tx.all_made(SEQ, &[self.office.to_value()]).await?;
        let seq = seq.first().context("a number")?.0;
        let mut params = vec![self.office.to_value(), seq.to_value()];
        params.extend(self.ledger.iter().cloned());
        tx.execute_made(LEDGER, &params).await?;
        Ok(())
    }
}

fn ledger_kinds() -> Vec<store::engine::Kind> {
    use store::engine::Kind as K;
    vec![
        K::At,
        K::Text,
        K::Uuid,
        K::Text,
        K::Text,
        K::Uuid,
        K::Uuid,
        K::Text,
        K::Bytes,
        K::Bytes,
        K::Bytes,
        K::Bytes,
        K::Bytes,
    ]
}

fn on(day: &str) -> Value {
    day.parse::<jiff::civil::Date>().expect("a day").to_value()
}

/// The values of any one row of a table.
async fn one<T: Record>(tx: &mut Transaction<'_>, office: OfficeId) -> Result<Vec<Value>> {
    let sql = format!(
        "select {} from {} where office_id = $1 limit 1",
        T::TABLE.list(""),
        T::TABLE.name
    );
    let mut kinds = Vec::new();
    <T as Columns>::kinds(&mut kinds);
    let rows = tx.values_made(&sql, &[office.to_value()], &kinds).await?;
    rows.into_iter()
        .next()
        .with_context(|| format!("a row of {}", T::TABLE.name))
}

fn set(table: &Table, row: &mut [Value], column: &str, value: Value) {
    if let Some(at) = table.columns.iter().position(|(name, _)| *name == column) {
        row[at] = value;
    }
}

async fn insert(tx: &mut Transaction<'_>, office: OfficeId, table: &Table, row: &[Value]) -> Result<()> {
    let mut params = vec![office.to_value()];
    params.extend(row.iter().cloned());
    tx.execute_made(&table.insert_sql(), &params).await?;
    Ok(())
}
