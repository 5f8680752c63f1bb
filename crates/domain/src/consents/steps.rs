//! The gate's steps, one function each. A step says what it found; the gate decides what follows.

use crate::consents::{
    AgeCountsTo, AskedTo, Body, Capacity, DataClass, Fact, Finding, Limit, Matter, Method, NamedAgencies,
    OralWord, Pack, Protection, Question, RecipientNamed, Release, Scope, Step, Translation,
};
use crate::inquiries::InquiryPurpose;

/// One release held against one question and one pack.
pub(crate) struct Weighing<'a> {
    pub(crate) question: &'a Question<'a>,
    pub(crate) pack: &'a Pack,
    pub(crate) release: Option<&'a Release>,
}

/// One finding of a step.
pub(crate) struct Found {
    pub(crate) finding: Finding,
    pub(crate) rule: &'static str,
    pub(crate) fact: Fact,
}

/// A step and the function that looks.
pub(crate) struct Check {
    pub(crate) step: Step,
    pub(crate) look: fn(&Weighing<'_>) -> Vec<Found>,
}

/// The steps in the order of the handbook.
pub(crate) const CHECKS: &[Check] = &[
    Check {
        step: Step::Receiver,
        look: receiver,
    },
    Check {
        step: Step::OralPath,
        look: oral_path,
    },
    Check {
        step: Step::Release,
        look: release_stands,
    },
    Check {
        step: Step::Signer,
        look: signer,
    },
    Check {
        step: Step::Scope,
        look: scope,
    },
    Check {
        step: Step::Form,
        look: form,
    },
    Check {
        step: Step::Age,
        look: age,
    },
    Check {
        step: Step::Fresh,
        look: fresh,
    },
    Check {
        step: Step::Named,
        look: named,
    },
];

impl Weighing<'_> {
    pub(crate) fn is_oral(&self) -> bool {
        self.release.is_some_and(|release| release.method == Method::Oral)
    }
}

fn passed(rule: &'static str, fact: Fact) -> Found {
    Found {
        finding: Finding::Passed,
        rule,
        fact,
    }
}

fn waived(rule: &'static str, fact: Fact) -> Found {
    Found {
        finding: Finding::Waived,
        rule,
        fact,
    }
}

fn asked(rule: &'static str, fact: Fact) -> Found {
    Found {
        finding: Finding::Asked,
        rule,
        fact,
    }
}

fn refused(rule: &'static str, fact: Fact) -> Found {
    Found {
        finding: Finding::Refused,
        rule,
        fact,
    }
}

/// Step 1. Courts and prosecutors are never asked; a tribunal is asked for the status of a matter only.
fn receiver(at: &Weighing<'_>) -> Vec<Found> {
    let only_status = at.question.purpose == InquiryPurpose::AskStatus
        && at
            .question
            .data_classes
            .iter()
            .all(|class| *class == DataClass::Status);
    let mut found = vec![match at.pack.body {
        Some(body @ (Body::Court | Body::Prosecutor)) => refused("body", Fact::ReceiverBarred(body)),
        Some(Body::Tribunal) if !only_status => refused("body", Fact::TribunalBeyondStatus),
        Some(body @ (Body::Tribunal | Body::Agency)) => passed("body", Fact::ReceiverIs(body)),
        None => asked("body", Fact::ReceiverUnknown),
    }];
    if at.question.protection == Protection::Protected {
        found.push(asked("protected-matter", Fact::ProtectedMatter));
    }
    found
}

/// Step 2. A spoken release waives only the form, and only where the pack says so for this kind of data and says
/// whose spoken word counts.
fn oral_path(at: &Weighing<'_>) -> Vec<Found> {
    let Some(release) = at.release else {
        return Vec::new();
    };
    if release.method != Method::Oral {
        return vec![passed("oral_allowed", Fact::WrittenRelease)];
    }
    if at.question.protection == Protection::Protected {
        return vec![refused("protected-matter", Fact::OralForProtectedMatter)];
    }
    let Some(statement) = &release.oral else {
        return vec![refused("oral-statement", Fact::OralNotRecorded)];
    };
    let mut found = Vec::new();
    for class in at.question.data_classes {
        match at.pack.rules_for(*class).oral_allowed {
            Some(true) => {}
            Some(false) => found.push(refused("oral_allowed", Fact::OralNotAccepted(*class))),
            None => found.push(asked("oral_allowed", Fact::OralNotKnown(*class))),
        }
    }
    match (at.pack.oral_word_of, statement.asked_to) {
        (None, AskedTo::Office | AskedTo::Agency) => {
            found.push(asked("oral_word_of", Fact::OralWordNotKnown));
        }
        (Some(OralWord::Office), AskedTo::Office | AskedTo::Agency) => {}
        (Some(OralWord::Subject), AskedTo::Agency) => {}
        (Some(OralWord::Subject), AskedTo::Office) => {
            found.push(refused("oral_word_of", Fact::OralNotToldToAgency));
        }
    }
    if found.is_empty() {
        found.push(passed("oral_allowed", Fact::OralAccepted));
    }
    found
}

