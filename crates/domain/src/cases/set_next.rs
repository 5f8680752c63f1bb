//! Set the next act of a case and its day.

use jiff::civil::Date;

use super::case::{Case, NextAct};
use super::refusal::{Refusal, must_be_open, said};

/// Says what happens next and when.
pub fn set_next(case: &Case, act: NextAct, on: Date, today: Date) -> Result<Case, Refusal> {
    must_be_open(case)?;
    let next_act = match act {
        NextAct::Named(word) => NextAct::Named(word),
        NextAct::Words(words) => NextAct::Words(said(&words, Refusal::WordsMissing)?),
    };
    if on < today {
        return Err(Refusal::DateInPast { earliest: today });
    }
    Ok(Case {
        next_act,
        next_on: on,
        ..case.clone()
    })
}
