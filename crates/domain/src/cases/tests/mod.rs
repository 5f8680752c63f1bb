//! Cases opened, worked, closed and reopened under both models; each promise with the twin that breaks it.

mod changes;
mod clocks;
mod closing;
mod limbo;
mod opening;
mod phases;
mod promises;
mod task_list;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

use super::guards::{Approval, ConsentKind, Facts, GateAnswer, Predicate, RiskLevel, unmet};
use super::model::{ActName, Event, EventWord, Model};
use super::promises::{DELIVERED_ON, Heard, Promising, hears_by, keep, promise, renew};
use super::*;
use crate::clocks::{Calendar, Calendars, Clock, ClockKind, ClockState, Left, Turn};
use crate::ids::{DraftId, EntryId, PersonId, ProgrammeId, PromiseId, StaffId, TaskId};
use crate::staff::Role;
use crate::tasks::{self, TaskKind, TaskRefusal};

const ANA: StaffId = StaffId(Uuid::from_u128(11));
const BEN: StaffId = StaffId(Uuid::from_u128(12));
const PERSON: PersonId = PersonId(Uuid::from_u128(21));

/// A Wednesday.
const TODAY: Date = date(2026, 11, 4);

/// What a test stands on: a model, calendars, and ids that count up.
struct Ground {
    model: Model,
    calendars: Calendars,
    weekdays: Calendar,
    next_id: u128,
}

impl Ground {
    fn new(id: &str) -> Self {
        let calendars = Calendars::builtin();
        let weekdays = calendars.newest("weekdays").unwrap().clone();
        let model = models::newest(&models::builtin(), id).unwrap().clone();
        Self {
            model,
            calendars,
            weekdays,
            next_id: 1000,
        }
    }

    fn constituent() -> Self {
        Self::new("constituent-casework")
    }

    fn social() -> Self {
        Self::new("social-casework")
    }

    /// Runs an act with the rules and fresh ids.
    fn run<T>(&mut self, act: impl FnOnce(Rules<'_>, Fresh<'_>) -> T) -> T {
        let Self {
            model,
            calendars,
            weekdays,
            next_id,
        } = self;
        let mut fresh = || {
            *next_id += 1;
            Uuid::from_u128(*next_id)
        };
        act(
            Rules {
                model,
                calendar: weekdays,
                calendars,
            },
            &mut fresh,
        )
    }

    fn open(&mut self) -> Opened {
        self.run(|rules, fresh| open(opening(), rules, &stamp(TODAY), fresh))
            .unwrap()
    }

    fn enter(&mut self, at: &At<'_>, phase: &str, reason: &str) -> Result<Entered, Refusal> {
        let entering = Entering {
            phase,
            reason,
            visits: at.visits,
            clocks: at.clocks,
            tasks: &[],
            facts: at.facts,
        };
        self.run(|rules, fresh| enter_phase(at.case, entering, rules, &stamp(TODAY), fresh))
    }

    fn close(&mut self, case: &Case, hanging: &Hanging, closing: Closing) -> Result<Closed, Refusal> {
        self.run(|rules, fresh| close(case, hanging, closing, rules, &stamp(TODAY), fresh))
    }
}

struct At<'a> {
    case: &'a Case,
    visits: &'a [PhaseVisit],
    clocks: &'a [Clock],
    facts: &'a Facts,
}

fn stamp(today: Date) -> Stamp {
    Stamp {
        by: ANA,
        now: Timestamp::from_second(1_793_800_000).unwrap(),
        today,
    }
}

fn opening() -> Opening {
    Opening {
        reference: Reference::from_random([7, 4, 2, 20, 3]),
        programme_id: ProgrammeId(Uuid::from_u128(31)),
        person_id: Some(PERSON),
        title: String::new(),
        summary:
            "My claim for disability has been waiting since March and nobody answers the telephone, and the \
                  rent is due"
                .into(),
        agency: None,
        topic: None,
        level: None,
        owner_id: None,
        channel: Channel::Email,
        urgency: Urgency::Routine,
        sensitivity: 0,
        visibility: Visibility::Open,
        flags: vec![],
        cadence_days: None,
        next: None,
    }
}

fn entry(case: &Case, kind: EntryKind, person_id: Option<PersonId>, delivered: bool) -> Entry {
    let detail = delivered.then(|| (DELIVERED_ON.to_owned(), TODAY.to_string()));
    Entry {
        id: EntryId(Uuid::from_u128(41)),
        case_id: case.id,
        kind,
        direction: Direction::Out,
        at: Timestamp::UNIX_EPOCH,
        written_at: Timestamp::UNIX_EPOCH,
        by: Some(ANA),
        person_id,
        body: "no news yet".into(),
        private: false,
        subject_id: None,
        detail: detail.into_iter().collect(),
    }
}

fn told() -> Told {
    Told::Yes {
        by: ToldBy::Letter,
        on: TODAY,
        words: "the claim was granted".into(),
    }
}

fn answers(hanging: &Hanging) -> Closing {
    Closing {
        outcome: Some(Outcome::ObtainedInFull),
        told: Some(told()),
        watch: " the first payment ".into(),
        confirmed: hanging.list().into_iter().collect(),
        ask_on: None,
    }
}

fn clock(clocks: &[Clock], kind: ClockKind) -> &Clock {
    clocks.iter().find(|clock| clock.kind == kind).unwrap()
}

fn keys(refusal: &Refusal) -> Vec<&'static str> {
    match refusal {
        Refusal::Unmet(missing) => missing.iter().map(|unmet| unmet.key).collect(),
        other => vec![other.key()],
    }
}
