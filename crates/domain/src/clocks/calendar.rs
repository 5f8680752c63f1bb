//! Calendars: which days are working days, by a version that a clock can name.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// One version of one calendar. The years it does not list have weekends and no holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub id: String,
    pub version: i64,
    pub title: String,
    pub weekend: Vec<Weekday>,
    pub holidays: BTreeMap<Date, String>,
    /// The years whose holidays are listed; none when there are none to list.
    pub years: Option<(i16, i16)>,
}

/// What was wrong with a calendar's text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {why}")]
pub struct CalendarFault {
    pub line: u64,
    pub column: u64,
    pub why: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    version: i64,
    title: String,
    weekend: Vec<Day>,
    #[serde(default)]
    holidays: BTreeMap<Date, String>,
    first_year: Option<i16>,
    last_year: Option<i16>,
}

impl Calendar {
    /// Reads a calendar from its YAML text.
    pub fn read(text: &str) -> Result<Self, CalendarFault> {
        let written: Written = serde_saphyr::from_str(text).map_err(|error| {
            let place = error.location();
            CalendarFault {
                line: place.as_ref().map_or(0, serde_saphyr::Location::line),
                column: place.as_ref().map_or(0, serde_saphyr::Location::column),
                why: error.without_snippet().to_string(),
            }
        })?;
        let weekend: Vec<Weekday> = written.weekend.into_iter().map(weekday).collect();
        if (1..=7).all(|n| Weekday::from_monday_one_offset(n).is_ok_and(|day| weekend.contains(&day))) {
            let why = "a week without a working day".to_owned();
            return Err(CalendarFault {
                line: 0,
                column: 0,
                why,
            });
        }
        Ok(Self {
            id: written.id,
            version: written.version,
            title: written.title,
            weekend,
            holidays: written.holidays,
            years: written.first_year.zip(written.last_year),
        })
    }

    /// Neither a weekend day nor a holiday.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.holidays.contains_key(&day)
    }

    /// The day itself when it is a working day, else the first one after it.
    #[must_use]
    pub fn on_or_after(&self, day: Date) -> Date {
        let mut day = day;
        while !self.is_working_day(day) && day < Date::MAX {
            day = next_day(day);
        }
        day
    }

    /// The n-th working day after a day, which itself is not counted.
    #[must_use]
    pub fn working_day_after(&self, day: Date, n: u16) -> Date {
        let mut day = day;
        for _ in 0..n {
            day = self.on_or_after(next_day(day));
        }
        day
    }

    /// How many working days lie after `from`, up to and with `to`.
    #[must_use]
    pub fn working_days_between(&self, from: Date, to: Date) -> u32 {
        let mut count = 0;
        let mut day = from;
        while day < to {
            day = next_day(day);
            count += u32::from(self.is_working_day(day));
        }
        count
    }

    /// Whether the holidays of this day's year are listed, or there are none to list.
    #[must_use]
    pub fn knows(&self, day: Date) -> bool {
        self.years
            .is_none_or(|(first, last)| (first..=last).contains(&day.year()))
    }
}

/// The day after; the last day there is stays itself.
pub(super) fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

const fn weekday(day: Day) -> Weekday {
    match day {
        Day::Monday => Weekday::Monday,
        Day::Tuesday => Weekday::Tuesday,
        Day::Wednesday => Weekday::Wednesday,
        Day::Thursday => Weekday::Thursday,
        Day::Friday => Weekday::Friday,
        Day::Saturday => Weekday::Saturday,
        Day::Sunday => Weekday::Sunday,
    }
}
