//! Lines of the ledger as rows: the act in words, who did it and why, under the day it was done.

use std::collections::HashMap;

use domain::ids::StaffId;
use store::ledger::LedgerLine;

use crate::{
    app::Visit,
    ui::ledger_table::{LedgerEntry, LedgerKind, LedgerRow},
    words::{
        Words,
        dates::{self, Here},
    },
};

/// The rows, newest first, with a row for each day.
pub fn rows(
    visit: &Visit,
    here: &Here,
    names: &HashMap<StaffId, String>,
    lines: &[LedgerLine],
) -> Vec<LedgerRow> {
    let w = visit.words;
    let mut rows = Vec::with_capacity(lines.len() + 8);
    let mut day = None;
    for line in lines {
        let on = dates::day_of(here, line.at);
        if day != Some(on) {
            day = Some(on);
            rows.push(LedgerRow::Day(dates::day_in_prose(w, here, on).text));
        }
        rows.push(LedgerRow::Entry(LedgerEntry {
            number: line.seq.to_string(),
            when: dates::time_of_day(w, here, line.at),
            kind: kind(line),
            what: what(w, line),
            who: who(w, names, line),
            seal: seal(&line.fingerprint),
        }));
    }
    rows
}

/// A look, something that left the office, a refusal, or a write.
pub fn kind(line: &LedgerLine) -> LedgerKind {
    if line.changed.is_none() || line.action == "reads.batch" {
        return LedgerKind::Read;
    }
    if line.outcome == "refused" {
        return LedgerKind::Refused;
    }
    match line.action.as_str() {
        "inquiries.send"
        | "letters.queue"
        | "letters.delivered"
        | "letters.record-posted"
        | "letters.send" => LedgerKind::LeftTheOffice,
        _ => LedgerKind::Wrote,
    }
}

fn what(w: &Words, line: &LedgerLine) -> String {
    if line.action == "reads.opened" {
        let key = format!("ledger-opened-{}", line.object);
        return if w.has(&key) {
            w.t(&key)
        } else {
            w.t("ledger-opened-other")
        };
    }
    let key = format!("ledger-action-{}", line.action.replace('.', "-"));
    if w.has(&key) {
        w.t(&key)
    } else {
        w.tr("ledger-action-unnamed", &[("action", (&line.action).into())])
    }
}

/// The name, and the reason where one was given.
pub fn who(w: &Words, names: &HashMap<StaffId, String>, line: &LedgerLine) -> String {
    let name = name_of(w, names, line.staff_id);
    match &line.reason {
        Some(reason) => format!("{name}. {reason}"),
        None => name,
    }
}

pub fn name_of(w: &Words, names: &HashMap<StaffId, String>, id: StaffId) -> String {
    if id.0.is_nil() {
        return w.t("ledger-the-system");
    }
    names.get(&id).cloned().unwrap_or_else(|| w.t("ledger-somebody"))
}

/// The first figures of a seal, in fours.
pub fn seal(fingerprint: &str) -> String {
    let figures: Vec<char> = fingerprint.chars().collect();
    let fours: Vec<String> = figures.chunks(4).map(|four| four.iter().collect()).collect();
    fours.join(" ")
}
