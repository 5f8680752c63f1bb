//! The gate, held to the handbook: builders of one release that every step passes, for tests to spoil.

mod agencies;
pub(crate) mod disclosures;
mod properties;
mod recording;
mod table;

use crate::consents::{
    AgeCountsTo, AskedTo, Body, Capacity, DataClass, Formality, Limit, Matter, Method, NamedAgencies,
    OralStatement, OralWord, Pack, Protection, Question, RecipientNamed, Release, Scope, Translation,
};
use crate::ids::{CaseId, DocumentId, PersonId, ReleaseId, StaffId};
use crate::inquiries::InquiryPurpose;
use jiff::civil::{Date, date};
use uuid::Uuid;

pub(crate) const TODAY: Date = date(2026, 11, 23);
pub(crate) const CASE: CaseId = CaseId(Uuid::from_u128(1));
pub(crate) const SUBJECT: PersonId = PersonId(Uuid::from_u128(2));
pub(crate) const AMIRA: StaffId = StaffId(Uuid::from_u128(3));
pub(crate) const PROOF: DocumentId = DocumentId(Uuid::from_u128(4));

/// A pack whose every field is known.
pub(crate) fn known_pack() -> Pack {
    Pack {
        body: Some(Body::Agency),
        version: "7".to_owned(),
        accepts_digital_signature: Some(false),
        accepted_formality: Some(vec![Formality::Perjury, Formality::Notarised]),
        accepted_capacity: Some(vec![Capacity::Subject, Capacity::Guardian]),
        max_signature_age_days: Some(Limit::Days(90)),
        age_counts_to: Some(AgeCountsTo::Sent),
        must_name_office: Some(true),
        fresh_release_after_closed_days: Some(Limit::Days(30)),
        oral_allowed: Some(true),
        oral_data_classes: Some(vec![DataClass::Status, DataClass::Benefits]),
        oral_word_of: Some(OralWord::Office),
        translation_required: Some(true),
        ..Pack::unknown("some.agency")
    }
}

/// A release that [`known_pack`] accepts today.
pub(crate) fn good_release() -> Release {
    Release {
        id: ReleaseId(Uuid::from_u128(5)),
        case_id: CASE,
        person_id: SUBJECT,
        signer_name: "Rosa Delgado".to_owned(),
        capacity: Capacity::Subject,
        proof_document: None,
        recipient_named: Some(RecipientNamed::Office),
        agencies: NamedAgencies::These(vec!["some.agency".to_owned()]),
        scope: Scope {
            data_classes: vec![DataClass::Records, DataClass::Benefits],
            matter: Matter::ThisCase,
            matter_words: None,
            period: None,
        },
        method: Method::Ink,
        formality: Formality::Perjury,
        signed_on: date(2026, 11, 2),
        received_on: date(2026, 11, 5),
        expires_on: None,
        language: "en".to_owned(),
        translation: Translation::Original,
        oral: None,
        revoked_on: None,
        revoked_by: None,
        revoked_how: None,
        document_id: None,
        document_digest: None,
        pack_version: "7".to_owned(),
        recorded_by: AMIRA,
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
        version: 1,
    }
}

/// The same permission, given by word of mouth.
pub(crate) fn spoken(release: &mut Release) {
    release.method = Method::Oral;
    release.formality = Formality::None;
    release.recipient_named = None;
    release.oral = Some(OralStatement {
        asked_on: release.signed_on,
        asked_to: AskedTo::Office,
        identity_checked_by: AMIRA,
        identity_how: "called back on the verified number".to_owned(),
    });
}

/// A question that [`good_release`] answers.
pub(crate) fn good_question() -> Question<'static> {
    Question {
        case_id: CASE,
        subjects: &[SUBJECT],
        agency: "some.agency",
        purpose: InquiryPurpose::UrgePromptConsideration,
        data_classes: &[DataClass::Status, DataClass::Benefits],
        records: None,
        last_closed_on: None,
        protection: Protection::Ordinary,
        today: TODAY,
    }
}
