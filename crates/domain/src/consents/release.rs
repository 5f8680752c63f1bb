//! A release: the subject's permission that lets an agency talk with the office about them.

use crate::ids::{CaseId, DocumentId, PersonId, ReleaseId, StaffId};
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;

words! {
    /// As whom somebody signs.
    pub enum Capacity {
        Subject => "subject",
        Parent => "parent",
        Guardian => "guardian",
        Attorney => "attorney",
        Other => "other",
    }
}

words! {
    /// How the permission was given.
    pub enum Method {
        Ink => "ink",
        ESignature => "e-signature",
        /// Typed or drawn in the portal, with the identity proved.
        Portal => "portal",
        Oral => "oral",
    }
}

words! {
    /// With what solemnity it was signed.
    pub enum Formality {
        None => "none",
        Perjury => "perjury",
        Notarised => "notarised",
    }
}

words! {
    /// The kinds of records a release or an inquiry is about.
    pub enum DataClass {
        /// Where the matter stands, and nothing else.
        Status => "status",
        /// The agency's file on the matter.
        Records => "records",
        Benefits => "benefits",
        Tax => "tax",
        Health => "health",
        Immigration => "immigration",
        Employment => "employment",
        Military => "military",
        Education => "education",
        /// Records under 42 CFR Part 2.
        SubstanceUse => "substance-use",
    }
}

words! {
    /// Which of the subject's matters a release is for.
    pub enum Matter {
        /// The matter of the case it is recorded on.
        ThisCase => "this-case",
        /// Any matter of the subject's.
        Any => "any",
    }
}

words! {
    /// Whom the release names as the one who may be told.
    pub enum RecipientNamed {
        Office => "office",
        Member => "member",
        Neither => "neither",
    }
}

words! {
    /// Whether the agency can read the release in its own language.
    pub enum Translation {
        /// It was signed in the agency's language.
        Original => "original",
        /// A certified translation is attached.
        Certified => "certified",
        None => "none",
    }
}

words! {
    /// To whom a subject spoke when asking by word of mouth.
    pub enum AskedTo {
        Office => "office",
        Agency => "agency",
    }
}

/// The agencies a release names.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NamedAgencies {
    /// Every agency; each still judges it by its own rules.
    All,
    /// Only these, by the code of their pack.
    These(Vec<String>),
}

/// The span of records a release opens; an open end has no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordsPeriod {
    pub from_on: Option<Date>,
    pub to_on: Option<Date>,
}

/// What a release covers.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    pub data_classes: Vec<DataClass>,
    pub matter: Matter,
    /// The matter in the words of the release.
    #[serde(default)]
    pub matter_words: Option<String>,
    #[serde(default)]
    pub period: Option<RecordsPeriod>,
}

/// "Subject asked on … to …, identity checked by …": what an oral release records.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OralStatement {
    pub asked_on: Date,
    pub asked_to: AskedTo,
    pub identity_checked_by: StaffId,
    /// How the identity was checked, such as a call back to a verified number.
    pub identity_how: String,
}

/// One permission, as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub id: ReleaseId,
    pub case_id: CaseId,
    /// The subject: whose records are opened.
    pub person_id: PersonId,
    pub signer_name: String,
    pub capacity: Capacity,
    /// What proves the capacity of a signer who is not the subject.
    pub proof_document: Option<DocumentId>,
    /// `None` while nobody has looked.
    pub recipient_named: Option<RecipientNamed>,
    pub agencies: NamedAgencies,
    pub scope: Scope,
    pub method: Method,
    pub formality: Formality,
    /// The day it was signed, or spoken.
    pub signed_on: Date,
    pub received_on: Date,
    /// An end the release itself names.
    pub expires_on: Option<Date>,
    /// BCP 47 tag of the text that was signed.
    pub language: String,
    pub translation: Translation,
    /// What was said, where the method is oral.
    pub oral: Option<OralStatement>,
    pub revoked_on: Option<Date>,
    pub revoked_by: Option<StaffId>,
    /// How the revocation reached us.
    pub revoked_how: Option<String>,
    pub document_id: Option<DocumentId>,
    /// SHA-256 of the signed file, in hexadecimal.
    pub document_digest: Option<String>,
    /// Version of the pack that judged it when it was recorded.
    pub pack_version: String,
    pub recorded_by: StaffId,
    pub recorded_at: Timestamp,
    pub version: i64,
}
