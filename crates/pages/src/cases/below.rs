//! A page below a case: the case as its reader sees it, whose matter it is, and the way back to it.

use domain::people::{ContactPoint, Person};
use store::{Look, cases::SeenCase};

use super::reference;
use crate::{
    app::{PageError, Visit},
    ui::head::{Crumb, RecordHead},
};

/// A case and its subject.
pub struct Below {
    pub case: SeenCase,
    pub person: Option<Person>,
    pub points: Vec<ContactPoint>,
}

impl Below {
    /// The case of an address, for those who see it in full.
    pub async fn of(look: &mut Look<'_>, typed: &str) -> Result<Self, PageError> {
        let case = reference::seen(look, typed).await?;
        Self::of_case(look, case).await
    }

    pub async fn of_case(look: &mut Look<'_>, case: SeenCase) -> Result<Self, PageError> {
        let subject = store::people::subject(look, &case).await?;
        let (person, points) = subject.map_or((None, Vec::new()), |(person, points)| (Some(person), points));
        Ok(Self { case, person, points })
    }

    /// The address of the case, with what comes after it.
    pub fn url(&self, below: &str) -> String {
        format!("/cases/{}{below}", self.case.reference)
    }

    /// Whose matter it is, by full name; words for "the person" while nobody knows.
    pub fn name(&self, visit: &Visit) -> String {
        self.person.as_ref().map_or_else(
            || visit.words.t("consents-the-person"),
            |person| person.full_name.clone(),
        )
    }

    /// What to call them in a sentence.
    pub fn called(&self, visit: &Visit) -> String {
        match &self.person {
            Some(person) if !person.called.trim().is_empty() => person.called.clone(),
            Some(_) | None => self.name(visit),
        }
    }

    /// Cases, the case, and where we are.
    pub fn head(&self, visit: &Visit, title: String, lede: String, here: String) -> RecordHead {
        let case = &self.case.reference;
        RecordHead {
            crumbs: vec![
                Crumb::link(visit.words.t("shell-cases"), "/cases"),
                Crumb::reference(case.clone(), Some(format!("/cases/{case}"))),
                Crumb::here(here),
            ],
            title,
            pills: Vec::new(),
            lede,
        }
    }
}
