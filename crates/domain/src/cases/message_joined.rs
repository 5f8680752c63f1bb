//! A message joined to a case: if it is the person's, the turn is ours; whoever has the case looks at it today.

use jiff::civil::Date;

use super::case::{Case, NextAct, NextWord};
use super::happen::Happening;
use super::model::{Event, EventWord};
use super::stamp::Stamp;
use crate::clocks::{Calendar, Turn};

/// The case after a message was joined to it, and the events its clocks follow. A closed case stays as it is.
#[must_use]
pub fn message_joined(
    case: &Case,
    is_from_person: bool,
    stamp: &Stamp,
    calendar: &Calendar,
) -> (Case, Vec<Happening>) {
    let mut after = case.clone();
    let mut happened: Vec<Happening> = Vec::new();
    if !case.is_open() {
        return (after, happened);
    }
    if is_from_person {
        happened.push(EventWord::PersonAnswered.into());
        if case.turn == Turn::Person {
            after.turn = Turn::Ours;
            happened.push(Event::turn(Turn::Ours).into());
        }
    }
    let soon: Date = calendar.on_or_after(stamp.today);
    let read_by_owner = case.owner_id == Some(stamp.by);
    if !read_by_owner && after.next_on > soon {
        after.next_act = NextAct::Named(NextWord::Review);
        after.next_on = soon;
    }
    (after, happened)
}
