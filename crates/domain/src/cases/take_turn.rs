//! Pass the turn: to the office, the agency or the person.

use super::case::Case;
use super::happen::Happening;
use super::model::Event;
use super::refusal::{Refusal, must_be_open};
use crate::clocks::Turn;

/// Passes the turn; the event lets the model's clocks follow. Passing it to whoever has it changes nothing.
pub fn take_turn(case: &Case, turn: Turn) -> Result<(Case, Option<Happening>), Refusal> {
    must_be_open(case)?;
    let happening = (case.turn != turn).then(|| Event::turn(turn).into());
    Ok((Case { turn, ..case.clone() }, happening))
}
