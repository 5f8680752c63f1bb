//! See to it that a person reads a late message. The task is made once, however often this runs.

use actions::{ActionError, House, arrivals::see_to_late_message};
use domain::ids::{CaseId, OfficeId};

use super::Ended;

pub(super) async fn tell(house: &House, office: OfficeId, case: CaseId) -> Result<Ended, ActionError> {
    see_to_late_message(house, office, case).await?;
    Ok(Ended::Done)
}
