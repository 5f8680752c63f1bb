//! Whom an arrival may come from, with points and reasons, as far as the reader may know of them. Nobody is merged or
//! chosen by a score; a person decides.

use domain::{
    arrivals::{Arrival, ArrivalChannel},
    people::{ContactPoint, Person, normalise_email, normalise_phone, sort_key},
};
use insight::people::{Candidate, Likeness, PersonMatch, Sender, match_people};
use jiff::civil::Date;
use store::{Reader, StoreError};

/// Somebody the sender may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    pub person: Person,
    pub found: PersonMatch,
}

impl Likely {
    /// Whether much speaks for it. It merges nothing: a person decides.
    pub fn is_strong(&self) -> bool {
        self.found.likeness == Likeness::Strong
    }
}

/// Those on record whom the arrival may come from, the likeliest first.
pub async fn who_may_it_be<'d>(
    reader: &mut impl Reader<'d>,
    arrival: &Arrival,
    today: Date,
) -> Result<Vec<Likely>, StoreError> {
    // What stands in a letter's place for an address is no number to look up.
    let is_reached = arrival.from_address.contains('@')
        || matches!(arrival.channel, ArrivalChannel::Phone | ArrivalChannel::WalkIn);
    let address = if is_reached {
        arrival.from_address.as_str()
    } else {
        ""
    };
    who_fits(reader, &arrival.from_name, address, today).await
}

/// Those on record whom a name and a mailbox or number fit, the likeliest first.
pub async fn who_fits<'d>(
    reader: &mut impl Reader<'d>,
    name: &str,
    address: &str,
    today: Date,
) -> Result<Vec<Likely>, StoreError> {
    let is_email = address.contains('@');
    let norm = if is_email {
        normalise_email(address)
    } else {
        normalise_phone(address)
    };
    let norms: Vec<String> = Some(norm).filter(|norm| !norm.is_empty()).into_iter().collect();
    let key = sort_key(name);
    let known = store::people::candidates(reader, &norms, Some(&key)).await?;
    let mut closed: Vec<Option<Date>> = Vec::with_capacity(known.len());
    for (person, _) in &known {
        let cases = store::cases::of_person(reader, person.id).await?;
        closed.push(cases.iter().filter_map(|case| case.closed_on).max());
    }
    let reach = [address];
    let reach: &[&str] = if address.is_empty() { &[] } else { &reach };
    let sender = Sender {
        name: Some(name).filter(|name| !name.is_empty()),
        emails: if is_email { reach } else { &[] },
        phones: if is_email { &[] } else { reach },
        addresses: &[],
        born_on: None,
    };
    let candidates: Vec<Candidate<'_>> = known
        .iter()
        .zip(&closed)
        .map(|((person, points), last_closed_on)| Candidate {
            person,
            points: points.as_slice() as &[ContactPoint],
            last_closed_on: *last_closed_on,
        })
        .collect();
    let found = match_people(&sender, &candidates, today);
    let likely = found.into_iter().filter_map(|found| {
        let (person, _) = known.iter().find(|(person, _)| person.id == found.person_id)?;
        Some(Likely {
            person: person.clone(),
            found,
        })
    });
    Ok(likely.collect())
}