/// Step 3. There is a release for this subject and this agency, and nobody has taken it back.
fn release_stands(at: &Weighing<'_>) -> Vec<Found> {
    let Some(release) = at.release else {
        return vec![refused("release", Fact::NoRelease)];
    };
    if let Some(on) = release.revoked_on {
        // Whatever day it bears: a revocation on record is never waited out.
        return vec![refused("revoked", Fact::Revoked { on })];
    }
    let names_it = match &release.agencies {
        NamedAgencies::All => true,
        NamedAgencies::These(codes) => codes.iter().any(|code| code == at.question.agency),
    };
    if !names_it {
        return vec![refused("agencies", Fact::AgencyNotNamed)];
    }
    match release.expires_on {
        Some(on) if on < at.question.today => return vec![refused("expires_on", Fact::Expired { on })],
        Some(_) | None => {}
    }
    if release.signed_on > at.question.today {
        return vec![refused(
            "signed_on",
            Fact::SignedInFuture {
                on: release.signed_on,
            },
        )];
    }
    if release.received_on < release.signed_on {
        return vec![refused("received_on", Fact::ReceivedBeforeSigned)];
    }
    vec![passed(
        "release",
        Fact::Stands {
            signed_on: release.signed_on,
        },
    )]
}

/// Step 4. Only the subject signs without proof.
fn signer(at: &Weighing<'_>) -> Vec<Found> {
    let Some(release) = at.release else {
        return Vec::new();
    };
    let capacity = release.capacity;
    if capacity == Capacity::Subject {
        return vec![passed("signer", Fact::SignedBy(capacity))];
    }
    if release.proof_document.is_none() {
        return vec![refused("proof", Fact::NoProof(capacity))];
    }
    match &at.pack.accepted_capacity {
        Some(accepted) if accepted.contains(&capacity) => {
            vec![passed("accepted_capacity", Fact::SignedBy(capacity))]
        }
        Some(_) => vec![refused("accepted_capacity", Fact::CapacityNotAccepted(capacity))],
        None => vec![asked("accepted_capacity", Fact::CapacityNotKnown(capacity))],
    }
}

/// Step 5. The release covers the kinds of data, the matter and the span of records.
fn scope(at: &Weighing<'_>) -> Vec<Found> {
    let Some(release) = at.release else {
        return Vec::new();
    };
    if at.question.data_classes.is_empty() {
        return vec![refused("data_classes", Fact::NoDataClass)];
    }
    let mut found: Vec<Found> = at
        .question
        .data_classes
        .iter()
        .map(|class| {
            if covers(&release.scope, *class) {
                passed("data_classes", Fact::Covers(*class))
            } else {
                refused("data_classes", Fact::ClassNotCovered(*class))
            }
        })
        .collect();
    if release.scope.matter == Matter::ThisCase && release.case_id != at.question.case_id {
        found.push(refused("matter", Fact::OtherMatter));
    }
    match (release.scope.period, at.question.records) {
        (None, _) => {}
        (Some(_), None) => found.push(asked("period", Fact::RecordsPeriodNotKnown)),
        (Some(open), Some(wanted)) => {
            let early = open
                .from_on
                .is_some_and(|from| wanted.from_on.is_none_or(|asked| asked < from));
            let late = open
                .to_on
                .is_some_and(|to| wanted.to_on.is_none_or(|asked| to < asked));
            if early || late {
                found.push(refused("period", Fact::RecordsOutsidePeriod));
            }
        }
    }
    if at.question.data_classes.contains(&DataClass::SubstanceUse) {
        found.push(asked("part-2", Fact::PartTwo));
    }
    found
}

/// Where a matter stands is part of its file; every other kind has to be named.
pub(crate) fn covers(scope: &Scope, class: DataClass) -> bool {
    scope.data_classes.contains(&class)
        || (class == DataClass::Status && scope.data_classes.contains(&DataClass::Records))
}

/// Step 6. The agency accepts how it was given and with what solemnity.
fn form(at: &Weighing<'_>) -> Vec<Found> {
    let Some(release) = at.release else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for class in at.question.data_classes {
        let rules = at.pack.rules_for(*class);
        found.push(match release.method {
            Method::Oral => waived("form", Fact::FormWaived),
            Method::Ink => passed("accepts_digital_signature", Fact::MethodAccepted(release.method)),
            Method::ESignature | Method::Portal => match rules.accepts_digital_signature {
                Some(true) => passed("accepts_digital_signature", Fact::MethodAccepted(release.method)),
                Some(false) => refused(
                    "accepts_digital_signature",
                    Fact::MethodNotAccepted(release.method),
                ),
                None => asked("accepts_digital_signature", Fact::MethodNotKnown(release.method)),
            },
        });
        if release.method == Method::Oral {
            continue;
        }
        found.push(match rules.accepted_formality {
            Some(accepted) if accepted.contains(&release.formality) => {
                passed("accepted_formality", Fact::FormalityAccepted(release.formality))
            }
            Some(_) => refused(
                "accepted_formality",
                Fact::FormalityNotAccepted(release.formality),
            ),
            None => asked("accepted_formality", Fact::FormalityNotKnown(release.formality)),
        });
    }
    once(found)
}

