//! Who somebody may be, among the people the actor may know of: scored with reasons, never decided.

use domain::{
    access::{Actor, Deed},
    people::{ContactPoint, Person, normalise_email, normalise_phone, sort_key},
};
use insight::people::{Candidate, Likeness, PersonMatch, Sender, match_people};
use jiff::civil::Date;
use store::{Reader, StoreError};

use crate::{ActionError, House};

/// What a message or a form says of its sender.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub name: String,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    /// Never looked up by itself: whole houses share one. It only adds to what else speaks for somebody.
    pub addresses: Vec<String>,
    pub born_on: Option<Date>,
}

/// Somebody the sender may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    pub person: Person,
    pub found: PersonMatch,
}

impl Likely {
    /// Whether little speaks for it.
    pub fn is_weak(&self) -> bool {
        self.found.likeness == Likeness::Weak
    }

    /// Whether much speaks for it. It merges nothing: a person decides.
    pub fn is_strong(&self) -> bool {
        self.found.likeness == Likeness::Strong
    }
}

/// The likeliest first, each with its reasons.
pub async fn matches(house: &House, actor: &Actor, asked: &Asked) -> Result<Vec<Likely>, ActionError> {
    if !actor.may(Deed::SeeCases) {
        return Err(ActionError::NotAllowed(Deed::SeeCases));
    }
    let office = house.desk().office(actor.office_id).await?;
    let today = house.desk().today(&office);
    let mut look = house.desk().look(actor).await?;
    Ok(matches_in(&mut look, asked, today).await?)
}

/// As [`matches`], within a look or an act under way.
pub async fn matches_in<'d>(
    reader: &mut impl Reader<'d>,
    asked: &Asked,
    today: Date,
) -> Result<Vec<Likely>, StoreError> {
    let emails = asked.emails.iter().map(|email| normalise_email(email));
    let phones = asked.phones.iter().map(|phone| normalise_phone(phone));
    let norms: Vec<String> = emails.chain(phones).filter(|norm| !norm.is_empty()).collect();
    let key = sort_key(&asked.name);
    let found = store::people::candidates(reader, &norms, Some(key.as_str())).await?;
    let mut closed = Vec::with_capacity(found.len());
    for (person, _) in &found {
        let cases = store::cases::of_person(reader, person.id).await?;
        closed.push(cases.iter().filter_map(|case| case.closed_on).max());
    }
    let candidates: Vec<Candidate<'_>> = found
        .iter()
        .zip(closed)
        .map(
            |((person, points), last_closed_on): (&(Person, Vec<ContactPoint>), _)| Candidate {
                person,
                points,
                last_closed_on,
            },
        )
        .collect();
    let (emails, phones, addresses) = (
        texts(&asked.emails),
        texts(&asked.phones),
        texts(&asked.addresses),
    );
    let sender = Sender {
        name: Some(asked.name.as_str()).filter(|name| !name.trim().is_empty()),
        emails: &emails,
        phones: &phones,
        addresses: &addresses,
        born_on: asked.born_on,
    };
    let matches = match_people(&sender, &candidates, today);
    let likely = matches.into_iter().filter_map(|found_match| {
        let known = found
            .iter()
            .find(|(person, _)| person.id == found_match.person_id);
        known.map(|(person, _)| Likely {
            person: person.clone(),
            found: found_match,
        })
    });
    Ok(likely.collect())
}

fn texts(of: &[String]) -> Vec<&str> {
    of.iter().map(String::as_str).collect()
}
