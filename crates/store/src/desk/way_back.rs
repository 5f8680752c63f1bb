//! Taking an act back: what its rows were before it is kept for a day, outside the ledger. An act is only taken back
//! while nothing came after it, and the ledger keeps both, the act and its undoing.

use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;

use super::Act;
use crate::{
    StoreError,
    engine::{Column, Kind, Table, Value},
    ledger::{self, Changed, Deed, Touch},
    params, statements, tables,
};

statements! {
    KEEP = "insert into ways_back (office_id, object_id, seq, at, rows) values ($1, $2, $3, $4, $5)
        on conflict (office_id, object_id) do update set seq = $3, at = $4, rows = $5";
    FIND = "select seq, rows from ways_back where office_id = $1 and object_id = $2";
    FORGET = "delete from ways_back where office_id = $1 and (object_id = $2 or at < $3)";
    CASE_OF_LINE = "select case_id from ledger where office_id = $1 and seq = $2";
    AFTER_LINE = "select count(*) from ledger where office_id = $1 and seq > $2 and object_id = $3";
    AFTER_LINE_ON_CASE = "select count(*) from ledger where office_id = $1 and seq > $2 and case_id = $3";
    UNINDEX = "delete from search_docs where office_id = $1 and id = $2";
}

/// How long an act can be taken back.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// What came of taking an act back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenBack {
    Done,
    /// There is no act on this object that could be taken back, or it was too long ago.
    Nothing,
    /// Something else happened since.
    Overtaken,
}

/// One row as the act found it and left it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct KeptRow {
    table: String,
    id: Uuid,
    /// None where the act inserted the row.
    before: Option<Vec<Json>>,
    /// Digest of what the act left; none where it removed the row.
    after: Option<ledger::Digest>,
}

impl KeptRow {
    pub(super) fn new(changed: &Changed, before: Option<Vec<Value>>) -> Self {
        Self {
            table: changed.table.clone(),
            id: changed.id,
            before: before.map(|values| values.iter().map(to_json).collect()),
            after: (changed.touch != Touch::Remove).then_some(changed.after),
        }
    }
}

impl Act<'_> {
    /// From here on the act can be taken back: what it changes is kept for a day.
    pub fn keep_a_way_back(&mut self) {
        self.way_back.get_or_insert_default();
    }

    /// The row as it is now, as far as a way back is kept.
    pub(super) async fn before(
        &mut self,
        table: &'static Table,
        id: Uuid,
    ) -> Result<Option<Vec<Value>>, StoreError> {
        if self.way_back.is_none() {
            return Ok(None);
        }
        self.values_of(table, id, false).await
    }

    async fn values_of(
        &mut self,
        table: &'static Table,
        id: Uuid,
        lock: bool,
    ) -> Result<Option<Vec<Value>>, StoreError> {
        let kinds: Vec<Kind> = table.columns.iter().map(|(_, kind)| *kind).collect();
        let params = [self.office_id().to_value(), Value::Uuid(id)];
        let sql = if lock {
            self.tx.find_sql(table)
        } else {
            table.find_sql(false)
        };
        Ok(self.tx.values_made(&sql, &params, &kinds).await?.pop())
    }

    pub(super) async fn save_way_back(&mut self, deed: &Deed, seq: i64) -> Result<(), StoreError> {
        let Some(rows) = self.way_back.take() else {
            return Ok(());
        };
        let rows = serde_json::to_value(rows).map_err(StoreError::broken)?;
        let (office, now) = (self.office_id(), self.now());
        self.tx
            .execute(FORGET, params![office, deed.object_id, now - KEPT])
            .await?;
        self.tx
            .execute(KEEP, params![office, deed.object_id, seq, now, rows])
            .await?;
        Ok(())
    }

    /// Puts every row back to what it was before the last act on an object that kept a way back. It changes rows only
    /// where nothing happened since, to them, to the object, or on the case.
    pub async fn take_back(&mut self, object_id: Uuid) -> Result<TakenBack, StoreError> {
        let office = self.office_id();
        let kept: Option<(i64, Json)> = self.tx.one(FIND, params![office, object_id]).await?;
        let Some((seq, rows)) = kept else {
            return Ok(TakenBack::Nothing);
        };
        let rows: Vec<KeptRow> = serde_json::from_value(rows).map_err(StoreError::broken)?;
        if self.is_overtaken(seq, object_id, &rows).await? {
            return Ok(TakenBack::Overtaken);
        }
        for row in rows.iter().rev() {
            self.put_back(row).await?;
        }
        let never = Timestamp::UNIX_EPOCH;
        self.tx.execute(FORGET, params![office, object_id, never]).await?;
        Ok(TakenBack::Done)
    }

    async fn is_overtaken(
        &mut self,
        seq: i64,
        object_id: Uuid,
        rows: &[KeptRow],
    ) -> Result<bool, StoreError> {
        let office = self.office_id();
        let mut n_after = self.count(AFTER_LINE, params![office, seq, object_id]).await?;
        let line: Option<(Option<Uuid>,)> = self.tx.one(CASE_OF_LINE, params![office, seq]).await?;
        if let Some((Some(case),)) = line {
            n_after += self.count(AFTER_LINE_ON_CASE, params![office, seq, case]).await?;
        }
        let mut left: std::collections::HashMap<(&str, Uuid), Option<ledger::Digest>> =
            std::collections::HashMap::new();
        for row in rows {
            left.insert((row.table.as_str(), row.id), row.after);
        }
        for ((name, id), after) in left {
            let live = self.values_of(table(name)?, id, true).await?;
            let live = live.map(|values| ledger::digest_of_row(name, id, &values));
            if live != after {
                return Ok(true);
            }
        }
        Ok(n_after > 0)
    }

    async fn count(
        &mut self,
        statement: crate::engine::Statement,
        params: &[Value],
    ) -> Result<i64, StoreError> {
        let found: Option<(i64,)> = self.tx.one(statement, params).await?;
        Ok(found.map_or(0, |(n,)| n))
    }

    async fn put_back(&mut self, row: &KeptRow) -> Result<(), StoreError> {
        let table = table(&row.table)?;
        let office = self.office_id();
        let mut params = vec![office.to_value()];
        let Some(before) = &row.before else {
            params.push(Value::Uuid(row.id));
            self.tx.execute_made(&table.remove_sql(), &params).await?;
            self.tx.execute(UNINDEX, params![office, row.id]).await?;
            self.note(table, row.id, Touch::Remove, &[]);
            return Ok(());
        };
        let mut values = Vec::with_capacity(before.len());
        for (json, (_, kind)) in before.iter().zip(table.columns) {
            values.push(from_json(json, *kind)?);
        }
        let touch = if row.after.is_none() {
            params.extend(values.iter().cloned());
            self.tx.execute_made(&table.insert_sql(), &params).await?;
            Touch::Insert
        } else {
            // The version counts on: a form that was filled in before the undoing must notice it.
            let version = self.next_version(table, row.id, &mut values).await?;
            params.extend(values.iter().cloned());
            params.extend(version);
            if self.tx.execute_made(&table.update_sql(), &params).await? != 1 {
                return Err(StoreError::Conflict);
            }
            Touch::Update
        };
        self.note(table, row.id, touch, &values);
        Ok(())
    }

    /// Sets the version of a row that is put back to the next one, and answers the live one.
    async fn next_version(
        &mut self,
        table: &'static Table,
        id: Uuid,
        values: &mut [Value],
    ) -> Result<Option<Value>, StoreError> {
        let at = table.columns.iter().position(|(name, _)| *name == "version");
        let Some(at) = at.filter(|_| table.versioned) else {
            return Ok(None);
        };
        let live = self.values_of(table, id, false).await?;
        let live = live.and_then(|mut row| (at < row.len()).then(|| row.swap_remove(at)));
        if let (Some(Value::Int(version)), Some(value)) = (&live, values.get_mut(at)) {
            *value = Value::Int(version + 1);
        }
        Ok(live)
    }
}

