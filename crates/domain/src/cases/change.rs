//! Change what is written of a case: its title, summary, agency, topic, level, urgency and cadence.

use super::case::{Case, Level, Urgency};
use super::happen::ClockMoves;
use super::refusal::{Refusal, must_be_open, said};
use super::stamp::{Fresh, Stamp};
use crate::both::Fields;
use crate::clocks::{Clock, ClockKind, Period, stop};
use crate::ids::ClockId;
use crate::words;

words! {
    /// A field that two people may want different.
    pub enum CaseField {
        Title => "title",
        Summary => "summary",
        Agency => "agency",
        Topic => "topic",
        Level => "level",
        Urgency => "urgency",
        Cadence => "cadence",
    }
}

/// What may be changed of a case at any time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFields {
    pub title: String,
    pub summary: String,
    pub agency: Option<String>,
    pub topic: Option<String>,
    pub level: Option<Level>,
    pub urgency: Urgency,
    pub cadence_days: i64,
}

impl CaseFields {
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            title: case.title.clone(),
            summary: case.summary.clone(),
            agency: case.agency.clone(),
            topic: case.topic.clone(),
            level: case.level,
            urgency: case.urgency,
            cadence_days: case.cadence_days,
        }
    }
}

impl Fields for CaseFields {
    type Field = CaseField;
    const ALL: &'static [CaseField] = CaseField::ALL;

    fn text(&self, field: CaseField) -> String {
        match field {
            CaseField::Title => self.title.clone(),
            CaseField::Summary => self.summary.clone(),
            CaseField::Agency => self.agency.clone().unwrap_or_default(),
            CaseField::Topic => self.topic.clone().unwrap_or_default(),
            CaseField::Level => self.level.map(|level| level.to_string()).unwrap_or_default(),
            CaseField::Urgency => self.urgency.to_string(),
            CaseField::Cadence => self.cadence_days.to_string(),
        }
    }

    fn take(&mut self, field: CaseField, from: &Self) {
        match field {
            CaseField::Title => self.title.clone_from(&from.title),
            CaseField::Summary => self.summary.clone_from(&from.summary),
            CaseField::Agency => self.agency.clone_from(&from.agency),
            CaseField::Topic => self.topic.clone_from(&from.topic),
            CaseField::Level => self.level = from.level,
            CaseField::Urgency => self.urgency = from.urgency,
            CaseField::Cadence => self.cadence_days = from.cadence_days,
        }
    }
}

/// The case with its fields changed.
pub fn change(case: &Case, fields: &CaseFields) -> Result<Case, Refusal> {
    must_be_open(case)?;
    let given = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .filter(|t| !t.is_empty())
            .map(str::to_owned)
    };
    Ok(Case {
        title: said(&fields.title, Refusal::TitleMissing)?,
        summary: fields.summary.trim().to_owned(),
        agency: given(&fields.agency),
        topic: given(&fields.topic),
        level: fields.level,
        urgency: fields.urgency,
        cadence_days: fields.cadence_days,
        ..case.clone()
    })
}

/// The running clock of the cadence, begun anew on the same day with the new number of days.
#[must_use]
pub fn follow_cadence(case: &Case, clocks: &[Clock], stamp: &Stamp, fresh: Fresh<'_>) -> ClockMoves {
    let mut moves = ClockMoves::default();
    let Ok(days) = u16::try_from(case.cadence_days) else {
        return moves;
    };
    let running = clocks
        .iter()
        .filter(|clock| clock.kind == ClockKind::HeardFromUs && clock.is_open());
    for clock in running.filter(|clock| clock.allowed != Period::Days(days)) {
        moves.started.push(Clock {
            id: ClockId(fresh()),
            allowed: Period::Days(days),
            extensions: vec![],
            version: 0,
            ..clock.clone()
        });
        moves
            .changed
            .extend(stop(clock, stamp.today.max(clock.started_on), "cadence_changed"));
    }
    moves
}
