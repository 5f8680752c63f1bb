//! Dates and times as people read them, in the office's zone: "Nov 10, 3:14 pm" in lists, "Thursday, November 19"
//! in prose, the year only when it is another one, and "38 min ago" only under a day.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use maud::{Markup, html};

use super::{Arg, Words};

/// A moment or a day, ready to stand on a page: the words, and the exact value for `<time datetime>`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct When {
    pub text: String,
    pub datetime: String,
}

impl When {
    pub fn html(&self) -> Markup {
        html! { time datetime=(self.datetime) { (self.text) } }
    }
}

/// The office's now and zone, which every formatter needs.
#[derive(Debug, Clone)]
pub struct Here {
    pub now: Timestamp,
    pub zone: TimeZone,
}

impl Here {
    pub fn today(&self) -> Date {
        self.local(self.now).date()
    }

    fn local(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.zone.clone())
    }
}

/// "Nov 10, 3:14 pm", and only "3:14 pm" today; the year when it is not this one.
pub fn in_list(w: &Words, here: &Here, at: Timestamp) -> When {
    let local = here.local(at);
    let clock = clock(w, &local);
    let text = if local.date() == here.today() {
        clock
    } else {
        let day = short_day(w, here, local.date());
        w.tr(
            "dates-day-and-time",
            &[("day", day.into()), ("time", clock.into())],
        )
    };
    When {
        text,
        datetime: exact(&local),
    }
}

/// "Nov 10, 3:14 pm" always with its day: for timelines and ledgers, where today is not special.
pub fn day_and_time(w: &Words, here: &Here, at: Timestamp) -> When {
    let local = here.local(at);
    let day = short_day(w, here, local.date());
    let text = w.tr(
        "dates-day-and-time",
        &[("day", day.into()), ("time", clock(w, &local).into())],
    );
    When {
        text,
        datetime: exact(&local),
    }
}

/// "3:14 pm".
pub fn time_of_day(w: &Words, here: &Here, at: Timestamp) -> When {
    let local = here.local(at);
    When {
        text: clock(w, &local),
        datetime: exact(&local),
    }
}

/// "Nov 10", with the year when it is not this one.
pub fn day_in_list(w: &Words, here: &Here, on: Date) -> When {
    When {
        text: short_day(w, here, on),
        datetime: on.to_string(),
    }
}

/// "Thursday, November 19", with the year when it is not this one.
pub fn day_in_prose(w: &Words, here: &Here, on: Date) -> When {
    let weekday = w.t(weekday_key(on.weekday()));
    let day = long_day(w, here, on);
    When {
        text: w.tr(
            "dates-weekday-and-day",
            &[("weekday", weekday.into()), ("day", day.into())],
        ),
        datetime: on.to_string(),
    }
}

/// "November 19", with the year when it is not this one.
pub fn day_in_words(w: &Words, here: &Here, on: Date) -> When {
    When {
        text: long_day(w, here, on),
        datetime: on.to_string(),
    }
}

/// The day of a moment in the office's zone.
pub fn day_of(here: &Here, at: Timestamp) -> Date {
    here.local(at).date()
}

/// "November", with the year when it is not this one: the headings of a timeline.
pub fn month(w: &Words, here: &Here, on: Date) -> String {
    let name = w.t(month_key(on.month()));
    if on.year() == here.today().year() {
        w.tr("dates-month-alone", &[("month", name.into())])
    } else {
        w.tr(
            "dates-month-and-year",
            &[("month", name.into()), ("year", on.year().to_string().into())],
        )
    }
}

/// "38 min ago" under a day, else the list form: relative time never hides a date.
pub fn ago(w: &Words, here: &Here, at: Timestamp) -> When {
    let minutes = here.now.duration_since(at).as_secs() / 60;
    let text = match minutes {
        0 => w.t("dates-just-now"),
        1..=59 => w.tr("dates-min-ago", &[("n", minutes.into())]),
        60..=1439 => w.tr("dates-hours-ago", &[("n", (minutes / 60).into())]),
        _ => return in_list(w, here, at),
    };
    When {
        text,
        datetime: exact(&here.local(at)),
    }
}

/// How long: "1 day", "16 days".
pub fn days(w: &Words, n: i64) -> String {
    w.tr("dates-days", &[("n", n.into())])
}

