//! One clock of a case: whose turn it is, since when, how long is allowed, and every pause and extension.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{CaseId, ClockId, StaffId};
use crate::words;

words! {
    /// Who has to move next.
    pub enum Turn {
        /// The office.
        Ours => "ours",
        /// The agency that was asked.
        Agency => "agency",
        /// The person we help.
        Person => "person",
    }
}

words! {
    /// What a clock measures.
    pub enum ClockKind {
        /// The office answers a new matter.
        FirstResponse => "first-response",
        /// The person hears from us at the office's cadence.
        HeardFromUs => "heard-from-us",
        /// The agency answers an inquiry.
        AgencyReply => "agency-reply",
        /// The person sends what we asked for.
        PersonReply => "person-reply",
        /// We tell the person what the agency said.
        TellPerson => "tell-person",
        /// The assessment is finished.
        Assessment => "assessment",
        /// The plan is looked at again with the person.
        PlanReview => "plan-review",
        /// A safety plan is looked at again.
        SafetyReview => "safety-review",
    }
}

/// How long something may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Calendar days after the day it began.
    Days(u16),
    /// Working days of a calendar; day 1 is the first working day after receipt.
    WorkingDays(u16),
    /// Whole months; a day that the last month lacks becomes its last day.
    Months(u16),
}

/// A stretch of days that do not count. `until` is the day counting begins again; open while nobody resumed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub from: Date,
    pub until: Option<Date>,
    pub reason: String,
    pub by: StaffId,
}

/// More time was given: the date it had, the date it got, why and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    pub original_due: Date,
    pub new_due: Date,
    pub reason: String,
    pub by: StaffId,
    /// The day it was given, so that a day before it is judged by the old date.
    pub on: Date,
    pub at: Timestamp,
}

/// One clock of a case, as it is kept: nothing in it is computed, so any past day can be asked again.
#[derive(Debug, Clone, PartialEq)]
pub struct Clock {
    pub id: ClockId,
    pub case_id: CaseId,
    pub kind: ClockKind,
    pub turn: Turn,
    /// The day it began, which is not counted.
    pub started_on: Date,
    pub allowed: Period,
    /// The calendar whose working days count; none means every day is the same.
    pub calendar: Option<String>,
    pub calendar_version: Option<i64>,
    pub pauses: Vec<Pause>,
    pub extensions: Vec<Extension>,
    pub stopped_on: Option<Date>,
    /// The named event that stopped it.
    pub stopped_by_event: Option<String>,
    /// What it is about when the case has several, such as one inquiry.
    pub subject: Option<Uuid>,
    pub version: i64,
}
