//! The handbook's vectors, pauses, extensions and replays, by table and by property; each promise with its twin.

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::ids::{CaseId, ClockId, StaffId};

const TEST_CALENDAR: &str = "
id: handbook
version: 3
title: Handbook section 9
weekend: [saturday, sunday]
holidays:
  2025-12-25: Christmas Day
  2026-01-01: New Year's Day
  2026-01-19: a Monday
";

fn by() -> StaffId {
    StaffId(Uuid::from_u128(7))
}

fn calendar(id: &str) -> Calendar {
    let mut calendars = Calendars::builtin();
    calendars.add(TEST_CALENDAR).unwrap();
    calendars.newest(id).unwrap().clone()
}

fn clock(started_on: Date, allowed: Period) -> Clock {
    Clock {
        id: ClockId(Uuid::from_u128(1)),
        case_id: CaseId(Uuid::from_u128(2)),
        kind: ClockKind::FirstResponse,
        turn: Turn::Ours,
        started_on,
        allowed,
        calendar: Some("weekdays".into()),
        calendar_version: Some(1),
        pauses: vec![],
        extensions: vec![],
        stopped_on: None,
        stopped_by_event: None,
        subject: None,
        version: 0,
    }
}

fn more(new_due: Date, on: Date) -> MoreTime {
    MoreTime {
        new_due,
        reason: "the agency asked".into(),
        by: by(),
        on,
        at: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn the_handbooks_vectors_come_out() {
    let vectors = [
        (
            date(2024, 3, 1),
            Period::WorkingDays(20),
            "england",
            date(2024, 4, 2),
        ),
        (
            date(2024, 3, 1),
            Period::WorkingDays(20),
            "weekdays",
            date(2024, 3, 29),
        ),
        (
            date(2025, 12, 22),
            Period::WorkingDays(21),
            "handbook",
            date(2026, 1, 23),
        ),
        (
            date(2025, 12, 22),
            Period::WorkingDays(21),
            "weekdays",
            date(2026, 1, 20),
        ),
        (
            date(2024, 3, 2),
            Period::WorkingDays(1),
            "weekdays",
            date(2024, 3, 4),
        ),
        (
            date(2026, 1, 10),
            Period::Days(120),
            "weekdays",
            date(2026, 5, 10),
        ),
        (date(2026, 1, 31), Period::Days(30), "weekdays", date(2026, 3, 2)),
        (
            date(2026, 1, 31),
            Period::Months(1),
            "weekdays",
            date(2026, 2, 28),
        ),
        (
            date(2026, 1, 31),
            Period::Months(2),
            "weekdays",
            date(2026, 3, 31),
        ),
    ];
    for (started_on, allowed, name, due) in vectors {
        let calendar = calendar(name);
        assert_eq!(
            clock(started_on, allowed).due(&calendar),
            Some(due),
            "{started_on} {allowed:?} {name}"
        );
        assert_eq!(allowed.after(started_on, &calendar), due);
    }
}

#[test]
fn counting_the_day_of_receipt_would_miss_the_vectors() {
    let england = calendar("england");
    let day_before = date(2024, 2, 29);
    assert_ne!(england.working_day_after(day_before, 20), date(2024, 4, 2));
}

#[test]
fn federal_holidays_are_kept_on_the_day_they_are_observed() {
    let federal = calendar("us-federal");
    assert_eq!(federal.holidays.len(), 77);
    for (day, works) in [
        (date(2026, 7, 3), false),   // 4 July is a Saturday
        (date(2027, 7, 5), false),   // 4 July is a Sunday
        (date(2027, 12, 31), false), // New Year's Day of 2028 is a Saturday
        (date(2026, 11, 26), false), // Thanksgiving
        (date(2026, 11, 27), true),
        (date(2026, 1, 19), false),
        (date(2026, 7, 6), true),
    ] {
        assert_eq!(federal.is_working_day(day), works, "{day}");
    }
    assert!(federal.knows(date(2030, 12, 31)) && !federal.knows(date(2031, 1, 1)));
    assert!(calendar("weekdays").knows(date(2031, 1, 1)));
}

#[test]
fn every_calendar_compiled_in_can_be_read() {
    assert_eq!(Calendars::builtin().iter().count(), 3);
    assert!(Calendars::builtin().version("england", 1).is_some());
    assert!(Calendars::builtin().version("england", 2).is_none());
}

#[test]
fn a_calendar_with_a_wrong_day_names_its_place() {
    let fault = Calendar::read("id: x\nversion: 1\ntitle: X\nweekend: [sunday, blursday]\n").unwrap_err();
    assert_eq!((fault.line, fault.column), (4, 19), "{fault}");
    let endless = "id: x\nversion: 1\ntitle: X\nweekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]\n";
    assert!(Calendar::read(endless).is_err());
}

#[test]
fn paused_days_do_not_count_and_while_paused_nothing_is_due() {
    let weekdays = calendar("weekdays");
    let running = clock(date(2026, 11, 2), Period::WorkingDays(5));
    assert_eq!(running.due(&weekdays), Some(date(2026, 11, 9)));
    let paused = pause(&running, date(2026, 11, 4), "waiting for her papers", by()).unwrap();
    assert_eq!(paused.due(&weekdays), None);
    let paused_state = ClockState::Paused {
        since: date(2026, 11, 4),
        left: Left::Days(3),
    };
    assert_eq!(paused.state(date(2026, 12, 24), &weekdays), paused_state);
    assert!(!paused.was_overdue_on(date(2026, 12, 24), &weekdays));
    let resumed = resume(&paused, date(2026, 11, 18)).unwrap();
    assert_eq!(resumed.due(&weekdays), Some(date(2026, 11, 23)));
    assert_eq!(
        resumed.state(date(2026, 11, 18), &weekdays),
        ClockState::Running(Left::Days(3))
    );
    // The twin: the same clock without its pause is late on the day it resumes.
    assert!(running.was_overdue_on(date(2026, 11, 18), &weekdays));
}

#[test]
fn a_pause_does_not_hide_that_a_clock_was_late_before() {
    let weekdays = calendar("weekdays");
    let late = clock(date(2026, 11, 2), Period::WorkingDays(2));
    let paused = pause(&late, date(2026, 11, 6), "waiting", by()).unwrap();
    assert!(paused.was_overdue_on(date(2026, 11, 20), &weekdays));
    let state = ClockState::Paused {
        since: date(2026, 11, 6),
        left: Left::Late(2),
    };
    assert_eq!(paused.state(date(2026, 11, 20), &weekdays), state);
}

#[test]
fn an_extension_keeps_the_original_day_and_does_not_rewrite_the_past() {
    let weekdays = calendar("weekdays");
    let first = clock(date(2026, 4, 20), Period::WorkingDays(5));
    let given = extend(&first, &more(date(2026, 5, 15), date(2026, 5, 5)), &weekdays).unwrap();
    assert_eq!(given.due(&weekdays), Some(date(2026, 5, 15)));
    assert_eq!(given.extensions[0].original_due, date(2026, 4, 27));
    // Why was this overdue on 3 May? Because the extension was given on the 5th.
    assert!(given.was_overdue_on(date(2026, 5, 3), &weekdays));
    assert!(!given.was_overdue_on(date(2026, 5, 6), &weekdays));
    assert!(given.was_overdue_on(date(2026, 5, 16), &weekdays));
    let stopped = stop(&given, date(2026, 5, 18), "substantive_reply").unwrap();
    assert!(stopped.was_overdue_on(date(2026, 5, 17), &weekdays));
    assert!(!stopped.was_overdue_on(date(2026, 5, 18), &weekdays));
    assert_eq!(
        stopped.state(date(2026, 6, 1), &weekdays),
        ClockState::Stopped {
            on: date(2026, 5, 18)
        }
    );
}

#[test]
fn a_pause_after_an_extension_moves_the_extended_day_to_a_working_day() {
    let weekdays = calendar("weekdays");
    let first = clock(date(2026, 11, 2), Period::WorkingDays(5));
    // A Saturday, chosen by the agency, stands as chosen.
    let given = extend(&first, &more(date(2026, 11, 14), date(2026, 11, 5)), &weekdays).unwrap();
    assert_eq!(given.due(&weekdays), Some(date(2026, 11, 14)));
    let paused = pause(&given, date(2026, 11, 9), "waiting", by()).unwrap();
    assert_eq!(paused.due(&weekdays), None);
    let resumed = resume(&paused, date(2026, 11, 10)).unwrap();
    assert_eq!(resumed.due(&weekdays), Some(date(2026, 11, 16)));
}

#[test]
fn changes_that_make_no_sense_are_refused() {
    let weekdays = calendar("weekdays");
    let first = clock(date(2026, 11, 2), Period::WorkingDays(5));
    let early = ClockRefusal::TooEarly {
        earliest: date(2026, 11, 2),
    };
    assert_eq!(pause(&first, date(2026, 11, 1), "why", by()), Err(early));
    assert_eq!(
        pause(&first, date(2026, 11, 3), "  ", by()),
        Err(ClockRefusal::ReasonMissing)
    );
    assert_eq!(resume(&first, date(2026, 11, 3)), Err(ClockRefusal::NotPaused));
    let paused = pause(&first, date(2026, 11, 3), "why", by()).unwrap();
    assert_eq!(
        pause(&paused, date(2026, 11, 4), "why", by()),
        Err(ClockRefusal::AlreadyPaused)
    );
    let asked = more(date(2026, 12, 4), date(2026, 11, 4));
    assert_eq!(
        extend(&paused, &asked, &weekdays),
        Err(ClockRefusal::AlreadyPaused)
    );
    let earlier = more(date(2026, 11, 6), date(2026, 11, 4));
    assert_eq!(
        extend(&first, &earlier, &weekdays),
        Err(ClockRefusal::NotLater {
            due: date(2026, 11, 9)
        })
    );
    let stopped = stop(&paused, date(2026, 11, 5), "case_closed").unwrap();
    assert_eq!(stopped.pauses[0].until, Some(date(2026, 11, 5)));
    assert_eq!(
        stop(&stopped, date(2026, 11, 6), "again"),
        Err(ClockRefusal::Stopped)
    );
    assert_eq!(
        pause(&stopped, date(2026, 11, 6), "why", by()),
        Err(ClockRefusal::Stopped)
    );
    for refusal in [
        ClockRefusal::NotLater {
            due: date(2026, 11, 9),
        },
        ClockRefusal::Stopped,
    ] {
        assert!(refusal.key().starts_with("clock-refused-"));
    }
}

fn a_day() -> impl Strategy<Value = Date> {
    (0..1400_i64).prop_map(|days| date(2025, 1, 1).checked_add(days.days()).unwrap())
}

fn a_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1..60_u16).prop_map(Period::Days),
        (1..60_u16).prop_map(Period::WorkingDays),
        (1..6_u16).prop_map(Period::Months),
    ]
}