fn exact(local: &Zoned) -> String {
    local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn clock(w: &Words, local: &Zoned) -> String {
    let minute = format!("{:02}", local.minute());
    let half = w.t(if local.hour() < 12 { "dates-am" } else { "dates-pm" });
    let hour = match local.hour() % 12 {
        0 => 12,
        other => other,
    };
    w.tr(
        "dates-clock",
        &[
            ("hour", Arg::from(hour.to_string())),
            ("minute", minute.into()),
            ("half", half.into()),
        ],
    )
}

fn short_day(w: &Words, here: &Here, on: Date) -> String {
    let month = w.t(month_short_key(on.month()));
    day_words(w, here, on, "dates-short", month)
}

fn long_day(w: &Words, here: &Here, on: Date) -> String {
    let month = w.t(month_key(on.month()));
    day_words(w, here, on, "dates-long", month)
}

fn day_words(w: &Words, here: &Here, on: Date, key: &str, month: String) -> String {
    let day = Arg::from(on.day().to_string());
    if on.year() == here.today().year() {
        w.tr(key, &[("month", month.into()), ("day", day)])
    } else {
        let year = Arg::from(on.year().to_string());
        w.tr(
            &format!("{key}-year"),
            &[("month", month.into()), ("day", day), ("year", year)],
        )
    }
}

fn weekday_key(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "dates-monday",
        Weekday::Tuesday => "dates-tuesday",
        Weekday::Wednesday => "dates-wednesday",
        Weekday::Thursday => "dates-thursday",
        Weekday::Friday => "dates-friday",
        Weekday::Saturday => "dates-saturday",
        Weekday::Sunday => "dates-sunday",
    }
}

const MONTHS: [&str; 12] = [
    "dates-january",
    "dates-february",
    "dates-march",
    "dates-april",
    "dates-may",
    "dates-june",
    "dates-july",
    "dates-august",
    "dates-september",
    "dates-october",
    "dates-november",
    "dates-december",
];
const SHORT_MONTHS: [&str; 12] = [
    "dates-jan",
    "dates-feb",
    "dates-mar",
    "dates-apr",
    "dates-may-short",
    "dates-jun",
    "dates-jul",
    "dates-aug",
    "dates-sep",
    "dates-oct",
    "dates-nov",
    "dates-dec",
];

fn month_key(month: i8) -> &'static str {
    MONTHS
        .get(usize::from(month.unsigned_abs()) - 1)
        .copied()
        .unwrap_or("dates-january")
}

fn month_short_key(month: i8) -> &'static str {
    SHORT_MONTHS
        .get(usize::from(month.unsigned_abs()) - 1)
        .copied()
        .unwrap_or("dates-jan")
}

// Every weekday and month has words in every language; the source search of `words/tests.rs` does not see these.
#[cfg(test)]
mod tests {
    use super::super::Lang;
    use super::*;

    fn here() -> Here {
        Here {
            now: "2026-11-19T15:30:00Z".parse().expect("a timestamp"),
            zone: TimeZone::get("America/Chicago").expect("the zone is in the database"),
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a timestamp")
    }

    #[test]
    fn lists_show_the_short_form_and_prose_the_weekday() {
        let w = Words::for_language(Lang::English);
        let list = in_list(w, &here(), at("2026-11-10T21:14:00Z"));
        assert_eq!(list.text, "Nov 10, 3:14 pm");
        assert_eq!(list.datetime, "2026-11-10T15:14:00-06:00");
        assert_eq!(in_list(w, &here(), at("2026-11-19T14:52:00Z")).text, "8:52 am");
        assert_eq!(
            day_in_prose(w, &here(), here().today()).text,
            "Thursday, November 19"
        );
        assert_eq!(
            day_in_list(w, &here(), "2027-10-06".parse().expect("a date")).text,
            "Oct 6, 2027"
        );
    }

    #[test]
    fn spanish_puts_the_day_first() {
        let w = Words::for_language(Lang::Spanish);
        assert_eq!(
            day_in_prose(w, &here(), here().today()).text,
            "jueves 19 de noviembre"
        );
        assert_eq!(
            in_list(w, &here(), at("2026-11-10T21:14:00Z")).text,
            "10 nov, 3:14 p. m."
        );
    }

    #[test]
    fn relative_time_ends_after_a_day() {
        let w = Words::for_language(Lang::English);
        assert_eq!(ago(w, &here(), at("2026-11-19T14:52:00Z")).text, "38 min ago");
        assert_eq!(
            ago(w, &here(), at("2026-11-18T15:30:00Z")).text,
            "Nov 18, 9:30 am"
        );
        assert_eq!(ago(w, &here(), at("2026-11-18T15:31:00Z")).text, "23 hours ago");
    }

    #[test]
    fn midnight_and_noon_read_as_twelve() {
        let w = Words::for_language(Lang::English);
        assert_eq!(
            time_of_day(w, &here(), at("2026-11-19T06:05:00Z")).text,
            "12:05 am"
        );
        assert_eq!(
            time_of_day(w, &here(), at("2026-11-19T18:00:00Z")).text,
            "12:00 pm"
        );
    }

    #[test]
    fn every_month_and_weekday_has_words() {
        for lang in Lang::ALL {
            let w = Words::for_language(lang);
            for month in 1..=12 {
                assert!(w.has(month_key(month)) && w.has(month_short_key(month)));
            }
            for day in 1..=7 {
                assert!(w.has(weekday_key(
                    Weekday::from_monday_one_offset(day).expect("a weekday")
                )));
            }
        }
    }
}