fn table(name: &str) -> Result<&'static Table, StoreError> {
    tables()
        .find(|table| table.name == name)
        .ok_or_else(|| StoreError::broken("a kept row names a table that is not there"))
}

fn to_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(b) => Json::from(*b),
        Value::Int(i) => Json::from(*i),
        Value::Text(t) => Json::from(t.as_str()),
        Value::Bytes(b) => Json::from(b.as_slice()),
        Value::Uuid(u) => Json::from(u.to_string()),
        Value::At(t) => Json::from(t.as_microsecond()),
        Value::On(d) => Json::from(d.to_string()),
        // In a list of one, so that a document that says `null` is not the absence of one.
        Value::Json(j) => Json::Array(vec![j.clone()]),
    }
}

fn from_json(json: &Json, kind: Kind) -> Result<Value, StoreError> {
    if json.is_null() {
        return Ok(Value::Null);
    }
    let text = || json.as_str().unwrap_or_default();
    Ok(match kind {
        Kind::Bool => Value::Bool(read(json)?),
        Kind::Int => Value::Int(read(json)?),
        Kind::Text => Value::Text(read(json)?),
        Kind::Bytes => Value::Bytes(read(json)?),
        Kind::Uuid => Value::Uuid(Uuid::parse_str(text()).map_err(StoreError::broken)?),
        Kind::At => Value::At(Timestamp::from_microsecond(read(json)?).map_err(StoreError::broken)?),
        Kind::On => Value::On(text().parse::<Date>().map_err(StoreError::broken)?),
        Kind::Json => Value::Json(read::<[Json; 1]>(json)?.into_iter().next().unwrap_or_default()),
    })
}

fn read<T: serde::de::DeserializeOwned>(json: &Json) -> Result<T, StoreError> {
    T::deserialize(json).map_err(StoreError::broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_value_comes_back_as_it_was() {
        let at = Timestamp::from_microsecond(1_780_000_000_123_456).expect("an instant");
        let table = [
            (Value::Null, Kind::Json),
            (Value::Bool(true), Kind::Bool),
            (Value::Int(i64::MIN), Kind::Int),
            (Value::Text("Ñ\u{10FFFF}".into()), Kind::Text),
            (Value::Bytes(vec![0, 255]), Kind::Bytes),
            (Value::Uuid(Uuid::max()), Kind::Uuid),
            (Value::At(at), Kind::At),
            (Value::On(jiff::civil::date(2026, 11, 25)), Kind::On),
            (Value::Json(Json::Null), Kind::Json),
            (Value::Json(serde_json::json!({"a": [1]})), Kind::Json),
        ];
        for (value, kind) in table {
            let kept = serde_json::to_string(&to_json(&value)).expect("JSON");
            let json: Json = serde_json::from_str(&kept).expect("JSON again");
            assert_eq!(from_json(&json, kind).expect("a value"), value);
        }
    }
}
