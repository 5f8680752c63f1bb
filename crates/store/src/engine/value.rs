//! One value of one column, the same on both engines, with a canonical form for digests.

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use crate::StoreError;

/// The kinds of column the house knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Bool,
    Int,
    Text,
    Bytes,
    Uuid,
    At,
    On,
    Json,
}

/// A value on its way to or from a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
    Uuid(Uuid),
    At(Timestamp),
    On(Date),
    Json(serde_json::Value),
}

impl Value {
    /// Appends a form in which two different values never look alike: a tag, a length where it varies, the bytes.
    /// Digests of rows are made of it, so it must be the same on both engines and for ever.
    pub fn canonical(&self, out: &mut Vec<u8>) {
        let mut sized = |tag: u8, bytes: &[u8]| {
            out.push(tag);
            out.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
            out.extend_from_slice(bytes);
        };
        match self {
            Value::Null => sized(0, &[]),
            Value::Bool(b) => sized(1, &[u8::from(*b)]),
            Value::Int(i) => sized(2, &i.to_be_bytes()),
            Value::Text(t) => sized(3, t.as_bytes()),
            Value::Bytes(b) => sized(4, b),
            Value::Uuid(u) => sized(5, u.as_bytes()),
            Value::At(t) => sized(6, &t.as_microsecond().to_be_bytes()),
            Value::On(d) => sized(7, d.to_string().as_bytes()),
            // serde_json keeps object keys sorted, so equal documents print alike whatever the engine did to them.
            Value::Json(j) => sized(8, j.to_string().as_bytes()),
        }
    }
}

/// A Rust type that lives in one column.
pub trait Column: Sized {
    const KIND: Kind;
    fn to_value(&self) -> Value;
    fn from_value(value: Value) -> Result<Self, StoreError>;
}

fn wrong(kind: &str, value: &Value) -> StoreError {
    StoreError::broken(format!("a column of kind {kind} held {}", tag(value)))
}

const fn tag(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a boolean",
        Value::Int(_) => "a number",
        Value::Text(_) => "text",
        Value::Bytes(_) => "bytes",
        Value::Uuid(_) => "an id",
        Value::At(_) => "an instant",
        Value::On(_) => "a date",
        Value::Json(_) => "a document",
    }
}

macro_rules! plain_column {
    ($($type:ty, $kind:ident, $to:expr;)*) => {$(
        impl Column for $type {
            const KIND: Kind = Kind::$kind;
            fn to_value(&self) -> Value {
                let to: fn(&$type) -> Value = $to;
                to(self)
            }
            fn from_value(value: Value) -> Result<Self, StoreError> {
                match value {
                    Value::$kind(inner) => Ok(inner),
                    other => Err(wrong(stringify!($kind), &other)),
                }
            }
        }
    )*};
}

plain_column! {
    bool, Bool, |v| Value::Bool(*v);
    i64, Int, |v| Value::Int(*v);
    // PostgreSQL refuses U+0000 in text, and SQLite would cut the text short in places: it becomes the replacement sign.
    String, Text, |v| Value::Text(if v.contains('\0') { v.replace('\0', "\u{FFFD}") } else { v.clone() });
    Vec<u8>, Bytes, |v| Value::Bytes(v.clone());
    Uuid, Uuid, |v| Value::Uuid(*v);
    Timestamp, At, |v| Value::At(*v);
    Date, On, |v| Value::On(*v);
    serde_json::Value, Json, |v| Value::Json(without_nul(v));
}

fn without_nul(json: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value as J;
    match json {
        J::String(s) if s.contains('\0') => J::String(s.replace('\0', "\u{FFFD}")),
        J::Array(items) => J::Array(items.iter().map(without_nul).collect()),
        J::Object(map) => J::Object(
            map.iter()
                .map(|(k, v)| (k.replace('\0', "\u{FFFD}"), without_nul(v)))
                .collect(),
        ),
        other => other.clone(),
    }
}

impl<T: Column> Column for Option<T> {
    const KIND: Kind = T::KIND;
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::to_value)
    }
    fn from_value(value: Value) -> Result<Self, StoreError> {
        match value {
            Value::Null => Ok(None),
            some => T::from_value(some).map(Some),
        }
    }
}

/// An id newtype is a column of its UUID.
macro_rules! id_columns {
    ($($id:ident),* $(,)?) => {$(
        impl Column for domain::ids::$id {
            const KIND: Kind = Kind::Uuid;
            fn to_value(&self) -> Value { Value::Uuid(self.0) }
            fn from_value(value: Value) -> Result<Self, StoreError> { Uuid::from_value(value).map(Self) }
        }
    )*};
}
id_columns!(
    OfficeId,
    ProgrammeId,
    StaffId,
    SessionId,
    PersonId,
    ContactPointId,
    IdentifierId,
    CaseId,
    PhaseVisitId,
    ClockId,
    PromiseId,
    TaskId,
    EntryId,
    ArrivalId,
    DocumentId,
    ReleaseId,
    DisclosureId,
    OverrideId,
    InquiryId,
    ReplyId,
    LetterId,
    DraftId,
    JobId,
    ReadId,
    BatchId,
    AccessId,
    FollowUpId,
);

/// A closed set of words is a column of its word.
#[macro_export]
macro_rules! word_columns {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::engine::Column for $type {
            const KIND: $crate::engine::Kind = $crate::engine::Kind::Text;
            fn to_value(&self) -> $crate::engine::Value { $crate::engine::Value::Text(self.as_str().to_owned()) }
            fn from_value(value: $crate::engine::Value) -> Result<Self, $crate::StoreError> {
                String::from_value(value)?.parse().map_err($crate::StoreError::broken)
            }
        }
    )*};
}

/// A small nested value is a JSON column.
#[macro_export]
macro_rules! json_columns {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::engine::Column for $type {
            const KIND: $crate::engine::Kind = $crate::engine::Kind::Json;
            fn to_value(&self) -> $crate::engine::Value {
                let json = serde_json::to_value(self).expect("a value made of plain fields becomes JSON");
                $crate::engine::Column::to_value(&json)
            }
            fn from_value(value: $crate::engine::Value) -> Result<Self, $crate::StoreError> {
                serde_json::from_value(serde_json::Value::from_value(value)?).map_err($crate::StoreError::broken)
            }
        }
    )*};
}

/// Makes a parameter list: `params![id, name, &on]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::engine::Column::to_value(&$value)),*] };
}
