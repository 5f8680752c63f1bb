//! The only thing the post takes: a letter that passed the check for its receiver. To an agency that is a
//! [`Disclosure`]; to the subject or their representative it is safe contact.
//!
//! An agency is written to on a disclosure:
//!
//! ```
//! use domain::{consents::Disclosure, letters::{Letter, LetterRefusal, Outgoing}};
//! fn post(letter: Letter, disclosure: &Disclosure) -> Result<Outgoing, LetterRefusal> {
//!     Outgoing::to_agency(letter, disclosure)
//! }
//! ```
//!
//! and there is no way without one:
//!
//! ```compile_fail
//! use domain::{consents::Disclosure, letters::{Letter, LetterRefusal, Outgoing}};
//! fn post(letter: Letter) -> Result<Outgoing, LetterRefusal> {
//!     Outgoing::to_agency(letter)
//! }
//! ```
//!
//! nor can the check be walked round:
//!
//! ```compile_fail
//! use domain::letters::{Letter, Outgoing};
//! fn post(letter: Letter) -> Outgoing {
//!     Outgoing { letter }
//! }
//! ```

use crate::consents::{Capacity, Disclosure, Release};
use crate::ids::{PersonId, StaffId};
use crate::inquiries::AgencyChannel;
use crate::letters::{Letter, LetterRefusal, LetterState, ToKind, is_neutral};
use crate::people::{
    ContactAnswer, ContactPoint, ContactPurpose, ContactReason, Person, Way, may_contact, normalise,
};
use jiff::civil::Date;

/// A member of staff's decision to send although the answer was *ask*, for exactly that reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactConfirmed {
    pub by: StaffId,
    pub reason: ContactReason,
}

/// Who is to be reached, where, and for what.
#[derive(Debug, Clone, Copy)]
pub struct Contacting<'a> {
    pub person: &'a Person,
    pub point: &'a ContactPoint,
    pub purpose: ContactPurpose,
    pub today: Date,
    pub confirmed: Option<ContactConfirmed>,
}

/// Somebody who speaks for the subject by a release that stands, with proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    subject: PersonId,
    name: String,
}

impl Representative {
    /// The signer of a release who signed for the subject and proved the right to.
    pub fn of(release: &Release, today: Date) -> Result<Representative, LetterRefusal> {
        let ended = release.expires_on.is_some_and(|last| last < today);
        let speaks = release.capacity != Capacity::Subject && release.proof_document.is_some();
        if !speaks || ended || release.revoked_on.is_some() {
            return Err(LetterRefusal::NoRepresentative);
        }
        Ok(Representative {
            subject: release.person_id,
            name: release.signer_name.clone(),
        })
    }

    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A letter that may go out. It cannot be made but by one of the three checks.
#[derive(Debug, PartialEq, Eq)]
pub struct Outgoing {
    letter: Letter,
}

impl Outgoing {
    /// To an agency, or to anyone else who is neither the subject nor speaks for them.
    pub fn to_agency(letter: Letter, disclosure: &Disclosure) -> Result<Outgoing, LetterRefusal> {
        if letter.to_kind != ToKind::Agency {
            return Err(LetterRefusal::OtherReceiver);
        }
        let same_way = match (disclosure.channel(), letter.way) {
            (AgencyChannel::Email, Way::Email)
            | (AgencyChannel::Post, Way::Post)
            | (AgencyChannel::Phone, Way::Phone) => true,
            (AgencyChannel::Email | AgencyChannel::Post | AgencyChannel::Phone, _)
            | (AgencyChannel::Portal | AgencyChannel::Fax, _) => false,
        };
        if letter.case_id != Some(disclosure.case_id()) || !same_way {
            return Err(LetterRefusal::OtherDisclosure);
        }
        if letter.signed_off_by.is_none() {
            return Err(LetterRefusal::NotSignedOff);
        }
        let letter = Letter {
            disclosure_id: Some(disclosure.id()),
            ..letter
        };
        Outgoing::sound(letter, &[])
    }

    /// To a person about their own matter. `subjects` are the case's; a letter of no case may go to anyone who wrote.
    pub fn to_person(
        letter: Letter,
        contacting: &Contacting<'_>,
        subjects: &[PersonId],
    ) -> Result<Outgoing, LetterRefusal> {
        let own = letter.case_id.is_none() || subjects.contains(&contacting.person.id);
        if letter.to_kind != ToKind::Person || letter.person_id != Some(contacting.person.id) || !own {
            return Err(LetterRefusal::OtherReceiver);
        }
        Outgoing::safely(letter, contacting)
    }

    /// To somebody who speaks for a subject of the case.
    pub fn to_representative(
        letter: Letter,
        representative: &Representative,
        contacting: &Contacting<'_>,
        subjects: &[PersonId],
    ) -> Result<Outgoing, LetterRefusal> {
        let named = letter.to_name == representative.name && subjects.contains(&representative.subject);
        if letter.to_kind != ToKind::Representative || !named {
            return Err(LetterRefusal::OtherReceiver);
        }
        Outgoing::safely(letter, contacting)
    }

    /// The letter that goes.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// The letter, to be stored as queued.
    pub fn into_letter(self) -> Letter {
        self.letter
    }

    fn safely(letter: Letter, contacting: &Contacting<'_>) -> Result<Outgoing, LetterRefusal> {
        let Contacting {
            person,
            point,
            purpose,
            today,
            confirmed,
        } = *contacting;
        if normalise(point.kind, &letter.to_address) != point.norm {
            return Err(LetterRefusal::OtherAddress);
        }
        match may_contact(person, point, letter.way, purpose, today) {
            ContactAnswer::Send => {}
            ContactAnswer::Ask(reason) if confirmed.is_some_and(|given| given.reason == reason) => {}
            ContactAnswer::Ask(reason) => return Err(LetterRefusal::AskFirst(reason)),
            ContactAnswer::Refuse(reason) => return Err(LetterRefusal::Unsafe(reason)),
        }
        let not_to_say = person.safe.words_not_to_say.as_deref().unwrap_or_default();
        Outgoing::sound(letter, &[&person.full_name, not_to_say])
    }

    fn sound(letter: Letter, unwanted: &[&str]) -> Result<Outgoing, LetterRefusal> {
        match letter.state {
            LetterState::Draft | LetterState::Queued | LetterState::Sending | LetterState::Failed => {}
            LetterState::Sent | LetterState::Returned | LetterState::Held => {
                return Err(LetterRefusal::NotFrom(letter.state));
            }
        }
        if letter.body.trim().is_empty() {
            return Err(LetterRefusal::NoBody);
        }
        if !is_neutral(&letter.subject, unwanted) {
            return Err(LetterRefusal::SubjectNotNeutral);
        }
        Ok(Outgoing { letter })
    }
}
