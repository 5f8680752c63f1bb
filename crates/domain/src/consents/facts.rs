//! What the gate found at each step, as keys and arguments that the screen turns into words.

use crate::consents::{Body, Capacity, DataClass, Formality, Method, RecipientNamed};
use crate::words;
use jiff::civil::Date;

words! {
    /// The steps of the gate, in their order.
    pub enum Step {
        Receiver => "receiver",
        OralPath => "oral-path",
        Release => "release",
        Signer => "signer",
        Scope => "scope",
        Form => "form",
        Age => "age",
        Fresh => "fresh",
        Named => "named",
    }
}

words! {
    /// What a step came to.
    pub enum Finding {
        Passed => "passed",
        /// Not checked, because the agency takes the subject's spoken word.
        Waived => "waived",
        /// Not known: a person has to decide.
        Asked => "asked",
        Refused => "refused",
    }
}

/// One thing the gate found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// The receiver may be asked.
    ReceiverIs(Body),
    ReceiverUnknown,
    /// Courts and prosecutors are never asked.
    ReceiverBarred(Body),
    /// A tribunal may be asked where a matter stands, and nothing else.
    TribunalBeyondStatus,
    /// A matter the law protects: a person always decides.
    ProtectedMatter,
    NoSubject,
    WrittenRelease,
    OralAccepted,
    OralNotAccepted(DataClass),
    OralNotKnown(DataClass),
    OralWordNotKnown,
    OralNotToldToAgency,
    OralNotRecorded,
    OralForProtectedMatter,
    NoRelease,
    AgencyNotNamed,
    Revoked {
        on: Date,
    },
    Expired {
        on: Date,
    },
    SignedInFuture {
        on: Date,
    },
    ReceivedBeforeSigned,
    Stands {
        signed_on: Date,
    },
    SignedBy(Capacity),
    NoProof(Capacity),
    CapacityNotAccepted(Capacity),
    CapacityNotKnown(Capacity),
    NoDataClass,
    Covers(DataClass),
    ClassNotCovered(DataClass),
    OtherMatter,
    RecordsOutsidePeriod,
    RecordsPeriodNotKnown,
    /// 42 CFR Part 2 asks more of a release than a scope; a person checks it.
    PartTwo,
    MethodAccepted(Method),
    MethodNotAccepted(Method),
    MethodNotKnown(Method),
    FormalityAccepted(Formality),
    FormalityNotAccepted(Formality),
    FormalityNotKnown(Formality),
    FormWaived,
    YoungEnough {
        days: i32,
        limit: u16,
    },
    TooOld {
        days: i32,
        limit: u16,
    },
    NoAgeLimit,
    AgeLimitNotKnown {
        days: i32,
    },
    AgeCountNotKnown {
        days: i32,
        limit: u16,
    },
    AgeWaived,
    NothingClosed,
    FreshEnough {
        closed_on: Date,
    },
    FreshNeeded {
        closed_on: Date,
        limit: u16,
    },
    /// On the very day the limit is reached it is not known which side it falls on.
    FreshOnTheDay {
        closed_on: Date,
        limit: u16,
    },
    FreshNotKnown {
        closed_on: Date,
    },
    NamesEnough,
    NamesNotLookedAt,
    NamesOther(RecipientNamed),
    NamesNotKnown,
    TranslationEnough,
    TranslationMissing,
    TranslationNotKnown,
    NamedWaived,
}

