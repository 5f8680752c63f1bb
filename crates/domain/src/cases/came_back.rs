//! A letter came back: the person did not hear from us by it, whatever was believed.

use jiff::civil::Date;

use super::case::{Case, NextAct, NextWord};
use super::promises::{DELIVERED_ON, Heard};
use super::records::{Entry, Promise};
use crate::clocks::{Calendar, Turn};

/// The timeline entry's detail that says on which day a letter came back.
pub const RETURNED_ON: &str = "returned_on";

/// The letter's line, no longer counted as delivered.
#[must_use]
pub fn undelivered(entry: &Entry, on: Date) -> Entry {
    let mut after = entry.clone();
    after.detail.remove(DELIVERED_ON);
    after.detail.insert(RETURNED_ON.to_owned(), on.to_string());
    after
}

/// A promise that was kept by that letter is open again; others stay as they are.
#[must_use]
pub fn reopened(promise: &Promise, letter: &Entry) -> Option<Promise> {
    (promise.kept_by_entry == Some(letter.id)).then(|| Promise {
        kept_at: None,
        kept_by_entry: None,
        ..promise.clone()
    })
}

/// The case, counted from when the person truly last heard from us. Telling them another way is next, today.
#[must_use]
pub fn not_heard(case: &Case, entries: &[Entry], today: Date, calendar: &Calendar) -> Case {
    let mut after = case.clone();
    let days = entries.iter().filter(|entry| Heard::of(case, entry).is_some());
    let days = days.map(|entry| {
        let delivered = entry.detail.get(DELIVERED_ON).and_then(|day| day.parse().ok());
        delivered.unwrap_or_else(|| entry.at.to_zoned(jiff::tz::TimeZone::UTC).date())
    });
    // Never later than it was: entries tell which letters do not count, not that something new was heard.
    after.heard_on = days
        .max()
        .map(|day: Date| case.heard_on.map_or(day, |on| on.min(day)));
    if after.is_open() {
        after.turn = Turn::Ours;
        after.next_act = NextAct::Named(NextWord::TellPerson);
        after.next_on = calendar.on_or_after(today);
    }
    after
}