/// Step 7. The signature is young enough, counted as the rule says. The day of signing is day 0 and the last day of
/// the limit still counts.
fn age(at: &Weighing<'_>) -> Vec<Found> {
    let Some(release) = at.release else {
        return Vec::new();
    };
    if release.method == Method::Oral {
        return vec![waived("max_signature_age_days", Fact::AgeWaived)];
    }
    let to_receipt = days_between(release.signed_on, release.received_on);
    let to_sending = days_between(release.signed_on, at.question.today);
    let found = at.question.data_classes.iter().map(|class| {
        let rules = at.pack.rules_for(*class);
        let limit = match rules.max_signature_age_days {
            Some(Limit::Days(limit)) => limit,
            Some(Limit::Word(_)) => return passed("max_signature_age_days", Fact::NoAgeLimit),
            None => {
                return asked(
                    "max_signature_age_days",
                    Fact::AgeLimitNotKnown { days: to_sending },
                );
            }
        };
        let days = match rules.age_counts_to {
            Some(AgeCountsTo::Received) => to_receipt,
            Some(AgeCountsTo::Sent) => to_sending,
            // Too old even by the kinder count is too old; otherwise nobody knows.
            None if to_receipt > i32::from(limit) => to_receipt,
            None => {
                return asked(
                    "age_counts_to",
                    Fact::AgeCountNotKnown {
                        days: to_sending,
                        limit,
                    },
                );
            }
        };
        if days > i32::from(limit) {
            refused("max_signature_age_days", Fact::TooOld { days, limit })
        } else {
            passed("max_signature_age_days", Fact::YoungEnough { days, limit })
        }
    });
    once(found.collect())
}

/// Step 8. After an inquiry has been closed for the rule's days, only a signature made since then is fresh.
fn fresh(at: &Weighing<'_>) -> Vec<Found> {
    let Some(release) = at.release else {
        return Vec::new();
    };
    let rule = "fresh_release_after_closed_days";
    let Some(closed_on) = at.question.last_closed_on else {
        return vec![passed(rule, Fact::NothingClosed)];
    };
    if release.signed_on > closed_on {
        return vec![passed(rule, Fact::FreshEnough { closed_on })];
    }
    let closed_for = days_between(closed_on, at.question.today);
    vec![match at.pack.fresh_release_after_closed_days {
        None => asked(rule, Fact::FreshNotKnown { closed_on }),
        Some(Limit::Word(_)) => passed(rule, Fact::FreshEnough { closed_on }),
        Some(Limit::Days(limit)) if closed_for > i32::from(limit) => {
            refused(rule, Fact::FreshNeeded { closed_on, limit })
        }
        Some(Limit::Days(limit)) if closed_for == i32::from(limit) => {
            asked(rule, Fact::FreshOnTheDay { closed_on, limit })
        }
        Some(Limit::Days(_)) => passed(rule, Fact::FreshEnough { closed_on }),
    }]
}

/// Step 9. The release names the office, and can be read. A spoken one has no page to name or translate anything on.
fn named(at: &Weighing<'_>) -> Vec<Found> {
    let Some(release) = at.release else {
        return Vec::new();
    };
    if release.method == Method::Oral {
        return vec![waived("must_name_office", Fact::NamedWaived)];
    }
    let names = match (at.pack.must_name_office, release.recipient_named) {
        (None, _) => asked("must_name_office", Fact::NamesNotKnown),
        (Some(false), _) | (Some(true), Some(RecipientNamed::Office)) => {
            passed("must_name_office", Fact::NamesEnough)
        }
        (Some(true), None) => asked("must_name_office", Fact::NamesNotLookedAt),
        (Some(true), Some(named @ (RecipientNamed::Member | RecipientNamed::Neither))) => {
            refused("must_name_office", Fact::NamesOther(named))
        }
    };
    let translation = match (release.translation, at.pack.translation_required) {
        (Translation::Original | Translation::Certified, _) | (Translation::None, Some(false)) => {
            passed("translation_required", Fact::TranslationEnough)
        }
        (Translation::None, Some(true)) => refused("translation_required", Fact::TranslationMissing),
        (Translation::None, None) => asked("translation_required", Fact::TranslationNotKnown),
    };
    vec![names, translation]
}

/// Several kinds of data often meet the same rule; it is said once.
fn once(found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    for line in found {
        if !kept
            .iter()
            .any(|held| held.rule == line.rule && held.fact == line.fact)
        {
            kept.push(line);
        }
    }
    kept
}

fn days_between(from: jiff::civil::Date, to: jiff::civil::Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}
