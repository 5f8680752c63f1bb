//! Ten thousand single changes behind the ledger's back, each of them found; and a checker without the chain, which
//! finds none of them.

use domain::{ids::OfficeId, staff::Role};
use store::{
    Chance,
    engine::{Deadline, Kind, Transaction, Value},
    ledger::verify_in,
};

use crate::harness::{did, found_town, on_sqlite, open_case};

/// A table with the columns a vandal may change.
type Covered = (&'static str, &'static [(&'static str, Kind)]);

/// The ledger's own tables beside the covered ones.
const LEDGER: Covered = (
    "ledger",
    &[
        ("seq", Kind::Int),
        ("at", Kind::At),
        ("actor_kind", Kind::Text),
        ("actor_id", Kind::Uuid),
        ("action", Kind::Text),
        ("object", Kind::Text),
        ("object_id", Kind::Uuid),
        ("case_id", Kind::Uuid),
        ("outcome", Kind::Text),
        ("payload_digest", Kind::Bytes),
        ("salt", Kind::Bytes),
        ("payload", Kind::Bytes),
        ("leaf", Kind::Bytes),
        ("chain", Kind::Bytes),
    ],
);
const HEADS: Covered = (
    "ledger_heads",
    &[("seq", Kind::Int), ("chain", Kind::Bytes), ("edge", Kind::Bytes)],
);
const READS: Covered = (
    "reads",
    &[
        ("id", Kind::Uuid),
        ("batch_id", Kind::Uuid),
        ("staff_id", Kind::Uuid),
        ("case_id", Kind::Uuid),
        ("object", Kind::Text),
        ("object_id", Kind::Uuid),
        ("at", Kind::At),
    ],
);

const MUTATIONS: usize = 10_000;

struct Dice<'a>(&'a Chance);

impl Dice<'_> {
    fn below(&self, n: usize) -> usize {
        usize::try_from(u64::from_be_bytes(self.0.bytes())).expect("64 bits") % n
    }
}

fn another(dice: &Dice<'_>, kind: Kind) -> Value {
    match kind {
        Kind::Bool => Value::Bool(dice.below(2) == 1),
        Kind::Int => Value::Int(i64::try_from(dice.below(1_000)).expect("small")),
        Kind::Text => Value::Text(format!("x{}", dice.below(1_000))),
        Kind::Bytes => Value::Bytes(dice.0.bytes::<32>().to_vec()),
        Kind::Uuid => Value::Uuid(dice.0.uuid()),
        Kind::At => {
            Value::At(jiff::Timestamp::from_second(dice.below(2_000_000_000) as i64).expect("in range"))
        }
        Kind::On => Value::On(jiff::civil::date(
            2020,
            1 + dice.below(12) as i8,
            1 + dice.below(28) as i8,
        )),
        Kind::Json => Value::Json(serde_json::json!([dice.below(1_000)])),
    }
}

/// A small office with a little history, its guards against accident taken off.
async fn vandalised() -> (crate::harness::Room, OfficeId) {
    let room = on_sqlite().await;
    let town = found_town(&room.desk, "vandal").await;
    for n in 0..6 {
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        let (_, case) = open_case(&mut act, &town, &format!("AAA-00{n}"), &format!("Person {n}")).await;
        act.commit(did("cases.open", "cases", case.0))
            .await
            .expect("a commit");
        room.desk
            .record_read(&town.actor(Role::Caseworker), Some(case), "cases", case.0)
            .await
            .expect("a read");
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        let mut row = act
            .case_by_id(case)
            .await
            .expect("found")
            .expect("there")
            .into_inner();
        row.summary = format!("More of {n}");
        act.update(&mut row).await.expect("an update");
        act.commit(did("cases.describe", "cases", case.0))
            .await
            .expect("a commit");
    }
    let mut tx = room
        .desk
        .database()
        .write(None, Deadline::NONE)
        .await
        .expect("a write");
    let guards = [
        "ledger_no_update",
        "ledger_no_delete",
        "reads_no_update",
        "reads_no_delete",
    ];
    for guard in guards {
        tx.batch(&format!("drop trigger {guard}"))
            .await
            .expect("the guard comes off");
    }
    tx.commit().await.expect("a commit");
    (room, town.office)
}

/// One random table and one row of it.
struct Target<'d> {
    dice: &'d Dice<'d>,
    table: &'static str,
    columns: &'static [(&'static str, Kind)],
    rows: Vec<(i64,)>,
    row: i64,
}

impl<'d> Target<'d> {
    async fn chosen(tx: &mut Transaction<'_>, dice: &'d Dice<'d>) -> Self {
        let covered: Vec<Covered> = store::tables()
            .filter(|t| matches!(t.name, "cases" | "people" | "staff" | "offices" | "programmes"))
            .map(|t| (t.name, t.columns))
            .chain([LEDGER, LEDGER, LEDGER, HEADS, READS])
            .collect();
        let (table, columns) = covered[dice.below(covered.len())];
        let rows: Vec<(i64,)> = tx
            .all_made(&format!("select rowid from {table} order by rowid"), &[])
            .await
            .expect("rows");
        let row = rows[dice.below(rows.len())].0;
        Self {
            dice,
            table,
            columns,
            rows,
            row,
        }
    }

    fn column(&self) -> (&'static str, Kind) {
        self.columns[self.dice.below(self.columns.len())]
    }

