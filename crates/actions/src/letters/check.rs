//! Check a letter to a person or to whoever speaks for them: safe contact is asked when it is queued, and again
//! when it leaves.

use domain::{
    ids::PersonId,
    letters::{ContactConfirmed, Contacting, Letter, LetterRefusal, Outgoing, Representative, ToKind},
    people::{
        ContactAnswer, ContactPoint, ContactPurpose, Person, Way, free_text_hits, may_contact, normalise,
    },
};
use store::cases::SeenCase;

use super::{ACKNOWLEDGEMENT, FOUR_WEEK_QUESTION, draft::kinds_of};
use crate::{ActionError, Doing, Refused};

/// Whether a letter may go to its person, today. A letter of no case goes to whoever it names.
pub(super) async fn check(
    doing: &mut Doing<'_>,
    case: Option<&SeenCase>,
    letter: Letter,
) -> Result<Outgoing, ActionError> {
    if letter.way == Way::Email && !free_text_hits(&letter.body).is_empty() {
        return Err(Refused::new("letter-number-in-body").into());
    }
    let id = letter.person_id.ok_or(LetterRefusal::OtherReceiver)?;
    let person = doing.act.person(id).await?.ok_or(LetterRefusal::OtherReceiver)?;
    let points = store::people::contact_points(&mut doing.act, &person).await?;
    let point = point_of(&points, &letter).ok_or(LetterRefusal::OtherAddress)?;
    let contacting = contacting(doing, &person, point, &letter);
    let subjects: Vec<PersonId> = case.and_then(|case| case.person_id).into_iter().collect();
    match (letter.to_kind, case) {
        (ToKind::Agency, _) | (ToKind::Representative, None) => Err(LetterRefusal::OtherReceiver.into()),
        (ToKind::Person, _) => Ok(Outgoing::to_person(letter, &contacting, &subjects)?),
        (ToKind::Representative, Some(case)) => {
            let releases = store::consents::releases_of_subject(&mut doing.act, case).await?;
            let today = doing.stamp.today;
            let speaks = releases
                .iter()
                .filter_map(|release| Representative::of(release, today).ok())
                .find(|representative| representative.name() == letter.to_name)
                .ok_or(LetterRefusal::NoRepresentative)?;
            Ok(Outgoing::to_representative(
                letter,
                &speaks,
                &contacting,
                &subjects,
            )?)
        }
    }
}

fn point_of<'a>(points: &'a [ContactPoint], letter: &Letter) -> Option<&'a ContactPoint> {
    points.iter().find(|point| {
        kinds_of(letter.way).contains(&point.kind) && point.norm == normalise(point.kind, &letter.to_address)
    })
}

/// The question of safe contact; a decision against *ask* counts only for the very reason it was made against.
fn contacting<'a>(
    doing: &Doing<'_>,
    person: &'a Person,
    point: &'a ContactPoint,
    letter: &Letter,
) -> Contacting<'a> {
    let purpose = match letter.template.as_deref() {
        Some(ACKNOWLEDGEMENT) => ContactPurpose::Acknowledgement,
        Some(FOUR_WEEK_QUESTION) => ContactPurpose::FollowUp,
        Some(_) | None => ContactPurpose::Casework,
    };
    let today = doing.stamp.today;
    let asks = match may_contact(person, point, letter.way, purpose, today) {
        ContactAnswer::Ask(reason) => Some(reason),
        ContactAnswer::Send | ContactAnswer::Refuse(_) => None,
    };
    let confirmed = asks
        .filter(|reason| letter.confirmed_reason.as_deref() == Some(reason.word().as_str()))
        .zip(letter.confirmed_by)
        .map(|(reason, by)| ContactConfirmed { by, reason });
    Contacting {
        person,
        point,
        purpose,
        today,
        confirmed,
    }
}
