//! Check a model: turn what is written into a model, or name every fault with its line and column.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use serde_saphyr::{Location, Spanned};

use super::super::case::Outcome;
use super::super::guards::{Predicate, PredicateFault};
use super::event::Event;
use super::fault::{FaultKind, ModelFault};
use super::reach::{impossible, reachable};
use super::written::{
    Pairs, Word, WrittenAct, WrittenClock, WrittenModel, WrittenOverride, WrittenPhase, WrittenTask,
};
use super::{ActName, ActRule, ClockRule, Model, Override, Phase, ReEntry, TaskRule};
use crate::clocks::{Calendars, ClockKind, Turn};
use crate::tasks::TaskKind;
use crate::words::UnknownWord;

/// Reads and checks a model's text.
pub(super) fn check(text: &str, calendars: &Calendars) -> Result<Model, Vec<ModelFault>> {
    let written: WrittenModel = serde_saphyr::from_str(text).map_err(|error| vec![unreadable(&error)])?;
    let mut checker = Checker {
        faults: vec![],
        calendars,
        phases: BTreeSet::new(),
        reached: BTreeSet::new(),
    };
    let model = checker.model(&written);
    let mut faults = checker.faults;
    faults.sort_by_key(|fault| (fault.line, fault.column));
    match model {
        Some(model) if faults.is_empty() => Ok(model),
        Some(_) | None => Err(faults),
    }
}

fn unreadable(error: &serde_saphyr::Error) -> ModelFault {
    let place = error.location();
    ModelFault {
        line: place.as_ref().map_or(1, Location::line),
        column: place.as_ref().map_or(1, Location::column),
        kind: FaultKind::Unreadable(error.without_snippet().to_string()),
    }
}

struct Checker<'a> {
    faults: Vec<ModelFault>,
    calendars: &'a Calendars,
    /// The phases that are named.
    phases: BTreeSet<String>,
    /// Those of them a case can come to.
    reached: BTreeSet<String>,
}