    async fn get(&self, tx: &mut Transaction<'_>, row: i64, column: (&str, Kind)) -> Option<Value> {
        let (table, name) = (self.table, column.0);
        let sql = format!("select {name} from {table} where rowid = $1");
        let found = tx.values_made(&sql, &[Value::Int(row)], &[column.1]).await;
        found.ok()?.pop()?.pop()
    }

    async fn put(&self, tx: &mut Transaction<'_>, row: i64, name: &str, value: Value) -> Option<()> {
        let sql = format!("update {} set {name} = $2 where rowid = $1", self.table);
        tx.execute_made(&sql, &[Value::Int(row), value])
            .await
            .ok()
            .map(drop)
    }

    async fn remove(&self, tx: &mut Transaction<'_>) -> Option<String> {
        let table = self.table;
        let sql = format!("delete from {table} where rowid = $1");
        let n = tx.execute_made(&sql, &[Value::Int(self.row)]).await.ok()?;
        (n == 1).then(|| format!("removed a row of {table}"))
    }

    /// A copy of a row under a new key, where the table's keys allow one.
    async fn insert_copy(&self, tx: &mut Transaction<'_>) -> Option<String> {
        let table = self.table;
        let (key, fresh) = match table {
            "ledger_heads" => return None,
            "ledger" => ("seq", Value::Int(1_000 + self.row)),
            _ => ("id", Value::Uuid(self.dice.0.uuid())),
        };
        let names: Vec<&str> = self
            .columns
            .iter()
            .map(|(n, _)| *n)
            .filter(|n| *n != key)
            .collect();
        let list = names.join(", ");
        let n = if table == "reads" { ", n" } else { "" };
        let sql = format!(
            "insert into {table} (office_id, {key}{n}, {list}) select office_id, $1{n}, {list} from {table} where rowid = $2"
        );
        tx.execute_made(&sql, &[fresh, Value::Int(self.row)]).await.ok()?;
        Some(format!("inserted a copy into {table}"))
    }

    async fn swap(&self, tx: &mut Transaction<'_>) -> Option<String> {
        let other = self.rows[self.dice.below(self.rows.len())].0;
        let column = self.column();
        let a = self.get(tx, self.row, column).await?;
        let b = self.get(tx, other, column).await?;
        if a == b {
            return None;
        }
        let (name, kind) = column;
        // A unique column is swapped by way of a value nobody has.
        self.put(tx, self.row, name, another(self.dice, kind)).await?;
        self.put(tx, other, name, a).await?;
        self.put(tx, self.row, name, b).await?;
        Some(format!("swapped {name} of two rows of {}", self.table))
    }

    async fn change(&self, tx: &mut Transaction<'_>) -> Option<String> {
        let column = self.column();
        let before = self.get(tx, self.row, column).await?;
        let (name, kind) = column;
        let after = another(self.dice, kind);
        if before == after {
            return None;
        }
        self.put(tx, self.row, name, after).await?;
        Some(format!("changed {name} of {}", self.table))
    }
}

/// Does one random thing, and says what. None where it changed nothing.
async fn vandalise(tx: &mut Transaction<'_>, dice: &Dice<'_>) -> Option<String> {
    let target = Target::chosen(tx, dice).await;
    match dice.below(4) {
        0 => target.remove(tx).await,
        1 => target.insert_copy(tx).await,
        2 => target.swap(tx).await,
        _ => target.change(tx).await,
    }
}

/// A log without a chain: it can only look whether the lines are there and can be read.
async fn checker_without_the_chain(tx: &mut Transaction<'_>) -> bool {
    let lines = tx
        .all_made::<(String, String)>("select action, object from ledger", &[])
        .await;
    let rows = tx.all_made::<(Vec<u8>,)>("select id from cases", &[]).await;
    lines.is_ok() && rows.is_ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_single_changes_are_all_found() {
    let (room, office) = vandalised().await;
    let chance = Chance::seeded(20_260_302);
    let dice = Dice(&chance);
    let mut tx = room
        .desk
        .database()
        .write(Some(office), Deadline::NONE)
        .await
        .expect("a write");
    verify_in(&mut tx, office)
        .await
        .expect("an answer")
        .expect("it fits before anything is done");
    tx.batch("pragma defer_foreign_keys = on")
        .await
        .expect("keys wait for a commit that never comes");
    let (mut done, mut found, mut found_without) = (0, 0, 0);
    while done < MUTATIONS {
        tx.batch("savepoint before").await.expect("a savepoint");
        let what = vandalise(&mut tx, &dice).await;
        if let Some(what) = what {
            done += 1;
            // A row that can no longer be read at all is a find like any other.
            let fits = matches!(verify_in(&mut tx, office).await, Ok(Ok(_)));
            assert!(!fits, "not found: {what} (change {done})");
            found += 1;
            found_without += usize::from(!checker_without_the_chain(&mut tx).await);
        }
        tx.batch("rollback to before; release before")
            .await
            .expect("back");
        tx.batch("pragma defer_foreign_keys = on")
            .await
            .expect("keys wait");
    }
    println!("PROMISE A1 changes-found {found} of {done} PASS");
    assert_eq!(
        (found, found_without),
        (MUTATIONS, 0),
        "the twin without the chain finds none"
    );
}
