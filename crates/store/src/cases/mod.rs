//! Cases and all that is kept beside one: visits, entries, promises, tasks, clocks.

mod beside;
mod find;
mod list;

use domain::{
    access::{Exception, ExceptionKind},
    cases::{
        Case, Channel, Direction, Entry, EntryKind, FollowUp, Level, NextAct, Outcome, PhaseVisit, Promise,
        Solved, Told, Urgency, Visibility,
    },
    clocks::{Clock, ClockKind, Extension, Pause, Period, Turn},
    ids::{
        AccessId, CaseId, ClockId, EntryId, FollowUpId, PersonId, PhaseVisitId, ProgrammeId, PromiseId,
        StaffId, TaskId,
    },
    tasks::{Task, TaskKind},
};
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeMap;

pub use beside::{
    Attached, TimelinePage, Undertaken, attached, clocks, entries, entries_about, entry, entry_count, events,
    exceptions, follow_ups, promises, tasks, timeline, undertaken, visits,
};
pub use find::{CaseSight, RestrictedCase, SeenCase, by_id, find, reference_taken};
pub use list::{CaseConditions, CaseFilter, CaseLine, of_person, page, page_before};

use crate::{json_columns, record, word_columns};

word_columns!(
    Level,
    Urgency,
    Visibility,
    Channel,
    Outcome,
    EntryKind,
    Direction,
    Solved,
    Turn,
    ClockKind,
    TaskKind,
    ExceptionKind
);
json_columns!(NextAct, Told, Period, Vec<Pause>, Vec<Extension>);

record!(Case, "cases", [
    id: CaseId, reference: String, programme_id: ProgrammeId, model_id: String, model_version: i64,
    person_id: Option<PersonId>, title: String, summary: String, agency: Option<String>, topic: Option<String>,
    level: Option<Level>, owner_id: Option<StaffId>, phase: String, turn: Turn, opened_at: Timestamp, opened_on: Date,
    channel: Channel, urgency: Urgency, sensitivity: i64, visibility: Visibility, flags: Vec<String>,
    cadence_days: i64, heard_on: Option<Date>, next_act: NextAct, next_on: Date, closed_on: Option<Date>,
    closed_at: Option<Timestamp>, closed_by: Option<StaffId>, outcome: Option<Outcome>, told: Option<Told>,
    watch: Option<String>, version: i64,
], version: version);

record!(PhaseVisit, "phase_visits", [
    id: PhaseVisitId, case_id: CaseId, n: i64, phase: String, entered_at: Timestamp, entered_by: StaffId,
    left_at: Option<Timestamp>, reason: Option<String>, version: i64,
], version: version);

record!(Promise, "promises", [
    id: PromiseId, case_id: CaseId, what: String, due_on: Date, safe_way: String, made_at: Timestamp,
    made_by: StaffId, kept_at: Option<Timestamp>, kept_by_entry: Option<EntryId>, dropped_reason: Option<String>,
    version: i64,
], version: version);

record!(Entry, "entries", [
    id: EntryId, case_id: CaseId, kind: EntryKind, direction: Direction, at: Timestamp, written_at: Timestamp,
    by: Option<StaffId>, person_id: Option<PersonId>, body: String, private: bool, subject_id: Option<uuid::Uuid>,
    detail: BTreeMap<String, String>,
]);

record!(Task, "tasks", [
    id: TaskId, case_id: CaseId, what: String, due_on: Date, assigned_to: Option<StaffId>, kind: TaskKind,
    done_at: Option<Timestamp>, done_by: Option<StaffId>, dropped_reason: Option<String>, version: i64,
], version: version);

record!(Clock, "clocks", [
    id: ClockId, case_id: CaseId, kind: ClockKind, turn: Turn, started_on: Date, allowed: Period,
    calendar: Option<String>, calendar_version: Option<i64>, pauses: Vec<Pause>, extensions: Vec<Extension>,
    stopped_on: Option<Date>, stopped_by_event: Option<String>, subject: Option<uuid::Uuid>, version: i64,
], version: version);

record!(FollowUp, "follow_ups", [
    id: FollowUpId, case_id: CaseId, ask_on: Date, asked_at: Option<Timestamp>, answer: Option<Solved>,
    answer_note: Option<String>, answered_at: Option<Timestamp>, version: i64,
], version: version);

record!(Exception, "case_exceptions", [
    id: AccessId, case_id: CaseId, staff_id: StaffId, kind: ExceptionKind, reason: String,
]);

pub(crate) const STATEMENTS: &[&[crate::engine::Statement]] =
    &[beside::STATEMENTS, find::STATEMENTS, list::STATEMENTS];
