//! Close a case: three questions, one list of what hangs on it, one confirmation.
//!
//! It stops only for what needs a decision of its own: an open inquiry, an open safety plan or risk, a reply the
//! person has not heard, and whatever the model adds.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::case::{Case, NextAct, NextWord, Outcome, Told};
use super::enter_phase::leave;
use super::guards::{Facts, OpenThing, Predicate, unmet};
use super::model::{ActName, EventWord, Model};
use super::records::{Entry, FollowUp, PhaseVisit, Promise};
use super::refusal::{Refusal, must_be_open};
use super::stamp::{Fresh, Rules, Stamp, event_entry};
use super::transitions::in_phase;
use crate::clocks::{Clock, Period, stop};
use crate::ids::{ClockId, DraftId, FollowUpId, PromiseId, TaskId};
use crate::tasks::Task;

/// Before every closing, whatever the model says.
const ALWAYS: [Predicate; 6] = [
    Predicate::Outcome,
    Predicate::PersonTold,
    Predicate::NoOpenInquiry,
    Predicate::NoUndeliveredReply,
    Predicate::NoOpen(OpenThing::SafetyPlan),
    Predicate::NoOpenRisk,
];

/// Why what was left undone ends: its case was closed.
const LEFT_BECAUSE: &str = "case_closed";

/// One thing that hangs on a case and is left when it closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hang {
    Task(TaskId),
    Clock(ClockId),
    Promise(PromiseId),
    Draft(DraftId),
}

/// Everything that hangs on a case, and what else is known of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hanging {
    pub tasks: Vec<Task>,
    pub clocks: Vec<Clock>,
    pub promises: Vec<Promise>,
    pub drafts: Vec<DraftId>,
    pub visits: Vec<PhaseVisit>,
    /// Open inquiries, risks, replies not passed on, consents, approvals; the three answers are added to it.
    pub facts: Facts,
}

/// The three answers, and the list that was confirmed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Closing {
    pub outcome: Option<Outcome>,
    pub told: Option<Told>,
    /// Blank: nothing to watch.
    pub watch: String,
    pub confirmed: BTreeSet<Hang>,
    /// When the person is asked whether it was solved; none: after the model's time.
    pub ask_on: Option<Date>,
}

/// A closed case, and everything that ended with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Closed {
    pub case: Case,
    pub visit: Option<PhaseVisit>,
    pub tasks: Vec<Task>,
    pub clocks: Vec<Clock>,
    pub promises: Vec<Promise>,
    pub drafts: Vec<DraftId>,
    /// None where there is nobody left to ask.
    pub follow_up: Option<FollowUp>,
    pub entry: Entry,
}

impl Hanging {
    /// The list to show and confirm: what is still open, each once.
    #[must_use]
    pub fn list(&self) -> Vec<Hang> {
        let tasks = self
            .tasks
            .iter()
            .filter(|task| task.is_open())
            .map(|task| Hang::Task(task.id));
        let clocks = self
            .clocks
            .iter()
            .filter(|clock| clock.is_open())
            .map(|clock| Hang::Clock(clock.id));
        let open = self.promises.iter().filter(|promise| promise.is_open());
        let promises = open.map(|promise| Hang::Promise(promise.id));
        tasks
            .chain(clocks)
            .chain(promises)
            .chain(self.drafts.iter().copied().map(Hang::Draft))
            .collect()
    }
}

/// Closes a case with what hangs on it.
pub fn close(
    case: &Case,
    hanging: &Hanging,
    closing: Closing,
    rules: Rules<'_>,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Result<Closed, Refusal> {
    let ask_on = closing
        .ask_on
        .unwrap_or_else(|| ask_by_default(rules, stamp.today));
    may_close(case, hanging, &closing, ask_on, rules.model, stamp)?;
    let seen = |hang: &Hang| !closing.confirmed.contains(hang);
    let unseen: Vec<Hang> = hanging.list().into_iter().filter(seen).collect();
    if !unseen.is_empty() {
        return Err(Refusal::Unconfirmed(unseen));
    }
    let Closing {
        outcome, told, watch, ..
    } = closing;
    let watch = Some(watch.trim().to_owned()).filter(|watch| !watch.is_empty());
    let after = Case {
        closed_on: Some(stamp.today),
        closed_at: Some(stamp.now),
        closed_by: Some(stamp.by),
        outcome,
        told,
        watch,
        next_act: NextAct::Named(NextWord::FollowUp),
        next_on: ask_on,
        ..case.clone()
    };
    let follow_up = outcome.is_none_or(can_be_asked).then(|| ask(case, ask_on, fresh));
    let entry = event_entry(
        &after,
        EventWord::CaseClosed.as_str(),
        closing_detail(&after),
        stamp,
        fresh,
    );
    Ok(Closed {
        case: after,
        visit: leave(&hanging.visits, stamp),
        tasks: left_tasks(&hanging.tasks),
        clocks: hanging
            .clocks
            .iter()
            .filter_map(|clock| stop_at_closing(clock, stamp))
            .collect(),
        promises: left_promises(&hanging.promises),
        drafts: hanging.drafts.clone(),
        follow_up,
        entry,
    })
}

