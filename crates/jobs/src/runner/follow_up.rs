//! Ask the question after closing. Asking twice is asking once: what was asked says so.

use actions::{
    ActionError, House,
    letters::{FollowUpAsked, ask_follow_up},
};
use domain::ids::{FollowUpId, OfficeId};

use super::Ended;

pub(super) async fn ask(house: &House, office: OfficeId, id: FollowUpId) -> Result<Ended, ActionError> {
    match ask_follow_up(house, office, id).await? {
        FollowUpAsked::Queued(_) | FollowUpAsked::Task(_) | FollowUpAsked::Over => Ok(Ended::Done),
    }
}
