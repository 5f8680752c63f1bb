//! The books of the town: every file of `town/`, read and checked before anything is founded.

use std::collections::BTreeSet;

use domain::{cases::models, consents::Packs, tasks::HouseTask};
use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;

use super::{
    TownError,
    written::{WrittenCase, WrittenCases, WrittenOffice, WrittenPeople, WrittenPerson},
};

#[derive(RustEmbed)]
#[folder = "town"]
struct Files;

/// A message as it is written, with the marks of the office's own letters left blank.
pub(super) struct WrittenMail {
    pub name: String,
    pub raw: Vec<u8>,
}

/// Everything that is told of the town.
pub(super) struct Books {
    pub office: WrittenOffice,
    pub people: Vec<WrittenPerson>,
    pub cases: Vec<WrittenCase>,
    pub mail: Vec<WrittenMail>,
}

impl Books {
    pub(super) fn read() -> Result<Self, TownError> {
        let people: Vec<WrittenPeople> = all("people/")?;
        let cases: Vec<WrittenCases> = all("cases/")?;
        let mail = names("mail/").map(|name| WrittenMail {
            raw: bytes(&name),
            name,
        });
        let books = Self {
            office: one("office.toml")?,
            people: people.into_iter().flat_map(|file| file.person).collect(),
            cases: cases.into_iter().flat_map(|file| file.case).collect(),
            mail: mail.collect(),
        };
        books.check()?;
        Ok(books)
    }

    pub(super) fn person(&self, key: &str) -> Option<&WrittenPerson> {
        self.people.iter().find(|person| person.key == key)
    }

    /// Whether everybody a story names is somebody, and nobody is told of twice.
    fn check(&self) -> Result<(), TownError> {
        let mut keys = BTreeSet::new();
        let all = self.people.iter().map(|person| ("person", &person.key));
        for (kind, key) in all.chain(self.cases.iter().map(|case| ("case", &case.key))) {
            if !keys.insert((kind, key)) {
                return Err(TownError::Books(format!("the {kind} `{key}` is told of twice")));
            }
        }
        let models = models::builtin();
        let is_a_task = |task: &String| {
            let mut rules = models.iter().flat_map(|model| &model.tasks);
            rules.any(|rule| rule.id == *task) || HouseTask::ALL.iter().any(|own| own.as_str() == task)
        };
        let works_here = |key: &String| self.office.staff.iter().any(|staff| staff.key == *key);
        for case in &self.cases {
            let opened = [Some(&case.opened.by), case.opened.owner.as_ref()];
            let named = case.steps.iter().map(|step| &step.by);
            for staff in named.chain(opened.into_iter().flatten()) {
                if !works_here(staff) {
                    let case = &case.key;
                    return Err(TownError::Books(format!(
                        "{case}: nobody here is called `{staff}`"
                    )));
                }
            }
            for task in case.steps.iter().filter_map(|step| step.done.as_ref()) {
                if !is_a_task(task) {
                    let case = &case.key;
                    return Err(TownError::Books(format!("{case}: there is no task `{task}`")));
                }
            }
            if self.person(&case.person).is_none() {
                return Err(TownError::Books(format!(
                    "{}: there is no person `{}`",
                    case.key, case.person
                )));
            }
        }
        Ok(())
    }
}

/// The rules of the town's own agencies, all invented: no other agency is known there.
pub fn packs() -> Result<Packs, TownError> {
    let mut packs = Packs::none();
    for name in names("agencies/") {
        packs
            .add(&name, &text(&name)?)
            .map_err(|fault| TownError::Books(fault.to_string()))?;
    }
    Ok(packs)
}

/// The files of one folder, in the order of their names.
fn names(folder: &'static str) -> impl Iterator<Item = String> {
    let mut names: Vec<String> = Files::iter()
        .map(std::borrow::Cow::into_owned)
        .filter(|name| name.starts_with(folder))
        .collect();
    names.sort();
    names.into_iter()
}

fn all<T: DeserializeOwned>(folder: &'static str) -> Result<Vec<T>, TownError> {
    names(folder).map(|name| one(&name)).collect()
}

fn one<T: DeserializeOwned>(name: &str) -> Result<T, TownError> {
    toml::from_str(&text(name)?).map_err(|fault| TownError::Books(format!("{name}: {fault}")))
}

fn text(name: &str) -> Result<String, TownError> {
    String::from_utf8(bytes(name)).map_err(|fault| TownError::Books(format!("{name}: {fault}")))
}

fn bytes(name: &str) -> Vec<u8> {
    Files::get(name).map_or_else(Vec::new, |file| file.data.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything() -> Vec<(String, String)> {
        let folders = ["office.toml", "people/", "cases/", "agencies/", "mail/"];
        folders
            .into_iter()
            .flat_map(names)
            .map(|name| {
                let text = String::from_utf8_lossy(&bytes(&name)).into_owned();
                (name, text)
            })
            .collect()
    }

    /// Every mailbox ends in a domain that nobody can have, and every number to call is one that nobody is given.
    fn could_be_real(text: &str) -> Vec<String> {
        let words = text.split(|c: char| c.is_whitespace() || "<>\"',;()[]=:/".contains(c));
        let mailboxes = words.filter(|word| word.contains('@') && !word.contains("@@"));
        let real = mailboxes.filter(|word| {
            let domain = word.rsplit('@').next().unwrap_or_default();
            domain.contains('.') && !domain.trim_end_matches(['.', '?']).ends_with(".example")
        });
        let numbers = text
            .match_indices("(555) ")
            .filter_map(|(at, _)| text.get(at..at + 14));
        let callable = numbers.filter(|number| !number.starts_with("(555) 555-01"));
        real.chain(callable).map(str::to_owned).collect()
    }

    #[test]
    fn nobody_here_can_be_written_to_or_called() {
        let all = everything();
        assert!(all.len() > 40);
        for (name, text) in &all {
            assert_eq!(could_be_real(text), Vec::<String>::new(), "{name}");
        }
        assert_eq!(
            could_be_real("a@b.com <c@d.example> (555) 555-0134 (555) 444-0134"),
            ["a@b.com", "(555) 444-0134"]
        );
    }

    #[test]
    fn every_agency_can_be_asked_and_says_what_it_wants() {
        let packs = packs().expect("the packs are read");
        let books = Books::read().expect("the books are read");
        for agency in books.office.about.keys() {
            let pack = packs.newest(agency).expect("each agency has a pack");
            assert!(pack.is_confirmed() && !pack.liaison.is_empty(), "{agency}");
            assert!(
                pack.max_signature_age_days.is_some() && pack.must_name_office.is_some(),
                "{agency}"
            );
        }
    }

    #[test]
    fn the_story_that_shows_how_to_write_one_can_be_read() {
        let read_me = text("README.md").expect("the folder says what it is");
        let shown = read_me
            .split("```toml")
            .nth(1)
            .and_then(|rest| rest.split("```").next());
        let written: WrittenCases = toml::from_str(shown.expect("a story")).expect("it reads");
        let mut books = Books::read().expect("the books are read");
        books.cases.extend(written.case);
        books.check().expect("it fits with the others");
        // The twin: a word that is none of the language is found, with its line.
        let wrong = shown
            .expect("a story")
            .replace("act = \"note\"", "act = \"notes\"");
        assert!(toml::from_str::<WrittenCases>(&wrong).is_err());
    }

    #[test]
    fn a_story_that_names_nobody_is_found_out() {
        let mut books = Books::read().expect("the books are read");
        books.check().expect("the books are sound");
        books.cases[0].opened.by = "nobody".to_owned();
        assert!(books.check().is_err());
    }
}
