//! Those who work here, and the door they log in by.

mod changes;

use jiff::{SignedDuration, Timestamp, civil::Date};

pub use changes::{StaffRefusal, change_role, disable, enable, reset};

use crate::ids::{SessionId, StaffId};
use crate::words;

words! {
    /// What somebody does here.
    pub enum Role {
        Intake => "intake",
        Caseworker => "caseworker",
        Supervisor => "supervisor",
        Director => "director",
        Administrator => "administrator",
        Auditor => "auditor",
    }
}

words! {
    /// How far a browser has come on its way in.
    pub enum SessionStage {
        /// The password was right; the code of the second factor is still asked.
        Password => "password",
        /// Logged in with a password somebody else made, and must choose their own before anything else.
        Change => "change",
        /// Logged in, and must set up a second factor before anything else.
        Enrol => "enrol",
        Full => "full",
    }
}

/// How long a password made by somebody else opens.
pub const FIRST_PASSWORD_OPENS: SignedDuration = SignedDuration::from_hours(24);

/// Somebody who works here. Outlives their login: a disabled worker stays the author of what they wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Staff {
    pub id: StaffId,
    /// As shown to colleagues and in letters.
    pub name: String,
    /// What they type to log in: lower case, unique in the office.
    pub login: String,
    pub role: Role,
    /// Argon2id in PHC form; none until they have set one.
    pub password_hash: Option<String>,
    /// They were given this password by somebody else and must choose their own.
    pub must_change: bool,
    /// That password opens until then, and no longer.
    pub first_until: Option<Timestamp>,
    /// The second factor's secret, sealed.
    pub totp_sealed: Option<Vec<u8>>,
    /// The last time step that was used, so that a code works once.
    pub totp_step: i64,
    /// Digests of the recovery codes that are left.
    pub recovery: Vec<String>,
    /// `en` or `es`.
    pub language: String,
    pub disabled_on: Option<Date>,
    pub created_at: Timestamp,
    pub version: i64,
}

impl Staff {
    pub const fn is_active(&self) -> bool {
        self.disabled_on.is_none()
    }

    /// Whether their password opens at all: a closed login's does not, nor one made by somebody else a day ago.
    pub fn may_enter(&self, now: Timestamp) -> bool {
        self.is_active() && self.first_until.is_none_or(|until| now < until)
    }
}

/// One browser's stay. Only the digest of its secret is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub id: SessionId,
    pub staff_id: StaffId,
    pub token_digest: Vec<u8>,
    pub stage: SessionStage,
    /// Compared with the hidden field of every form.
    pub csrf: String,
    /// When they last proved who they are: each proof starts a session of its own.
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub ends_at: Timestamp,
}