proptest! {
    #[test]
    fn a_limit_in_working_days_always_ends_on_one_and_holds_exactly_so_many(start in a_day(), n in 1..80_u16) {
        let federal = calendar("us-federal");
        let due = clock(start, Period::WorkingDays(n)).due(&federal).unwrap();
        prop_assert!(federal.is_working_day(due));
        prop_assert_eq!(federal.working_days_between(start, due), u32::from(n));
    }

    #[test]
    fn resuming_leaves_exactly_the_working_days_there_were(
        start in a_day(), n in 1..60_u16, after in 1..90_i64, rest in 0..90_i64
    ) {
        let federal = calendar("us-federal");
        let first = clock(start, Period::WorkingDays(n));
        let from = start.checked_add(after.days()).unwrap();
        let until = from.checked_add(rest.days()).unwrap();
        let resumed = resume(&pause(&first, from, "waiting", by()).unwrap(), until).unwrap();
        let (old, new) = (first.due(&federal).unwrap(), resumed.due(&federal).unwrap());
        let eve = |day: Date| day.yesterday().unwrap();
        if old < from {
            prop_assert_eq!(new, old);
        } else {
            let left = |day, due| federal.working_days_between(eve(day), due);
            prop_assert_eq!(left(until, new), left(from, old));
        }
    }

    #[test]
    fn resuming_never_escalates_at_once(
        start in a_day(), allowed in a_period(), after in 0..90_i64, rest in 0..90_i64
    ) {
        let federal = calendar("us-federal");
        let first = clock(start, allowed);
        let from = start.checked_add(after.days()).unwrap();
        let until = from.checked_add(rest.days()).unwrap();
        let was_late = first.was_overdue_on(from, &federal);
        let paused = pause(&first, from, "waiting", by()).unwrap();
        prop_assert_eq!(paused.was_overdue_on(until, &federal), was_late);
        prop_assert_eq!(resume(&paused, until).unwrap().was_overdue_on(until, &federal), was_late);
    }

    #[test]
    fn what_happens_later_never_changes_what_was_true_on_a_day(
        start in a_day(), allowed in a_period(), ask in 0..60_i64, later in 1..60_i64, more_days in 1..90_i64
    ) {
        let federal = calendar("us-federal");
        let first = clock(start, allowed);
        let asked = start.checked_add(ask.days()).unwrap();
        let on = asked.checked_add(later.days()).unwrap();
        let before = first.was_overdue_on(asked, &federal);
        let paused = pause(&first, on, "waiting", by()).unwrap();
        prop_assert_eq!(paused.was_overdue_on(asked, &federal), before);
        let new_due = first.due(&federal).unwrap().max(on).checked_add(more_days.days()).unwrap();
        let extended = extend(&first, &more(new_due, on), &federal).unwrap();
        prop_assert_eq!(extended.was_overdue_on(asked, &federal), before);
        let stopped = stop(&first, on, "done").unwrap();
        prop_assert_eq!(stopped.was_overdue_on(asked, &federal), before);
    }
}
