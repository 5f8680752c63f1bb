//! Those who work here, their sessions, and the count of attempts to log in.

pub mod sessions;

use domain::{
    ids::{OfficeId, SessionId, StaffId},
    staff::{Role, Session, SessionStage, Staff},
};
use jiff::{Timestamp, civil::Date};

use crate::{
    Act, Desk, Look, StoreError,
    engine::{Column, Deadline, Transaction},
    json_columns, params, record, statements, word_columns,
};

word_columns!(Role, SessionStage);

/// A list of plain strings in one JSON column.
impl Column for Vec<String> {
    const KIND: crate::engine::Kind = crate::engine::Kind::Json;
    fn to_value(&self) -> crate::engine::Value {
        serde_json::Value::from(self.clone()).to_value()
    }
    fn from_value(value: crate::engine::Value) -> Result<Self, StoreError> {
        serde_json::from_value(serde_json::Value::from_value(value)?).map_err(StoreError::broken)
    }
}

json_columns!(domain::drafts::DraftFields);

record!(Staff, "staff", [
    id: StaffId, name: String, login: String, role: Role, password_hash: Option<String>, must_change: bool,
    first_until: Option<Timestamp>,
    totp_sealed: Option<Vec<u8>>, totp_step: i64, recovery: Vec<String>, language: String,
    disabled_on: Option<Date>, created_at: Timestamp, version: i64,
], version: version);

record!(Session, "sessions", [
    id: SessionId, staff_id: StaffId, token_digest: Vec<u8>, stage: SessionStage, csrf: String,
    created_at: Timestamp, seen_at: Timestamp, ends_at: Timestamp,
]);

statements! {
    BY_LOGIN = of Staff, "where t.office_id = $1 and t.login = $2";
    EVERYBODY = of Staff, "where t.office_id = $1 order by t.name, t.id limit 2000";
    /// the office behind a browser's secret, before any office is known
    DOOR = "select office_id from session_doors where token_digest = $1";
    DOOR_OPEN = "insert into session_doors (token_digest, office_id, ends_at) values ($1, $2, $3)";
    DOOR_SHUT = "delete from session_doors where token_digest = $1";
    DOORS_ENDED = "delete from session_doors where ends_at < $1";
    /// the worker, and the browser's stay
    SESSION = of Staff, "s.id, s.staff_id, s.token_digest, s.stage, s.csrf, s.created_at, s.seen_at, s.ends_at"
        "join sessions s on s.office_id = t.office_id and s.staff_id = t.id
        where t.office_id = $1 and s.token_digest = $2";
    SESSION_START = "insert into sessions (office_id, id, staff_id, token_digest, stage, csrf, created_at, seen_at, ends_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SESSION_SEEN = "update sessions set seen_at = $3 where office_id = $1 and id = $2";
    /// the demo's clock was set: nobody is shown the door for it
    SESSIONS_CARRY = "update sessions set created_at = $2, seen_at = $2, ends_at = $3 where office_id = $1";
    DOORS_CARRY = "update session_doors set ends_at = $2 where office_id = $1";
    SESSION_END = "delete from sessions where office_id = $1 and token_digest = $2";
    SESSIONS_ENDED = "delete from sessions where office_id = $1 and ends_at < $2";
    SESSIONS_OF = "select token_digest from sessions where office_id = $1 and staff_id = $2 limit 1000";
    SESSIONS_OF_END = "delete from sessions where office_id = $1 and staff_id = $2";
    ATTEMPT = "insert into login_attempts (office_id, subject, at) values ($1, $2, $3)";
    /// the newest attempts of one subject
    ATTEMPTS = "select at from login_attempts where office_id = $1 and subject = $2 and at > $3
        order by at desc, n desc limit 100";
    ATTEMPTS_FORGET = "delete from login_attempts where office_id = $1 and (at < $2 or subject = $3)";
}

pub async fn by_login(
    tx: &mut Transaction<'_>,
    office: OfficeId,
    login: &str,
) -> Result<Option<Staff>, StoreError> {
    tx.one(BY_LOGIN, params![office, login.to_owned()]).await
}

pub async fn everybody(look: &mut Look<'_>) -> Result<Vec<Staff>, StoreError> {
    let office = look.office_id();
    look.tx().all(EVERYBODY, params![office]).await
}

/// Somebody by what they type to log in, before anybody is known.
pub async fn find_by_login(desk: &Desk, office: OfficeId, login: &str) -> Result<Option<Staff>, StoreError> {
    let mut tx = desk.database().read(Some(office), Deadline::PAGE).await?;
    let found = by_login(&mut tx, office, login).await?;
    tx.rollback().await?;
    Ok(found)
}

impl Act<'_> {
    /// Somebody who works here, locked until the end of the act.
    pub async fn staff(&mut self, id: StaffId) -> Result<Option<Staff>, StoreError> {
        self.row(id.0).await
    }

    pub async fn staff_by_login(&mut self, login: &str) -> Result<Option<Staff>, StoreError> {
        let office = self.office_id();
        by_login(self.tx(), office, login).await
    }

    pub async fn everybody(&mut self) -> Result<Vec<Staff>, StoreError> {
        let office = self.office_id();
        self.tx().all(EVERYBODY, params![office]).await
    }
}
