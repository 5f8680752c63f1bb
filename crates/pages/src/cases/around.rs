//! All that one case's page shows, read in few questions whose number does not grow with the case.

use std::{collections::HashMap, sync::Arc};

use domain::{
    cases::{Entry, PhaseVisit},
    clocks::Clock,
    consents::Release,
    drafts::Draft,
    ids::StaffId,
    people::{ContactPoint, Person},
};
use jiff::civil::Date;
use store::{
    Look,
    cases::{Attached, SeenCase, TimelinePage, Undertaken},
};

use super::shown::Shown;
use crate::{
    app::{PageError, Visit},
    words::{
        Words,
        dates::{self, Here},
    },
};

/// Entries on one page of the timeline.
pub const ENTRIES: usize = 50;

/// A case with what is kept around it.
pub struct Around {
    pub case: SeenCase,
    pub person: Option<Person>,
    pub points: Vec<ContactPoint>,
    pub entries: Vec<Entry>,
    pub has_older: bool,
    pub has_newer: bool,
    pub undertaken: Vec<Undertaken>,
    pub clocks: Vec<Clock>,
    pub releases: Vec<Release>,
    pub attached: Vec<Attached>,
    pub visits: Vec<PhaseVisit>,
    pub drafts: Vec<Draft>,
    pub names: Arc<HashMap<StaffId, String>>,
}

impl Around {
    pub async fn read(
        visit: &Visit,
        look: &mut Look<'_>,
        case: SeenCase,
        shown: &Shown,
    ) -> Result<Self, PageError> {
        let subject = store::people::subject(look, &case).await?;
        let (person, points) = subject.map_or((None, Vec::new()), |(person, points)| (Some(person), points));
        let limit = i64::try_from(ENTRIES + 1).unwrap_or(i64::MAX);
        let mut entries = store::cases::timeline(look, &case, shown.page, shown.kinds(), limit).await?;
        let more = entries.len() > ENTRIES;
        let (has_older, has_newer) = match shown.page {
            TimelinePage::Newest => (more, false),
            TimelinePage::Before(..) => (more, true),
            TimelinePage::After(..) => (true, more),
        };
        match shown.page {
            // The one too many is the newest of them.
            TimelinePage::After(..) if more => {
                entries.remove(0);
            }
            TimelinePage::Newest | TimelinePage::Before(..) | TimelinePage::After(..) => {
                entries.truncate(ENTRIES);
            }
        }
        Ok(Self {
            person,
            points,
            entries,
            has_older,
            has_newer,
            undertaken: store::cases::undertaken(look, &case).await?,
            clocks: store::cases::clocks(look, &case).await?,
            releases: store::consents::releases(look, &case).await?,
            attached: store::cases::attached(look, &case).await?,
            visits: store::cases::visits(look, &case).await?,
            drafts: store::drafts::about(look, case.id.0).await?,
            names: visit.house().desk().names(visit.actor()).await?,
            case,
        })
    }

    /// What to call the person in a sentence; words for "the person" while nobody knows who it is.
    pub fn called(&self, words: &Words) -> String {
        called(words, self.person.as_ref())
    }

    /// What somebody who works here is called.
    pub fn name_of(&self, id: StaffId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }
}

/// As [`Around::called`].
pub fn called(words: &Words, person: Option<&Person>) -> String {
    match person {
        Some(person) if !person.called.trim().is_empty() => person.called.clone(),
        Some(person) => person.full_name.clone(),
        None => words.t("cases-the-person"),
    }
}

/// Whole days from one day to another; negative where the second is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// "November 24", in a sentence.
pub fn on_day(words: &Words, here: &Here, on: Date) -> String {
    dates::day_in_words(words, here, on).text
}

/// "Nov 24", in a list.
pub fn short_day(words: &Words, here: &Here, on: Date) -> String {
    dates::day_in_list(words, here, on).text
}
