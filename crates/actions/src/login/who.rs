//! Who a browser stands for: asked once a request, so that closing a login ends its stays at once.

use std::sync::Arc;

use auth::{SessionToken, Stay, StayRules};
use domain::{
    access::Actor,
    office::Office,
    staff::{Session, SessionStage, Staff},
};
use jiff::Timestamp;
use store::staff::sessions;

use super::stage::DAY;
use crate::{ActionError, House};

/// Somebody at the door or inside. Only at [`SessionStage::Full`] are they in: before that, no page but those of the
/// way in is theirs.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub actor: Actor,
    pub staff: Staff,
    pub session: Session,
    pub office: Arc<Office>,
}

impl Visitor {
    pub fn is_in(&self) -> bool {
        self.session.stage == SessionStage::Full
    }
}

/// The visitor behind a cookie's value, if it still stands for anybody.
pub async fn who(house: &House, token_text: &str) -> Result<Option<Visitor>, ActionError> {
    let desk = house.desk();
    let Some(token) = SessionToken::parse(token_text) else {
        return Ok(None);
    };
    let Some((office, session, staff)) = sessions::find(desk, &token.digest()).await? else {
        return Ok(None);
    };
    let (now, rules) = (desk.now(), StayRules::STANDARD);
    let stay = stay(&session);
    if !staff.is_active() || session.ends_at <= now || stay.is_over(now, &rules) {
        return Ok(None);
    }
    if stay.is_to_be_seen(now, &rules) {
        // On a full disk people still read: a stay then ends a little early, and nothing else happens.
        if let Err(fault) = sessions::seen(desk, office, &session, now).await {
            tracing::warn!(%fault, "it could not be noted that a browser was seen");
        }
    }
    Ok(Some(Visitor {
        actor: Actor::staff(office, staff.id, staff.role),
        office: desk.office(office).await?,
        staff,
        session,
    }))
}

/// Whether somebody proved who they are within the last ten minutes, as acts with wide effect ask.
pub fn is_fresh(house: &House, visitor: &Visitor) -> bool {
    visitor.is_in() && stay(&visitor.session).is_proved(house.desk().now(), &StayRules::STANDARD)
}

fn stay(session: &Session) -> Stay {
    Stay {
        began_at: session.ends_at.checked_sub(DAY).unwrap_or(Timestamp::MIN),
        seen_at: session.seen_at,
        proved_at: session.created_at,
    }
}
