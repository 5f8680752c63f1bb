//! Open a case: it has a reference, a first phase visit, clocks, tasks, and a next act with a day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::case::{Case, Channel, Level, NextAct, NextWord, Urgency, Visibility};
use super::happen::{Happening, happen};
use super::limbo::{keep_out_of_limbo, next_by_default};
use super::model::{Event, EventWord};
use super::records::{Entry, PhaseVisit};
use super::reference::Reference;
use super::refusal::Refusal;
use super::stamp::{Fresh, Rules, Stamp, event_entry};
use crate::clocks::{Clock, ClockKind, Turn};
use crate::ids::{CaseId, PersonId, PhaseVisitId, ProgrammeId, StaffId};
use crate::tasks::{Task, made_on_entry};

/// What is known when a case is opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    pub reference: Reference,
    pub programme_id: ProgrammeId,
    pub person_id: Option<PersonId>,
    /// Blank: the first words of the summary.
    pub title: String,
    pub summary: String,
    pub agency: Option<String>,
    pub topic: Option<String>,
    pub level: Option<Level>,
    /// None: the programme's queue.
    pub owner_id: Option<StaffId>,
    pub channel: Channel,
    pub urgency: Urgency,
    pub sensitivity: i64,
    pub visibility: Visibility,
    pub flags: Vec<String>,
    /// The office's or programme's cadence; none: the model's.
    pub cadence_days: Option<i64>,
    /// None: the first response, or a follow-up at the cadence.
    pub next: Option<(NextAct, Date)>,
}

/// A case just opened, with what began with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub case: Case,
    pub visit: PhaseVisit,
    pub clocks: Vec<Clock>,
    pub tasks: Vec<Task>,
    pub entry: Entry,
}

/// Opens a case in its model's first phase.
pub fn open(opening: Opening, rules: Rules<'_>, stamp: &Stamp, fresh: Fresh<'_>) -> Result<Opened, Refusal> {
    let title = title_of(&opening)?;
    if !(0..=3).contains(&opening.sensitivity) {
        return Err(Refusal::SensitivityOutOfRange);
    }
    if opening.next.as_ref().is_some_and(|(_, on)| *on < stamp.today) {
        return Err(Refusal::DateInPast {
            earliest: stamp.today,
        });
    }
    let cadence_days = opening.cadence_days.unwrap_or(rules.model.cadence_days).max(1);
    let chosen = opening.next.clone();
    let (next_act, next_on) = next_by_default(cadence_days, stamp.today, rules.calendar);
    let mut case = Case {
        id: CaseId(fresh()),
        reference: opening.reference.to_string(),
        programme_id: opening.programme_id,
        model_id: rules.model.id.clone(),
        model_version: rules.model.version,
        person_id: opening.person_id,
        title,
        summary: opening.summary,
        agency: opening.agency,
        topic: opening.topic,
        level: opening.level,
        owner_id: opening.owner_id,
        phase: rules.model.first_phase().to_owned(),
        turn: Turn::Ours,
        opened_at: stamp.now,
        opened_on: stamp.today,
        channel: opening.channel,
        urgency: opening.urgency,
        sensitivity: opening.sensitivity,
        visibility: opening.visibility,
        flags: opening.flags,
        cadence_days,
        heard_on: None,
        next_act,
        next_on,
        closed_on: None,
        closed_at: None,
        closed_by: None,
        outcome: None,
        told: None,
        watch: None,
        version: 0,
    };
    let began: [Happening; 2] = [
        EventWord::CaseOpened.into(),
        Event::Entered(case.phase.clone()).into(),
    ];
    let clocks = happen(&case, &[], &began, rules, stamp, fresh).started;
    (case.next_act, case.next_on) = match chosen {
        Some(next) => next,
        None => first_act(&case, &clocks, rules, stamp.today),
    };
    keep_out_of_limbo(&mut case, stamp.today, rules.calendar);
    let visit = PhaseVisit {
        id: PhaseVisitId(fresh()),
        case_id: case.id,
        n: 1,
        phase: case.phase.clone(),
        entered_at: stamp.now,
        entered_by: stamp.by,
        left_at: None,
        reason: None,
        version: 0,
    };
    let tasks = made_on_entry(&case, &[], rules, stamp, fresh);
    let detail = BTreeMap::from([("channel".to_owned(), case.channel.to_string())]);
    let entry = event_entry(&case, EventWord::CaseOpened.as_str(), detail, stamp, fresh);
    Ok(Opened {
        case,
        visit,
        clocks,
        tasks,
        entry,
    })
}

/// The first thing to do: answer, today when it is urgent, else within the office's own limit.
fn first_act(case: &Case, clocks: &[Clock], rules: Rules<'_>, today: Date) -> (NextAct, Date) {
    let first = clocks.iter().find(|clock| clock.kind == ClockKind::FirstResponse);
    let Some(first) = first else {
        return next_by_default(case.cadence_days, today, rules.calendar);
    };
    let named = first
        .calendar
        .as_deref()
        .and_then(|id| rules.calendars.newest(id));
    let due = first.due(named.unwrap_or(rules.calendar)).unwrap_or(today);
    let on = match case.urgency {
        Urgency::Urgent => today,
        Urgency::Soon | Urgency::Routine => due,
    };
    (NextAct::Named(NextWord::FirstResponse), on)
}

/// The title as given, or the beginning of the summary, cut at a word.
fn title_of(opening: &Opening) -> Result<String, Refusal> {
    const LONGEST: usize = 80;
    let title = opening.title.trim();
    if !title.is_empty() {
        return Ok(title.to_owned());
    }
    let mut short = String::new();
    for word in opening.summary.split_whitespace() {
        if !short.is_empty() && short.chars().count() + 1 + word.chars().count() > LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.extend(word.chars().take(LONGEST));
    }
    if short.is_empty() {
        Err(Refusal::TitleMissing)
    } else {
        Ok(short)
    }
}
