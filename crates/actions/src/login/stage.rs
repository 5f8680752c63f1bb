//! How far somebody is on the way in, and the session for it: a new secret at every stage, so that none can be planted.

use auth::SessionToken;
use domain::{
    ids::SessionId,
    office::Office,
    staff::{Session, SessionStage, Staff},
};
use files::Purpose;
use jiff::{SignedDuration, Timestamp};
use store::Act;

use crate::{ActionError, House};

/// What is next, with the secret for the browser's cookie.
#[derive(Clone, PartialEq, Eq)]
pub enum LoginStep {
    In(String),
    /// The code of the second factor is asked.
    Code(String),
    /// A second factor must be set up first.
    Enrol(String),
    /// Somebody else made their password: they choose their own first.
    ChangePassword(String),
}

impl std::fmt::Debug for LoginStep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::In(_) => "in",
            Self::Code(_) => "code",
            Self::Enrol(_) => "enrol",
            Self::ChangePassword(_) => "change password",
        })
    }
}

impl LoginStep {
    pub(super) fn at(stage: SessionStage, token: &SessionToken) -> Self {
        let token = token.to_text();
        match stage {
            SessionStage::Full => Self::In(token),
            SessionStage::Password => Self::Code(token),
            SessionStage::Enrol => Self::Enrol(token),
            SessionStage::Change => Self::ChangePassword(token),
        }
    }

    pub fn token(&self) -> &str {
        match self {
            Self::In(token) | Self::Code(token) | Self::Enrol(token) | Self::ChangePassword(token) => token,
        }
    }
}

/// A stay may last this long.
pub(super) const DAY: SignedDuration = auth::StayRules::STANDARD.longest;
/// Whoever is half in has this long to come in.
const HALF_IN: SignedDuration = SignedDuration::from_mins(15);

/// What is asked of somebody whose password was right.
pub(super) const fn after_password(staff: &Staff, office: &Office) -> SessionStage {
    if staff.must_change {
        SessionStage::Change
    } else if staff.totp_sealed.is_some() {
        SessionStage::Password
    } else if office.totp_required {
        SessionStage::Enrol
    } else {
        SessionStage::Full
    }
}

/// Starts a session with a new secret. `ends_at` of a stay that goes on is kept: proving again does not lengthen it.
pub(super) async fn start(
    house: &House,
    act: &mut Act<'_>,
    staff: &Staff,
    stage: SessionStage,
    ends_at: Option<Timestamp>,
) -> Result<SessionToken, ActionError> {
    let token = SessionToken::generate();
    let now = act.now();
    let longest = now
        + match stage {
            SessionStage::Full => DAY,
            SessionStage::Password | SessionStage::Enrol | SessionStage::Change => HALF_IN,
        };
    let pepper = house.keys(act.office_id()).key(Purpose::SessionPepper);
    let session = Session {
        id: SessionId(act.new_id()),
        staff_id: staff.id,
        token_digest: token.digest().to_vec(),
        stage,
        csrf: token.csrf(pepper.as_bytes()).to_text(),
        created_at: now,
        seen_at: now,
        ends_at: ends_at.map_or(longest, |ends| ends.min(longest)),
    };
    act.start_session(&session).await?;
    Ok(token)
}
