//! A case moves: its clocks follow what happened, its row is written, and it never falls into limbo.

use domain::cases::{self, Case, Entry, Happening, Stamp, happen};
use store::cases::SeenCase;

use crate::{ActionError, Doing};

/// Saves a case after an act, with the clocks that follow what happened. `stamp` says on which day it happened. A
/// closed case has no running clocks and starts none.
pub(crate) async fn save_moved(
    doing: &mut Doing<'_>,
    seen: &SeenCase,
    mut after: Case,
    happened: &[Happening],
    stamp: &Stamp,
) -> Result<(), ActionError> {
    if after.is_open() && !happened.is_empty() {
        let rules = doing.rules_of(seen)?;
        let clocks = store::cases::clocks(&mut doing.act, seen).await?;
        let mut fresh = doing.fresh();
        let moves = happen(&after, &clocks, happened, rules, stamp, &mut fresh);
        doing.save_clocks(moves).await?;
    }
    cases::keep_out_of_limbo(&mut after, doing.stamp.today, doing.calendar());
    if after != **seen {
        doing.act.update(&mut after).await?;
    }
    Ok(())
}

/// Writes a line of the timeline and makes its words findable, unless the case is sensitive.
pub(crate) async fn save_entry(
    doing: &mut Doing<'_>,
    seen: &SeenCase,
    entry: &Entry,
) -> Result<(), ActionError> {
    doing.tell(seen, entry).await
}
