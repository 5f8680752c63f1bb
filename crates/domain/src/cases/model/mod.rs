//! Case models: one way of working, as data an office can read, change and check.

mod check;
mod event;
mod fault;
mod reach;
#[cfg(test)]
mod tests;
mod written;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::case::Outcome;
use super::guards::{Facts, Predicate};
use crate::clocks::{Calendar, Calendars, ClockKind, Period, Turn};
use crate::tasks::TaskKind;
use crate::words;

pub use event::{Event, EventWord};
pub use fault::{FaultKind, ModelFault};

words! {
    /// The acts a model may put conditions before.
    pub enum ActName {
        Assign => "assign",
        Take => "take",
        EnterPhase => "enter_phase",
        RequestRelease => "request_release",
        SendInquiry => "send_inquiry",
        Chase => "chase",
        RecordReply => "record_reply",
        SendLetter => "send_letter",
        ContactCollateral => "contact_collateral",
        Refer => "refer",
        RaiseRisk => "raise_risk",
        Stabilise => "stabilise",
        AgreePlan => "agree_plan",
        ReviewGoal => "review_goal",
        Close => "close",
        Reopen => "reopen",
        FollowUp => "follow_up",
    }
}

words! {
    /// From where a phase may be entered again once it was left.
    pub enum ReEntry {
        /// From anywhere.
        Any => "any",
        /// Only from the phases it lists.
        Listed => "listed",
    }
}

/// One way of working. A case stays on the version it was opened with until it is moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub id: String,
    pub version: i64,
    pub title: String,
    /// What the person we help is called: constituent, client.
    pub person_word: String,
    /// The calendar of clocks and tasks that name none.
    pub calendar: String,
    /// How often the person hears from us.
    pub cadence_days: i64,
    /// How long after closing the person is asked whether it was solved.
    pub follow_up_days: i64,
    /// In their order; a case starts in the first.
    pub phases: Vec<Phase>,
    pub re_entry: ReEntry,
    pub override_phase: Option<Override>,
    pub acts: BTreeMap<ActName, ActRule>,
    pub clocks: Vec<ClockRule>,
    pub tasks: Vec<TaskRule>,
    pub outcomes: Vec<Outcome>,
}

/// A stage of the work.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    pub id: String,
    pub title: String,
    /// The phases it may be entered from; none means any.
    pub entry_from: Option<Vec<String>>,
    /// What must hold before it is entered.
    pub needs: Vec<Predicate>,
}

/// The phase that suspends the others, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Override {
    pub phase: String,
    pub enters_when: Predicate,
}

/// What must hold before an act, and in which phases it is done; none means any.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ActRule {
    pub needs: Vec<Predicate>,
    pub phases: Option<Vec<String>>,
}

/// A clock that the model starts and stops by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockRule {
    pub kind: ClockKind,
    pub turn: Turn,
    pub allowed: Period,
    pub calendar: String,
    pub starts_on: Vec<Event>,
    pub stops_on: Vec<Event>,
    pub pauses_on: Vec<Event>,
    pub resumes_on: Vec<Event>,
}

/// A task that is made when a phase is entered, or offered while it lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskRule {
    pub id: String,
    pub title: String,
    pub phase: String,
    pub kind: TaskKind,
    pub due: Period,
}

impl Model {
    /// Reads a model, or says everything that is wrong with it and where; knows the calendars compiled in.
    pub fn check(text: &str) -> Result<Self, Vec<ModelFault>> {
        Self::check_with(text, &Calendars::builtin())
    }

    /// As [`Model::check`], with the office's own calendars.
    pub fn check_with(text: &str, calendars: &Calendars) -> Result<Self, Vec<ModelFault>> {
        check::check(text, calendars)
    }

    /// A phase by its id.
    #[must_use]
    pub fn phase(&self, id: &str) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.id == id)
    }

    /// Where a case starts.
    #[must_use]
    pub fn first_phase(&self) -> &str {
        self.phases.first().map_or("", |phase| phase.id.as_str())
    }

    /// Whether a phase is the one that suspends the others.
    #[must_use]
    pub fn overrides(&self, phase: &str) -> bool {
        self.override_phase
            .as_ref()
            .is_some_and(|over| over.phase == phase)
    }

    /// Whether what the override waits for has come.
    #[must_use]
    pub fn override_is_called(&self, facts: &Facts) -> bool {
        self.override_phase
            .as_ref()
            .is_some_and(|over| over.enters_when.ask(facts).is_ok())
    }

    /// The conditions of an act; an act the model does not name has none.
    #[must_use]
    pub fn needs(&self, act: ActName) -> &[Predicate] {
        self.acts.get(&act).map_or(&[], |rule| rule.needs.as_slice())
    }

    /// The day a case's person should next hear from us after `from`, on a working day.
    #[must_use]
    pub fn cadence_after(from: Date, cadence_days: i64, calendar: &Calendar) -> Date {
        let days = u16::try_from(cadence_days.max(1)).unwrap_or(u16::MAX);
        calendar.on_or_after(Period::Days(days).after(from, calendar))
    }
}
