//! The calendars an office has: those compiled in, and its own, found by name and version.

use super::calendar::{Calendar, CalendarFault};

/// Every version of every calendar at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendars(Vec<Calendar>);

const BUILTIN: &[&str] = &[
    include_str!("../../../../calendars/england.yaml"),
    include_str!("../../../../calendars/us-federal.yaml"),
    include_str!("../../../../calendars/weekdays.yaml"),
];

impl Calendars {
    /// The ones that come with the house.
    #[must_use]
    pub fn builtin() -> Self {
        let read =
            |text: &&str| Calendar::read(text).expect("the tests read each calendar that is compiled in");
        Self(BUILTIN.iter().map(read).collect())
    }

    /// Adds an office's own calendar, or a newer version of one.
    pub fn add(&mut self, text: &str) -> Result<(), CalendarFault> {
        let calendar = Calendar::read(text)?;
        self.0
            .retain(|known| known.id != calendar.id || known.version != calendar.version);
        self.0.push(calendar);
        Ok(())
    }

    /// The newest version of a calendar.
    #[must_use]
    pub fn newest(&self, id: &str) -> Option<&Calendar> {
        self.0
            .iter()
            .filter(|calendar| calendar.id == id)
            .max_by_key(|calendar| calendar.version)
    }

    /// Exactly the version that a clock named.
    #[must_use]
    pub fn version(&self, id: &str, version: i64) -> Option<&Calendar> {
        self.0
            .iter()
            .find(|calendar| calendar.id == id && calendar.version == version)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Calendar> {
        self.0.iter()
    }
}
