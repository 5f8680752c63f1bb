//! People become known, are asked again how they may be reached, and sometimes ask for silence.

use actions::people::{
    AddContactPoint, ChangePerson, NewContact, NewPerson, PersonFields, add_contact_point, add_identifier,
    change_person, open_person, record_safe_contact,
};
use domain::{
    access::Actor,
    ids::PersonId,
    people::{BornPrecision, ContactKind, Person, Safe, SafeContact, Way},
};
use jiff::civil::Date;

use super::{Teller, TownError};
use crate::town::written::{Died, Silence, WrittenPerson};

impl<'b> Teller<'b> {
    /// The person of a story, opened when they first come in.
    pub(super) async fn known(&mut self, key: &'b str, actor: &Actor) -> Result<PersonId, TownError> {
        if let Some(id) = self.people.get(key) {
            return Ok(*id);
        }
        let person = self.books.person(key);
        let person = person.ok_or_else(|| TownError::Books(format!("there is no person `{key}`")))?;
        let id = self.open_person(person, actor).await?;
        self.people.insert(key, id);
        Ok(id)
    }

    async fn open_person(&self, person: &WrittenPerson, actor: &Actor) -> Result<PersonId, TownError> {
        let office = self.house.desk().office(self.office).await?;
        let today = self.house.desk().today(&office);
        let (born_on, born_precision) = born(person)?;
        let what = NewPerson {
            full_name: person.name.clone(),
            called: person.called.clone(),
            other_names: person.others.clone(),
            born_on,
            born_precision,
            languages: person.languages.clone(),
            interpreter: person.interpreter,
            pronouns: person.pronouns.clone(),
            needs: person.needs.clone(),
            safe: safe(person, today),
            contacts: contacts(person),
        };
        let id = open_person(self.house, actor, what).await?;
        for point in &person.points {
            let what = AddContactPoint {
                safe: point.safe,
                note: point.note.clone(),
                verified_on: (point.safe == Safe::Yes).then_some(today),
                ..AddContactPoint::new(point.kind, &point.value)
            };
            add_contact_point(self.house, actor, id, what).await?;
        }
        for number in &person.numbers {
            let written = (number.value.as_str(), number.agency.as_deref());
            add_identifier(self.house, actor, id, number.kind, written).await?;
        }
        Ok(id)
    }

    pub(super) async fn ask_again(&self, person: &'b WrittenPerson) -> Result<(), TownError> {
        let known = self.stored(person).await?;
        let asker = self.last_owner(person)?;
        let safe = safe(person, self.calendar.day(person.asked));
        record_safe_contact(self.house, asker, known.id, known.version, safe).await?;
        Ok(())
    }

    pub(super) async fn died(&self, person: &'b WrittenPerson, died: &Died) -> Result<(), TownError> {
        let known = self.stored(person).await?;
        let fields = PersonFields {
            deceased_on: Some(died.on),
            ..PersonFields::of(&known)
        };
        self.change(&known, self.actor(&died.by)?, fields).await
    }

    pub(super) async fn wants_silence(
        &self,
        person: &'b WrittenPerson,
        silence: &Silence,
    ) -> Result<(), TownError> {
        let known = self.stored(person).await?;
        let fields = PersonFields {
            do_not_contact: Some(silence.why.clone()),
            ..PersonFields::of(&known)
        };
        self.change(&known, self.actor(&silence.by)?, fields).await
    }

    async fn change(&self, known: &Person, actor: &Actor, fields: PersonFields) -> Result<(), TownError> {
        let change = ChangePerson {
            version: known.version,
            was: None,
            fields,
        };
        Ok(change_person(self.house, actor, known.id, &change).await?)
    }

    async fn stored(&self, person: &WrittenPerson) -> Result<Person, TownError> {
        let nobody = || TownError::Books(format!("{} has not come in yet", person.key));
        let id = *self.people.get(person.key.as_str()).ok_or_else(nobody)?;
        let actor = Actor::house(self.office);
        let mut look = self.house.desk().look(&actor).await?;
        let stored = look.person(id).await?.ok_or_else(nobody)?;
        Ok((*stored).clone())
    }

    /// Whoever has the person's latest case.
    fn last_owner(&self, person: &WrittenPerson) -> Result<&'b Actor, TownError> {
        let theirs = self.books.cases.iter().filter(|case| case.person == person.key);
        let latest = theirs.max_by_key(|case| case.opened.day);
        let owner = latest.and_then(|case| case.opened.owner.as_ref().or(Some(&case.opened.by)));
        self.actor(owner.map_or("", String::as_str))
    }
}

fn safe(person: &WrittenPerson, asked_on: Date) -> SafeContact {
    SafeContact {
        ways: person.ways.clone(),
        hours: person.hours.clone(),
        words_not_to_say: person.not_say.clone(),
        who_else_may_pick_up: person.pickup.clone(),
        nothing_by_post: person.no_post,
        asked_on: Some(asked_on),
    }
}

/// A point is as safe as the way that leads there, until something else is said of it.
fn contacts(person: &WrittenPerson) -> Vec<NewContact> {
    let written = [
        (ContactKind::Mobile, Way::Phone, &person.mobile),
        (ContactKind::Phone, Way::Phone, &person.phone),
        (ContactKind::Email, Way::Email, &person.email),
        (ContactKind::Post, Way::Post, &person.post),
    ];
    let given = written.into_iter().filter_map(|(kind, way, value)| {
        Some(NewContact {
            kind,
            value: value.clone()?,
            safe: person.ways.get(&way).copied().unwrap_or(Safe::Unknown),
        })
    });
    given.collect()
}

/// `1941`, `1941-05` or `1941-05-17`.
fn born(person: &WrittenPerson) -> Result<(Option<Date>, BornPrecision), TownError> {
    let Some(text) = person.born.as_deref() else {
        return Ok((None, BornPrecision::Unknown));
    };
    let (full, precision) = match text.len() {
        4 => (format!("{text}-01-01"), BornPrecision::Year),
        7 => (format!("{text}-01"), BornPrecision::Month),
        _ => (text.to_owned(), BornPrecision::Day),
    };
    let day = full
        .parse()
        .map_err(|_| TownError::Books(format!("{}: `{text}` is no day of birth", person.key)))?;
    Ok((Some(day), precision))
}