impl Fact {
    /// The key of the words for this fact.
    pub fn key(&self) -> &'static str {
        match self {
            Fact::ReceiverIs(_) => "gate-receiver-is",
            Fact::ReceiverUnknown => "gate-receiver-unknown",
            Fact::ReceiverBarred(_) => "gate-receiver-barred",
            Fact::TribunalBeyondStatus => "gate-tribunal-beyond-status",
            Fact::ProtectedMatter => "gate-protected-matter",
            Fact::NoSubject => "gate-no-subject",
            Fact::WrittenRelease => "gate-written-release",
            Fact::OralAccepted => "gate-oral-accepted",
            Fact::OralNotAccepted(_) => "gate-oral-not-accepted",
            Fact::OralNotKnown(_) => "gate-oral-not-known",
            Fact::OralWordNotKnown => "gate-oral-word-not-known",
            Fact::OralNotToldToAgency => "gate-oral-not-told-to-agency",
            Fact::OralNotRecorded => "gate-oral-not-recorded",
            Fact::OralForProtectedMatter => "gate-oral-for-protected-matter",
            Fact::NoRelease => "gate-no-release",
            Fact::AgencyNotNamed => "gate-agency-not-named",
            Fact::Revoked { .. } => "gate-revoked",
            Fact::Expired { .. } => "gate-expired",
            Fact::SignedInFuture { .. } => "gate-signed-in-future",
            Fact::ReceivedBeforeSigned => "gate-received-before-signed",
            Fact::Stands { .. } => "gate-stands",
            Fact::SignedBy(_) => "gate-signed-by",
            Fact::NoProof(_) => "gate-no-proof",
            Fact::CapacityNotAccepted(_) => "gate-capacity-not-accepted",
            Fact::CapacityNotKnown(_) => "gate-capacity-not-known",
            Fact::NoDataClass => "gate-no-data-class",
            Fact::Covers(_) => "gate-covers",
            Fact::ClassNotCovered(_) => "gate-class-not-covered",
            Fact::OtherMatter => "gate-other-matter",
            Fact::RecordsOutsidePeriod => "gate-records-outside-period",
            Fact::RecordsPeriodNotKnown => "gate-records-period-not-known",
            Fact::PartTwo => "gate-part-two",
            Fact::MethodAccepted(_) => "gate-method-accepted",
            Fact::MethodNotAccepted(_) => "gate-method-not-accepted",
            Fact::MethodNotKnown(_) => "gate-method-not-known",
            Fact::FormalityAccepted(_) => "gate-formality-accepted",
            Fact::FormalityNotAccepted(_) => "gate-formality-not-accepted",
            Fact::FormalityNotKnown(_) => "gate-formality-not-known",
            Fact::FormWaived => "gate-form-waived",
            Fact::YoungEnough { .. } => "gate-young-enough",
            Fact::TooOld { .. } => "gate-too-old",
            Fact::NoAgeLimit => "gate-no-age-limit",
            Fact::AgeLimitNotKnown { .. } => "gate-age-limit-not-known",
            Fact::AgeCountNotKnown { .. } => "gate-age-count-not-known",
            Fact::AgeWaived => "gate-age-waived",
            Fact::NothingClosed => "gate-nothing-closed",
            Fact::FreshEnough { .. } => "gate-fresh-enough",
            Fact::FreshNeeded { .. } => "gate-fresh-needed",
            Fact::FreshOnTheDay { .. } => "gate-fresh-on-the-day",
            Fact::FreshNotKnown { .. } => "gate-fresh-not-known",
            Fact::NamesEnough => "gate-names-enough",
            Fact::NamesNotLookedAt => "gate-names-not-looked-at",
            Fact::NamesOther(_) => "gate-names-other",
            Fact::NamesNotKnown => "gate-names-not-known",
            Fact::TranslationEnough => "gate-translation-enough",
            Fact::TranslationMissing => "gate-translation-missing",
            Fact::TranslationNotKnown => "gate-translation-not-known",
            Fact::NamedWaived => "gate-named-waived",
        }
    }

    /// The values the words need; words of our own sets are given as their stored word.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Fact::ReceiverIs(body) | Fact::ReceiverBarred(body) => vec![("body", body.to_string())],
            Fact::OralNotAccepted(class)
            | Fact::OralNotKnown(class)
            | Fact::Covers(class)
            | Fact::ClassNotCovered(class) => vec![("class", class.to_string())],
            Fact::Revoked { on } | Fact::Expired { on } | Fact::SignedInFuture { on } => {
                vec![("on", on.to_string())]
            }
            Fact::Stands { signed_on } => vec![("on", signed_on.to_string())],
            Fact::SignedBy(capacity)
            | Fact::NoProof(capacity)
            | Fact::CapacityNotAccepted(capacity)
            | Fact::CapacityNotKnown(capacity) => vec![("capacity", capacity.to_string())],
            Fact::MethodAccepted(method) | Fact::MethodNotAccepted(method) | Fact::MethodNotKnown(method) => {
                vec![("method", method.to_string())]
            }
            Fact::FormalityAccepted(formality)
            | Fact::FormalityNotAccepted(formality)
            | Fact::FormalityNotKnown(formality) => vec![("formality", formality.to_string())],
            Fact::YoungEnough { days, limit }
            | Fact::TooOld { days, limit }
            | Fact::AgeCountNotKnown { days, limit } => {
                vec![("days", days.to_string()), ("limit", limit.to_string())]
            }
            Fact::AgeLimitNotKnown { days } => vec![("days", days.to_string())],
            Fact::FreshEnough { closed_on } | Fact::FreshNotKnown { closed_on } => {
                vec![("on", closed_on.to_string())]
            }
            Fact::FreshNeeded { closed_on, limit } | Fact::FreshOnTheDay { closed_on, limit } => {
                vec![("on", closed_on.to_string()), ("limit", limit.to_string())]
            }
            Fact::NamesOther(named) => vec![("named", named.to_string())],
            Fact::ReceiverUnknown
            | Fact::TribunalBeyondStatus
            | Fact::ProtectedMatter
            | Fact::NoSubject
            | Fact::WrittenRelease
            | Fact::OralAccepted
            | Fact::OralWordNotKnown
            | Fact::OralNotToldToAgency
            | Fact::OralNotRecorded
            | Fact::OralForProtectedMatter
            | Fact::NoRelease
            | Fact::AgencyNotNamed
            | Fact::ReceivedBeforeSigned
            | Fact::NoDataClass
            | Fact::OtherMatter
            | Fact::RecordsOutsidePeriod
            | Fact::RecordsPeriodNotKnown
            | Fact::PartTwo
            | Fact::FormWaived
            | Fact::NoAgeLimit
            | Fact::AgeWaived
            | Fact::NothingClosed
            | Fact::NamesEnough
            | Fact::NamesNotLookedAt
            | Fact::NamesNotKnown
            | Fact::TranslationEnough
            | Fact::TranslationMissing
            | Fact::TranslationNotKnown
            | Fact::NamedWaived => Vec::new(),
        }
    }
}

/// One line of the gate's answer: the step, the rule it used, in which version, and what it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepFact {
    pub step: Step,
    pub finding: Finding,
    /// The field of the pack, or the house's own rule.
    pub rule: &'static str,
    pub pack_version: String,
    pub fact: Fact,
}

impl StepFact {
    /// The rule with its step, as an override and a disclosure name it.
    pub fn rule_key(&self) -> String {
        format!("{}.{}", self.step, self.rule)
    }

    /// Whether this line stands in the way of sending.
    pub fn stands_in_the_way(&self) -> bool {
        match self.finding {
            Finding::Passed | Finding::Waived => false,
            Finding::Asked | Finding::Refused => true,
        }
    }
}
