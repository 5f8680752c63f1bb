//! When everything happens: all stories and all mail in one order of time, as an office lives them.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time},
    tz::TimeZone,
};

use super::{
    TownError,
    books::{Books, WrittenMail},
    written::{Died, OfficeFacts, Silence, Step, WrittenCase, WrittenPerson},
};

/// One thing that happens, and in whose story.
pub(super) struct Happens<'b> {
    pub at: Timestamp,
    pub what: What<'b>,
}

pub(super) enum What<'b> {
    Opens(&'b WrittenCase),
    Steps(&'b WrittenCase, &'b Step),
    AsksAgain(&'b WrittenPerson),
    Dies(&'b WrittenPerson, &'b Died),
    WantsSilence(&'b WrittenPerson, &'b Silence),
    Arrives(&'b WrittenMail),
}

/// The days of the town.
pub(super) struct Calendar {
    monday: Date,
    begins: Time,
    zone: TimeZone,
}

impl Calendar {
    pub(super) fn of(office: &OfficeFacts) -> Self {
        Self {
            monday: office.monday,
            begins: office.begins,
            zone: store::zone(&office.zone),
        }
    }

    pub(super) fn day(&self, n: i64) -> Date {
        self.monday.saturating_add(n.days())
    }

    pub(super) fn at(&self, day: i64, hour: Time) -> Result<Timestamp, TownError> {
        let zoned = self.day(day).to_datetime(hour).to_zoned(self.zone.clone());
        zoned
            .map(|zoned| zoned.timestamp())
            .map_err(|fault| TownError::Books(fault.to_string()))
    }

    /// The instant at which the demo begins.
    pub(super) fn begins(&self) -> Result<Timestamp, TownError> {
        self.at(0, self.begins)
    }
}

/// Minutes between two steps of one day that name no hour.
const BETWEEN: i64 = 7;

/// Everything that happens, in order. What falls on one instant keeps the order of the books.
pub(super) fn plan<'b>(books: &'b Books, calendar: &Calendar) -> Result<Vec<Happens<'b>>, TownError> {
    let mut all = Vec::new();
    for (n, case) in books.cases.iter().enumerate() {
        story(case, n, calendar, &mut all)?;
    }
    let noon = Time::constant(12, 0, 0, 0);
    for person in &books.people {
        let known = books.cases.iter().filter(|case| case.person == person.key);
        let first = known.map(|case| case.opened.day).min();
        if first.is_some_and(|first| first < person.asked) {
            all.push(Happens {
                at: calendar.at(person.asked, noon)?,
                what: What::AsksAgain(person),
            });
        }
        if let Some(died) = &person.deceased {
            all.push(Happens {
                at: calendar.at(died.day, noon)?,
                what: What::Dies(person, died),
            });
        }
        if let Some(silence) = &person.do_not_contact {
            all.push(Happens {
                at: calendar.at(silence.day, Time::constant(17, 30, 0, 0))?,
                what: What::WantsSilence(person, silence),
            });
        }
    }
    for mail in &books.mail {
        all.push(Happens {
            at: written_at(mail)?,
            what: What::Arrives(mail),
        });
    }
    all.sort_by_key(|happens| happens.at);
    let begins = calendar.begins()?;
    match all.iter().find(|happens| happens.at > begins) {
        Some(late) => Err(TownError::Books(format!(
            "{} lies after the demo's beginning",
            late.at
        ))),
        None => Ok(all),
    }
}

/// One story. The office opens at 8:35; what names no hour spreads over the morning and early afternoon.
fn story<'b>(
    case: &'b WrittenCase,
    n: usize,
    calendar: &Calendar,
    all: &mut Vec<Happens<'b>>,
) -> Result<(), TownError> {
    let n = i64::try_from(n).unwrap_or_default();
    let opened = &case.opened;
    let (mut day, mut hour) = (opened.day, opened.at.unwrap_or_else(|| minutes(515 + n * 7 % 80)));
    all.push(Happens {
        at: calendar.at(day, hour)?,
        what: What::Opens(case),
    });
    for (i, step) in case.steps.iter().enumerate() {
        let spread = i64::try_from(i).unwrap_or_default() * 53;
        let free = if step.day == day {
            hour.saturating_add(BETWEEN.minutes())
        } else {
            minutes(520 + (n * 37 + spread) % 420)
        };
        let next = step
            .at
            .unwrap_or_else(|| free.min(before_the_next_hour(&case.steps[i..])));
        if (step.day, next) <= (day, hour) {
            let (key, on) = (&case.key, step.day);
            return Err(TownError::Books(format!(
                "{key}: step {i} on day {on} goes back in time"
            )));
        }
        (day, hour) = (step.day, next);
        all.push(Happens {
            at: calendar.at(day, hour)?,
            what: What::Steps(case, step),
        });
    }
    Ok(())
}

/// The latest time for the first of these steps that leaves room for the others before one of the same day that names
/// its hour.
fn before_the_next_hour(steps: &[Step]) -> Time {
    let today = steps.first().map(|step| step.day);
    let mut same_day = (0_i64..).zip(steps.iter().take_while(|step| Some(step.day) == today));
    let named = same_day.find_map(|(n, step)| Some(step.at?.saturating_sub((n * BETWEEN).minutes())));
    named.unwrap_or(Time::MAX)
}

fn minutes(of_day: i64) -> Time {
    Time::midnight().saturating_add(of_day.minutes())
}

/// When its sender says it was written; it reaches us at once.
fn written_at(mail: &WrittenMail) -> Result<Timestamp, TownError> {
    let text = String::from_utf8_lossy(&mail.raw);
    let date = text.lines().find_map(|line| line.strip_prefix("Date: "));
    let parsed = date.and_then(|date| jiff::fmt::rfc2822::parse(date.trim()).ok());
    parsed
        .map(|zoned| zoned.timestamp())
        .ok_or_else(|| TownError::Books(format!("{}: its Date cannot be read", mail.name)))
}

#[cfg(test)]
mod tests {
    use domain::clocks::Calendars;

    use super::*;

    #[test]
    fn the_office_works_on_working_days_and_at_working_hours() {
        let books = Books::read().expect("the books are read");
        let days = Calendar::of(&books.office.office);
        let calendars = Calendars::builtin();
        let working = calendars
            .newest(&books.office.office.calendar)
            .expect("a calendar");
        let mut faults = Vec::new();
        for happens in plan(&books, &days).expect("a plan") {
            let case = match happens.what {
                What::Opens(case) | What::Steps(case, _) => &case.key,
                What::AsksAgain(_) | What::Dies(..) | What::WantsSilence(..) | What::Arrives(_) => continue,
            };
            let at = happens.at.to_zoned(days.zone.clone());
            if !working.is_working_day(at.date()) || !(7..18).contains(&at.hour()) {
                faults.push(format!("{case}: {at}"));
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn everything_happens_in_order() {
        let books = Books::read().expect("the books are read");
        let days = Calendar::of(&books.office.office);
        let all = plan(&books, &days).expect("a plan");
        assert!(all.len() > 600);
        assert!(all.is_sorted_by_key(|happens| happens.at));
    }
}