/// The three questions and the model's conditions, all at once so that they can be shown at once.
fn may_close(
    case: &Case,
    hanging: &Hanging,
    closing: &Closing,
    ask_on: Date,
    model: &Model,
    stamp: &Stamp,
) -> Result<(), Refusal> {
    must_be_open(case)?;
    in_phase(model, ActName::Close, case)?;
    if let Some(outcome) = closing
        .outcome
        .filter(|outcome| !model.outcomes.contains(outcome))
    {
        return Err(Refusal::OutcomeNotOffered(outcome));
    }
    if ask_on < stamp.today {
        return Err(Refusal::DateInPast {
            earliest: stamp.today,
        });
    }
    let facts = Facts {
        outcome: closing.outcome,
        person_told: closing.told.as_ref().is_some_and(Told::says_something),
        summary: hanging.facts.summary || !case.summary.trim().is_empty(),
        follow_up_on: Some(ask_on),
        // Whoever closes is the author of the closing, and does not approve it.
        author: Some(stamp.by),
        ..hanging.facts.clone()
    };
    let added = model
        .needs(ActName::Close)
        .iter()
        .copied()
        .filter(|need| !ALWAYS.contains(need));
    let needs: Vec<Predicate> = ALWAYS.into_iter().chain(added).collect();
    let missing = unmet(&needs, &facts);
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Unmet(missing))
    }
}

impl Told {
    fn says_something(&self) -> bool {
        match self {
            Self::Yes { words, .. } => !words.trim().is_empty(),
            Self::No { why } => !why.trim().is_empty(),
        }
    }
}

fn ask_by_default(rules: Rules<'_>, today: Date) -> Date {
    let days = u16::try_from(rules.model.follow_up_days).unwrap_or(28);
    rules
        .calendar
        .on_or_after(Period::Days(days).after(today, rules.calendar))
}

/// Whether there is somebody who can say if it was solved.
const fn can_be_asked(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Died | Outcome::NoContact | Outcome::NotCasework | Outcome::Duplicate => false,
        Outcome::ObtainedInFull
        | Outcome::ObtainedInPart
        | Outcome::NotObtained
        | Outcome::InformationGiven
        | Outcome::ReferredToBody
        | Outcome::ReferredToOffice
        | Outcome::Withdrawn
        | Outcome::ReleaseNeverReceived
        | Outcome::MovedAway
        | Outcome::GoalsMet
        | Outcome::GoalsPartlyMet
        | Outcome::GoalsNotMet => true,
    }
}

fn ask(case: &Case, ask_on: Date, fresh: Fresh<'_>) -> FollowUp {
    FollowUp {
        id: FollowUpId(fresh()),
        case_id: case.id,
        ask_on,
        asked_at: None,
        answer: None,
        answer_note: None,
        answered_at: None,
        version: 0,
    }
}

fn left_tasks(tasks: &[Task]) -> Vec<Task> {
    let open = tasks.iter().filter(|task| task.is_open()).cloned();
    open.map(|task| Task {
        dropped_reason: Some(LEFT_BECAUSE.to_owned()),
        ..task
    })
    .collect()
}

fn left_promises(promises: &[Promise]) -> Vec<Promise> {
    let open = promises.iter().filter(|promise| promise.is_open()).cloned();
    open.map(|promise| Promise {
        dropped_reason: Some(LEFT_BECAUSE.to_owned()),
        ..promise
    })
    .collect()
}

fn stop_at_closing(clock: &Clock, stamp: &Stamp) -> Option<Clock> {
    stop(clock, stamp.today.max(clock.started_on), LEFT_BECAUSE).ok()
}

/// How a closing stands in the timeline.
pub(super) fn closing_detail(case: &Case) -> BTreeMap<String, String> {
    let told = case.told.as_ref().map(|told| match told {
        Told::Yes { by, on, words } => [
            ("told_by", by.to_string()),
            ("told_on", on.to_string()),
            ("told", words.clone()),
        ]
        .to_vec(),
        Told::No { why } => [("not_told", why.clone())].to_vec(),
    });
    let mut detail: Vec<(&str, String)> = told.unwrap_or_default();
    detail.extend(case.outcome.map(|outcome| ("outcome", outcome.to_string())));
    detail.extend(case.closed_on.map(|on| ("closed_on", on.to_string())));
    detail.extend(case.closed_by.map(|by| ("closed_by", by.to_string())));
    detail.extend(case.watch.clone().map(|watch| ("watch", watch)));
    detail
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}
