//! Sets the clock of a demo or a test forward, so that what waits for a day can be seen. The machine's clock is
//! nobody's to set.

use domain::access::Actor;
use jiff::{SignedDuration, ToSpan};
use store::ledger::Deed;

use crate::{ActionError, House, Refused};

/// The most days of one step: a year.
const MOST: i64 = 366;

/// Sets the clock forward by whole days. Those who are in stay in.
pub async fn set_clock(house: &House, actor: &Actor, days: i64) -> Result<(), ActionError> {
    let desk = house.desk();
    if !desk.time().can_be_set() {
        return Err(ActionError::NotFound);
    }
    if !(1..=MOST).contains(&days) {
        return Err(Refused::new("field-days-out-of-range").with("most", &MOST).into());
    }
    let now = desk.now() + (days * 24).hours();
    desk.time().set(now);
    store::staff::sessions::carry_over(desk, actor.office_id, now, now + SignedDuration::from_hours(12))
        .await?;
    let act = desk.act(actor).await?;
    let deed = Deed {
        action: "office.set_clock",
        object: "offices",
        object_id: actor.office_id.0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await?;
    desk.work().notify_one();
    Ok(())
}
