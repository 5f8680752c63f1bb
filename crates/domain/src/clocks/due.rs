//! When a clock is due: counted from its intervals, for today or for any past day, never typed over.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::calendar::{Calendar, next_day};
use super::clock::{Clock, Extension, Pause, Period};

/// Where counting begins and how many days it takes.
struct Count {
    from: Date,
    days: u32,
    unit: Unit,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Every,
    Working,
}

/// Days that are left, or days that it is late, in the unit the clock was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Due in so many days; 0 is today.
    Days(u32),
    /// Late by so many days, at least 1.
    Late(u32),
}

/// How a clock stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    Running(Left),
    /// Standing still since that day, with what was left then.
    Paused {
        since: Date,
        left: Left,
    },
    Stopped {
        on: Date,
    },
}

impl Clock {
    /// The day it is due. None while a pause keeps it from ever getting there.
    #[must_use]
    pub fn due(&self, calendar: &Calendar) -> Option<Date> {
        self.due_as_known_on(Date::MAX, calendar)
    }

    /// The day it was due, judged only by the pauses and extensions known on `day`.
    #[must_use]
    pub fn due_as_known_on(&self, day: Date, calendar: &Calendar) -> Option<Date> {
        let pauses = self.pauses_known_on(day);
        let Some(extension) = self.extension_known_on(day) else {
            return reach(&self.first_count(calendar), &pauses, calendar);
        };
        let count = Count {
            from: extension.on,
            days: days_between(extension.on, extension.new_due),
            unit: Unit::Every,
        };
        let due = reach(&count, &pauses, calendar)?;
        // A date that a person chose stands as chosen; one that pauses moved must be a day on which we work.
        if due > extension.new_due && self.unit() == Unit::Working {
            return Some(calendar.on_or_after(due));
        }
        Some(due)
    }

    /// How it stands on a day, as it was known then.
    #[must_use]
    pub fn state(&self, today: Date, calendar: &Calendar) -> ClockState {
        if let Some(on) = self.stopped_on.filter(|on| *on <= today) {
            return ClockState::Stopped { on };
        }
        let pauses = self.pauses_known_on(today);
        if let Some(pause) = pauses.iter().find(|pause| pause.until.is_none()) {
            return ClockState::Paused {
                since: pause.from,
                left: self.left_at(pause.from, today, calendar),
            };
        }
        ClockState::Running(self.left_at(today, today, calendar))
    }

    /// Whether it was late on a day, judged by what was known that day and not by what was changed since.
    #[must_use]
    pub fn was_overdue_on(&self, day: Date, calendar: &Calendar) -> bool {
        let stopped = self.stopped_on.is_some_and(|on| on <= day);
        !stopped && self.due_as_known_on(day, calendar).is_some_and(|due| due < day)
    }

    /// What is left on `day`, by the pauses and extensions known on `known`.
    fn left_at(&self, day: Date, known: Date, calendar: &Calendar) -> Left {
        // What is left of a paused clock does not depend on how long the pause will be: see it resumed on `day`.
        let mut pauses = self.pauses_known_on(known);
        for pause in &mut pauses {
            pause.until = Some(pause.until.map_or(day, |until| until.min(day)));
        }
        let shown = Self {
            pauses,
            ..self.clone()
        };
        let due = shown.due_as_known_on(known, calendar).unwrap_or(day);
        let (from, to) = if due < day { (due, day) } else { (day, due) };
        let days = count_days(from, to, &shown.pauses, self.unit(), calendar);
        if due < day {
            Left::Late(days.max(1))
        } else {
            Left::Days(days)
        }
    }

    fn first_count(&self, calendar: &Calendar) -> Count {
        let from = self.started_on;
        match self.allowed {
            Period::Days(days) => Count {
                from,
                days: u32::from(days),
                unit: Unit::Every,
            },
            Period::WorkingDays(days) => Count {
                from,
                days: u32::from(days),
                unit: Unit::Working,
            },
            Period::Months(_) => Count {
                from,
                days: days_between(from, self.allowed.after(from, calendar)),
                unit: Unit::Every,
            },
        }
    }

    const fn unit(&self) -> Unit {
        match self.allowed {
            Period::WorkingDays(_) => Unit::Working,
            Period::Days(_) | Period::Months(_) => Unit::Every,
        }
    }

    fn extension_known_on(&self, day: Date) -> Option<&Extension> {
        self.extensions.iter().rfind(|extension| extension.on <= day)
    }

    fn pauses_known_on(&self, day: Date) -> Vec<Pause> {
        let known = self.pauses.iter().filter(|pause| pause.from <= day).cloned();
        known
            .map(|pause| Pause {
                until: pause.until.filter(|until| *until <= day),
                ..pause
            })
            .collect()
    }
}

impl Period {
    /// The last day of this period after a day, with nothing paused.
    #[must_use]
    pub fn after(self, day: Date, calendar: &Calendar) -> Date {
        match self {
            Self::Days(days) => plus(day, i64::from(days).days()),
            Self::WorkingDays(days) => calendar.working_day_after(day, days),
            Self::Months(months) => plus(day, i64::from(months).months()),
        }
    }
}

/// The day on which the counted days are used up. None when an open pause comes first.
fn reach(count: &Count, pauses: &[Pause], calendar: &Calendar) -> Option<Date> {
    let endless = pauses
        .iter()
        .filter(|pause| pause.until.is_none())
        .map(|pause| pause.from)
        .min();
    let mut day = count.from;
    let mut left = count.days;
    while left > 0 {
        day = next_day(day);
        if endless.is_some_and(|from| from <= day) || day == Date::MAX {
            return None;
        }
        left -= u32::from(counts(day, pauses, count.unit, calendar));
    }
    Some(day)
}

/// The days that count after `from`, up to and with `to`.
fn count_days(from: Date, to: Date, pauses: &[Pause], unit: Unit, calendar: &Calendar) -> u32 {
    let mut day = from;
    let mut count = 0;
    while day < to {
        day = next_day(day);
        count += u32::from(counts(day, pauses, unit, calendar));
    }
    count
}

fn counts(day: Date, pauses: &[Pause], unit: Unit, calendar: &Calendar) -> bool {
    let works = match unit {
        Unit::Every => true,
        Unit::Working => calendar.is_working_day(day),
    };
    works && !pauses.iter().any(|pause| pause.covers(day))
}

impl Pause {
    /// Whether a day stands still under this pause.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

fn days_between(from: Date, to: Date) -> u32 {
    u32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(0)
}

fn plus(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(Date::MAX)
}
