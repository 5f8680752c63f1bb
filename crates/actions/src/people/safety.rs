//! How a person may safely be reached. What turns out unsafe stops everything that is on its way there, at once.

use domain::{
    access::Actor,
    ids::{ContactPointId, PersonId},
    letters::LetterState,
    people::{ContactKind, ContactPoint, Safe, SafeContact, Way, normalise},
};
use store::people::SeenPerson;

use super::saving::begin;
use crate::{ActionError, Doing, House, letters::hold_by_house};

/// Why a letter is held: the key of its words.
const HELD_BECAUSE: &str = "contact-point-unsafe";

/// Marks an address, a number or a mailbox unsafe and holds what is on its way to it. Answers how many letters that
/// were.
pub async fn mark_unsafe(
    house: &House,
    actor: &Actor,
    person: PersonId,
    point: ContactPointId,
    note: &str,
) -> Result<i64, ActionError> {
    let (mut doing, seen) = begin(house, actor, person).await?;
    let mut point = one(&mut doing, &seen, point).await?;
    point.safe = Safe::No;
    let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
    point.note = note.clone().or(point.note);
    doing.act.update(&mut point).await?;
    let held = hold(&mut doing, &seen, |way, address| {
        let kind = kind_of(way);
        kind.contains(&point.kind) && normalise(point.kind, address) == point.norm
    })
    .await?;
    doing.answers(&held);
    let object = ("contact_points", point.id.0);
    doing.commit_person("people.mark-unsafe", object, note).await?;
    Ok(held)
}

/// Records what the person said about being reached safely, and holds what goes by a way that is not safe any more.
/// Answers how many letters that were.
pub async fn record_safe_contact(
    house: &House,
    actor: &Actor,
    person: PersonId,
    version: i64,
    safe: SafeContact,
) -> Result<i64, ActionError> {
    let (mut doing, seen) = begin(house, actor, person).await?;
    if seen.version != version {
        return Err(ActionError::Conflict);
    }
    let mut after = (*seen).clone();
    after.safe = SafeContact {
        asked_on: Some(doing.stamp.today),
        ..safe
    };
    doing.act.update(&mut after).await?;
    let safe = &after.safe;
    let held = hold(&mut doing, &seen, |way, _| {
        let by_post = way == Way::Post && safe.nothing_by_post;
        by_post || safe.ways.get(&way) == Some(&Safe::No)
    })
    .await?;
    doing.answers(&held);
    doing
        .commit_person("people.record-safe-contact", ("people", person.0), None)
        .await?;
    Ok(held)
}

/// Notes that the person confirmed a contact point, and whether it is safe.
pub async fn verify_contact_point(
    house: &House,
    actor: &Actor,
    person: PersonId,
    point: ContactPointId,
    safe: Safe,
) -> Result<(), ActionError> {
    let (mut doing, seen) = begin(house, actor, person).await?;
    let mut point = one(&mut doing, &seen, point).await?;
    point.verified_on = Some(doing.stamp.today);
    point.safe = safe;
    doing.act.update(&mut point).await?;
    let object = ("contact_points", point.id.0);
    doing
        .commit_person("people.verify-contact-point", object, None)
        .await
}

async fn one(
    doing: &mut Doing<'_>,
    seen: &SeenPerson,
    id: ContactPointId,
) -> Result<ContactPoint, ActionError> {
    let points = store::people::contact_points(&mut doing.act, seen).await?;
    points
        .into_iter()
        .find(|point| point.id == id)
        .ok_or(ActionError::NotFound)
}

/// The kinds of contact point a letter by this way goes to.
const fn kind_of(way: Way) -> &'static [ContactKind] {
    match way {
        Way::Email => &[ContactKind::Email],
        Way::Post => &[ContactKind::Post],
        Way::Text => &[ContactKind::Mobile],
        Way::Phone | Way::Voicemail => &[ContactKind::Phone, ContactKind::Mobile],
    }
}

/// Holds the letters to a person that are on their way to somewhere unsafe. A case the actor may not open is not
/// touched, but its letters stop like all others: safety outranks sight.
async fn hold(
    doing: &mut Doing<'_>,
    seen: &SeenPerson,
    is_unsafe: impl Fn(Way, &str) -> bool + Send,
) -> Result<i64, ActionError> {
    let mut held = 0;
    for letter in doing.act.letters_on_their_way(seen).await? {
        if !is_unsafe(letter.way, &letter.to_address) {
            continue;
        }
        let case = match letter.case_id {
            Some(id) => doing.act.case_by_id(id).await?,
            None => None,
        };
        // Read again under its lock: the post may have taken it meanwhile.
        let Some(letter) = doing.act.letter(letter.id).await? else {
            continue;
        };
        if !matches!(letter.state, LetterState::Queued | LetterState::Sending) {
            continue;
        }
        hold_by_house(doing, case.as_ref(), &letter, HELD_BECAUSE).await?;
        held += 1;
    }
    Ok(held)
}
