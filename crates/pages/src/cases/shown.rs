//! Which part of a timeline the address asks for: some kinds of entry, and a page before or after an entry.

use domain::{cases::EntryKind, ids::EntryId};
use jiff::Timestamp;
use serde::Deserialize;
use store::cases::TimelinePage;

/// The question as it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    show: String,
    #[serde(default)]
    before: String,
    #[serde(default)]
    after: String,
    /// The composer's kind that stands open.
    #[serde(default)]
    pub add: String,
}

/// Whom or what the entries are about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    Person,
    Agency,
    Notes,
}

impl Show {
    pub const ALL: [Show; 4] = [Show::All, Show::Person, Show::Agency, Show::Notes];

    pub const fn word(self) -> &'static str {
        match self {
            Show::All => "",
            Show::Person => "person",
            Show::Agency => "agency",
            Show::Notes => "notes",
        }
    }

    const fn kinds(self) -> &'static [EntryKind] {
        use EntryKind as K;
        match self {
            Show::All => &[],
            Show::Person => &[K::Call, K::Attempt, K::LetterIn, K::LetterOut, K::Release],
            Show::Agency => &[K::Inquiry, K::Reply],
            Show::Notes => &[K::Note],
        }
    }
}

/// The question, understood.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    pub show: Show,
    pub page: TimelinePage,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            show: Show::All,
            page: TimelinePage::Newest,
        }
    }
}

impl Shown {
    pub fn of(asked: &Asked) -> Self {
        let show = Show::ALL
            .into_iter()
            .find(|show| show.word() == asked.show)
            .unwrap_or_default();
        let page = match (key(&asked.before), key(&asked.after)) {
            (Some((at, id)), _) => TimelinePage::Before(at, id),
            (None, Some((at, id))) => TimelinePage::After(at, id),
            (None, None) => TimelinePage::Newest,
        };
        Self { show, page }
    }

    pub const fn kinds(&self) -> &'static [EntryKind] {
        self.show.kinds()
    }
}

/// `microseconds.id`, as it stands in the address of a page.
pub fn key_of(at: Timestamp, id: EntryId) -> String {
    format!("{}.{id}", at.as_microsecond())
}

fn key(text: &str) -> Option<(Timestamp, EntryId)> {
    let (at, id) = text.split_once('.')?;
    let at = Timestamp::from_microsecond(at.parse().ok()?).ok()?;
    Some((at, id.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_again_by_its_address() {
        let at: Timestamp = "2026-03-02T14:00:00.000001Z".parse().expect("an instant");
        let id = EntryId(uuid::Uuid::from_u128(7));
        assert_eq!(key(&key_of(at, id)), Some((at, id)));
        for wrong in ["", "1", "x.y", "99999999999999999999.1"] {
            assert_eq!(key(wrong), None, "{wrong}");
        }
    }
}
