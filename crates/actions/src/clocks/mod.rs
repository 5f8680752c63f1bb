//! Acts on the clocks of a case. The model starts and stops them; people give more time, pause and resume.

mod extend;
mod pause;
mod resume;

use domain::{
    access::{Actor, Deed},
    clocks::Clock,
    ids::ClockId,
};
use store::cases::SeenCase;

use crate::{ActionError, Doing, House};

pub use extend::extend_clock;
pub use pause::pause_clock;
pub use resume::resume_clock;

/// Begins an act on one clock of a case that the actor may open.
async fn begin<'h>(
    house: &'h House,
    actor: &Actor,
    reference: &str,
    id: ClockId,
) -> Result<(Doing<'h>, SeenCase, Clock), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let clocks = store::cases::clocks(&mut doing.act, &seen).await?;
    let clock = clocks.into_iter().find(|clock| clock.id == id);
    let clock = clock.ok_or(ActionError::NotFound)?;
    Ok((doing, seen, clock))
}