impl Checker<'_> {
    fn model(&mut self, written: &WrittenModel) -> Option<Model> {
        self.at_least_one("version", &written.version);
        self.at_least_one("cadence_days", &written.promises.cadence_days);
        self.at_least_one("follow_up_days", &written.promises.follow_up_days);
        self.calendar(&written.calendar);
        let phases = self.phases(&written.phases);
        let override_phase = written
            .override_phase
            .as_ref()
            .and_then(|over| self.override_phase(over));
        self.reach(&written.phases.value, &phases, override_phase.as_ref());
        let outcomes = self.outcomes(&written.outcomes);
        Some(Model {
            id: written.id.value.clone(),
            version: written.version.value,
            title: written.title.clone(),
            person_word: written.person_word.clone(),
            calendar: written.calendar.value.clone(),
            cadence_days: written.promises.cadence_days.value,
            follow_up_days: written.promises.follow_up_days.value,
            re_entry: written
                .re_entry
                .as_ref()
                .map_or(Some(ReEntry::Any), |word| self.word(word))?,
            acts: self.acts(&written.acts, &outcomes),
            clocks: self.clocks(&written.clocks, &written.calendar.value),
            tasks: self.tasks(&written.tasks),
            phases,
            override_phase,
            outcomes,
        })
    }

    fn fault<T>(&mut self, at: &Spanned<T>, kind: FaultKind) {
        let (line, column) = (at.referenced.line(), at.referenced.column());
        self.faults.push(ModelFault { line, column, kind });
    }

    fn at_least_one(&mut self, name: &str, number: &Spanned<i64>) {
        if number.value < 1 {
            self.fault(number, FaultKind::TooSmall(name.to_owned()));
        }
    }

    fn calendar(&mut self, name: &Word) {
        if self.calendars.newest(&name.value).is_none() {
            self.fault(name, FaultKind::UnknownCalendar(name.value.clone()));
        }
    }

    /// A word of a closed set.
    fn word<T: FromStr<Err = UnknownWord>>(&mut self, word: &Word) -> Option<T> {
        let read = word.value.parse();
        read.map_err(|UnknownWord { set, word: unknown }| {
            self.fault(
                word,
                FaultKind::UnknownWord {
                    set: set.to_owned(),
                    word: unknown,
                },
            );
        })
        .ok()
    }

    /// Names what stands in a list more than once.
    fn twice<'w>(&mut self, words: impl Iterator<Item = &'w Word>) {
        let mut seen = BTreeSet::new();
        for word in words {
            if !seen.insert(word.value.as_str()) {
                self.fault(word, FaultKind::Twice(word.value.clone()));
            }
        }
    }

    fn predicate(&mut self, word: &Word) -> Option<Predicate> {
        let read = Predicate::read(&word.value);
        read.map_err(|fault| {
            let kind = match fault {
                PredicateFault::Unknown(name) => FaultKind::UnknownPredicate(name),
                PredicateFault::Argument { predicate, argument } => {
                    FaultKind::WrongArgument { predicate, argument }
                }
                PredicateFault::UnknownRole(role) => FaultKind::UnknownRole(role),
            };
            self.fault(word, kind);
        })
        .ok()
    }

    /// The conditions before an act, which must be possible to meet together.
    fn needs(&mut self, act: &str, words: &[Word], outcomes: &[Outcome]) -> Vec<Predicate> {
        self.twice(words.iter());
        let read: Vec<(&Word, Predicate)> = words
            .iter()
            .filter_map(|word| Some((word, self.predicate(word)?)))
            .collect();
        let needs: Vec<Predicate> = read.iter().map(|(_, predicate)| *predicate).collect();
        if let Some((word, predicate)) = impossible(&needs, outcomes).and_then(|place| read.get(place)) {
            let kind = FaultKind::Impossible {
                act: act.to_owned(),
                predicate: predicate.to_string(),
            };
            self.fault(word, kind);
        }
        needs
    }

    fn known_phases(&mut self, words: &[Word]) -> Vec<String> {
        for word in words {
            if !self.phases.contains(&word.value) {
                self.fault(word, FaultKind::UnknownPhase(word.value.clone()));
            }
        }
        words.iter().map(|word| word.value.clone()).collect()
    }

    fn phases(&mut self, written: &Spanned<Vec<WrittenPhase>>) -> Vec<Phase> {
        if written.value.is_empty() {
            self.fault(written, FaultKind::NoPhases);
        }
        self.twice(written.value.iter().map(|phase| &phase.id));
        self.phases = written.value.iter().map(|phase| phase.id.value.clone()).collect();
        let mut phases = vec![];
        for phase in &written.value {
            phases.push(Phase {
                id: phase.id.value.clone(),
                title: phase.title.clone(),
                entry_from: phase.entry_from.as_ref().map(|from| self.known_phases(from)),
                needs: self.needs(
                    ActName::EnterPhase.as_str(),
                    &phase.needs,
                    &[Outcome::InformationGiven],
                ),
            });
        }
        phases
    }

    fn override_phase(&mut self, written: &WrittenOverride) -> Option<Override> {
        self.known_phases(std::slice::from_ref(&written.phase));
        let enters_when = self.predicate(&written.enters_when)?;
        Some(Override {
            phase: written.phase.value.clone(),
            enters_when,
        })
    }

    fn reach(&mut self, written: &[WrittenPhase], phases: &[Phase], over: Option<&Override>) {
        self.reached = reachable(phases, over).into_iter().map(str::to_owned).collect();
        for phase in written {
            if !self.reached.contains(&phase.id.value) {
                self.fault(&phase.id, FaultKind::UnreachablePhase(phase.id.value.clone()));
            }
        }
    }

    fn outcomes(&mut self, written: &[Word]) -> Vec<Outcome> {
        self.twice(written.iter());
        let mut outcomes = vec![];
        for word in written {
            match word.value.parse() {
                Ok(outcome) => outcomes.push(outcome),
                Err(UnknownWord { word: unknown, .. }) => {
                    self.fault(word, FaultKind::UnknownOutcome(unknown));
                }
            }
        }
        outcomes
    }

    fn acts(
        &mut self,
        written: &Spanned<Pairs<WrittenAct>>,
        outcomes: &[Outcome],
    ) -> BTreeMap<ActName, ActRule> {
        let mut acts = BTreeMap::new();
        for (name, act) in &written.value.0 {
            let Ok(act_name) = name.value.parse::<ActName>() else {
                self.fault(name, FaultKind::UnknownAct(name.value.clone()));
                continue;
            };
            let needs = self.needs(&name.value, &act.needs, outcomes);
            let phases = act.phases.as_ref().map(|phases| self.known_phases(phases));
            if phases
                .as_ref()
                .is_some_and(|phases| !phases.iter().any(|phase| self.reached.contains(phase)))
            {
                self.fault(name, FaultKind::ActOutOfReach(name.value.clone()));
            }
            if act_name == ActName::Close && outcomes.is_empty() && !needs.contains(&Predicate::Outcome) {
                self.fault(name, FaultKind::ClosingWithoutOutcome);
            }
            acts.insert(act_name, ActRule { needs, phases });
        }
        if !written
            .value
            .0
            .iter()
            .any(|(name, _)| name.value == ActName::Close.as_str())
        {
            self.fault(written, FaultKind::NoClosing);
        }
        acts
    }

    fn events(&mut self, words: &[Word]) -> Vec<Event> {
        self.twice(words.iter());
        let mut events = vec![];
        for word in words {
            let Some(event) = Event::read(&word.value) else {
                self.fault(word, FaultKind::UnknownEvent(word.value.clone()));
                continue;
            };
            if let Some(phase) = event.phase().filter(|phase| !self.phases.contains(*phase)) {
                self.fault(word, FaultKind::UnknownPhase(phase.to_owned()));
            }
            events.push(event);
        }
        events
    }

    /// Whether the event can ever come.
    fn comes(&self, event: &Event) -> bool {
        event.phase().is_none_or(|phase| self.reached.contains(phase))
    }

    fn clocks(&mut self, written: &[WrittenClock], calendar: &str) -> Vec<ClockRule> {
        self.twice(written.iter().map(|clock| &clock.kind));
        written
            .iter()
            .filter_map(|clock| self.clock(clock, calendar))
            .collect()
    }

    fn clock(&mut self, written: &WrittenClock, calendar: &str) -> Option<ClockRule> {
        let name = || written.kind.value.clone();
        let starts_on = self.events(&written.starts_on);
        let stops_on = self.events(&written.stops_on);
        let pauses_on = self.events(&written.pauses_on);
        let resumes_on = self.events(&written.resumes_on);
        if let Some(own) = &written.calendar {
            self.calendar(own);
        }
        if !starts_on.iter().any(|event| self.comes(event)) {
            self.fault(&written.kind, FaultKind::ClockNeverStarts(name()));
        }
        // An event that starts it again does not end it.
        if !stops_on
            .iter()
            .any(|event| self.comes(event) && !starts_on.contains(event))
        {
            self.fault(&written.kind, FaultKind::ClockNeverStops(name()));
        }
        let pauses = pauses_on.iter().any(|event| self.comes(event));
        if pauses
            && !resumes_on
                .iter()
                .any(|event| self.comes(event) && !pauses_on.contains(event))
        {
            self.fault(&written.kind, FaultKind::ClockNeverResumes(name()));
        }
        let kind: Option<ClockKind> = self.word(&written.kind);
        let turn: Option<Turn> = self.word(&written.turn);
        Some(ClockRule {
            kind: kind?,
            turn: turn?,
            allowed: written.allowed,
            calendar: written
                .calendar
                .as_ref()
                .map_or_else(|| calendar.to_owned(), |own| own.value.clone()),
            starts_on,
            stops_on,
            pauses_on,
            resumes_on,
        })
    }

    fn tasks(&mut self, written: &[WrittenTask]) -> Vec<TaskRule> {
        self.twice(written.iter().map(|task| &task.id));
        let mut tasks = vec![];
        for task in written {
            self.known_phases(std::slice::from_ref(&task.phase));
            if task.kind.value == TaskKind::Free.as_str() {
                let word = task.kind.value.clone();
                self.fault(
                    &task.kind,
                    FaultKind::UnknownWord {
                        set: "TaskKind".to_owned(),
                        word,
                    },
                );
            }
            let Some(kind) = self.word(&task.kind) else {
                continue;
            };
            tasks.push(TaskRule {
                id: task.id.value.clone(),
                title: task.title.clone(),
                phase: task.phase.value.clone(),
                kind,
                due: task.due,
            });
        }
        tasks
    }
}
