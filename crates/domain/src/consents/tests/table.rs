//! Every branch of every step, as a table: what is spoiled, the verdict, and the one fact that decides it.

use super::*;
use crate::consents::gate::judge;
use crate::consents::steps::CHECKS;
use crate::consents::{Answer, GateVerdict, NoLimit, RecordsPeriod, Step};

type Spoil = fn(&mut Question<'static>, &mut Pack, &mut Release);

fn answer(spoil: Spoil) -> Answer {
    let (mut question, mut pack, mut release) = (good_question(), known_pack(), good_release());
    spoil(&mut question, &mut pack, &mut release);
    judge(&question, &pack, &[release], CHECKS)
}

fn check(what: &str, spoil: Spoil, verdict: GateVerdict, step: Step, key: &str) {
    let answer = answer(spoil);
    assert_eq!(
        answer.verdict,
        verdict,
        "{what}: {:#?}",
        answer.in_the_way().collect::<Vec<_>>()
    );
    let found = answer.all_steps().find(|line| line.fact.key() == key);
    let found = found.unwrap_or_else(|| panic!("{what}: no {key} in {:#?}", answer.by_subject));
    assert_eq!(found.step, step, "{what}");
    assert_eq!(found.stands_in_the_way(), verdict != GateVerdict::Allow, "{what}");
    assert_eq!(found.pack_version, "7", "{what}");
    if verdict == GateVerdict::Refuse {
        let last = answer
            .by_subject
            .first()
            .and_then(|judged| judged.steps.last())
            .expect("a step");
        assert_eq!(last.step, step, "{what}: the gate stops at the first refusal");
    }
}

use GateVerdict::{Allow, Ask, Refuse};

#[test]
fn a_good_release_passes_all_nine_steps_in_order() {
    let answer = answer(|_, _, _| {});
    assert_eq!(answer.verdict, Allow);
    let mut steps: Vec<Step> = answer.all_steps().map(|line| line.step).collect();
    assert!(steps.is_sorted(), "{steps:?}");
    steps.dedup();
    assert_eq!(steps, Step::ALL);
}

#[test]
fn step_1_the_receiver() {
    let at = Step::Receiver;
    check(
        "a court",
        |_, p, _| p.body = Some(Body::Court),
        Refuse,
        at,
        "gate-receiver-barred",
    );
    check(
        "a prosecutor",
        |_, p, _| p.body = Some(Body::Prosecutor),
        Refuse,
        at,
        "gate-receiver-barred",
    );
    check(
        "urging a tribunal",
        |_, p, _| p.body = Some(Body::Tribunal),
        Refuse,
        at,
        "gate-tribunal-beyond-status",
    );
    check(
        "a tribunal's file",
        |q, p, _| {
            p.body = Some(Body::Tribunal);
            q.purpose = InquiryPurpose::AskStatus;
        },
        Refuse,
        at,
        "gate-tribunal-beyond-status",
    );
    check(
        "a tribunal's status",
        |q, p, _| {
            p.body = Some(Body::Tribunal);
            q.purpose = InquiryPurpose::AskStatus;
            q.data_classes = &[DataClass::Status];
        },
        Allow,
        at,
        "gate-receiver-is",
    );
    check(
        "nobody knows what it is",
        |_, p, _| p.body = None,
        Ask,
        at,
        "gate-receiver-unknown",
    );
    check(
        "protected",
        |q, _, _| q.protection = Protection::Protected,
        Ask,
        at,
        "gate-protected-matter",
    );
}

#[test]
fn step_2_word_of_mouth() {
    let at = Step::OralPath;
    check(
        "spoken, taken",
        |_, _, r| spoken(r),
        Allow,
        at,
        "gate-oral-accepted",
    );
    check(
        "spoken, not for this kind",
        |q, _, r| {
            spoken(r);
            q.data_classes = &[DataClass::Records];
        },
        Refuse,
        at,
        "gate-oral-not-accepted",
    );
    check(
        "spoken, not taken at all",
        |_, p, r| {
            spoken(r);
            p.oral_allowed = Some(false);
        },
        Refuse,
        at,
        "gate-oral-not-accepted",
    );
    check(
        "spoken, not known",
        |_, p, r| {
            spoken(r);
            p.oral_allowed = None;
        },
        Ask,
        at,
        "gate-oral-not-known",
    );
    check(
        "spoken, not known for which kinds",
        |_, p, r| {
            spoken(r);
            p.oral_data_classes = None;
        },
        Ask,
        at,
        "gate-oral-not-known",
    );
}

#[test]
fn step_2_whose_word() {
    let at = Step::OralPath;
    check(
        "spoken, not known whose word counts",
        |_, p, r| {
            spoken(r);
            p.oral_word_of = None;
        },
        Ask,
        at,
        "gate-oral-word-not-known",
    );
    check(
        "spoken to us where the subject must tell the agency",
        |_, p, r| {
            spoken(r);
            p.oral_word_of = Some(OralWord::Subject);
        },
        Refuse,
        at,
        "gate-oral-not-told-to-agency",
    );
    check(
        "spoken, nothing recorded of it",
        |_, _, r| {
            spoken(r);
            r.oral = None;
        },
        Refuse,
        at,
        "gate-oral-not-recorded",
    );
    check(
        "spoken, in a protected matter",
        |q, _, r| {
            spoken(r);
            q.protection = Protection::Protected;
        },
        Refuse,
        at,
        "gate-oral-for-protected-matter",
    );
}

#[test]
fn the_oral_path_waives_only_the_form() {
    check(
        "spoken and revoked",
        |_, _, r| {
            spoken(r);
            r.revoked_on = Some(TODAY);
        },
        Refuse,
        Step::Release,
        "gate-revoked",
    );
    check(
        "spoken by a guardian without proof",
        |_, _, r| {
            spoken(r);
            r.capacity = Capacity::Guardian;
        },
        Refuse,
        Step::Signer,
        "gate-no-proof",
    );
    check(
        "spoken beyond its scope",
        |_, _, r| {
            spoken(r);
            r.scope.data_classes = vec![DataClass::Status];
        },
        Refuse,
        Step::Scope,
        "gate-class-not-covered",
    );
    check(
        "spoken long ago",
        |_, _, r| {
            spoken(r);
            r.signed_on = date(2020, 1, 1);
        },
        Allow,
        Step::Age,
        "gate-age-waived",
    );
    check(
        "spoken before the last inquiry closed",
        |q, _, r| {
            spoken(r);
            r.signed_on = date(2026, 9, 1);
            q.last_closed_on = Some(date(2026, 10, 1));
        },
        Refuse,
        Step::Fresh,
        "gate-fresh-needed",
    );
}

#[test]
fn step_3_a_release_that_stands() {
    let at = Step::Release;
    check(
        "revoked today",
        |_, _, r| r.revoked_on = Some(TODAY),
        Refuse,
        at,
        "gate-revoked",
    );
    check(
        "revoked, dated tomorrow",
        |_, _, r| r.revoked_on = Some(date(2026, 11, 24)),
        Refuse,
        at,
        "gate-revoked",
    );
    check(
        "another's",
        |_, _, r| r.person_id = PersonId(Uuid::from_u128(99)),
        Refuse,
        at,
        "gate-no-release",
    );
    check(
        "other agency",
        |q, _, _| q.agency = "other.agency",
        Refuse,
        at,
        "gate-agency-not-named",
    );
    check(
        "all agencies",
        |_, _, r| r.agencies = NamedAgencies::All,
        Allow,
        at,
        "gate-stands",
    );
    check(
        "last day",
        |_, _, r| r.expires_on = Some(TODAY),
        Allow,
        at,
        "gate-stands",
    );
    check(
        "day after",
        |_, _, r| r.expires_on = Some(date(2026, 11, 22)),
        Refuse,
        at,
        "gate-expired",
    );
    check(
        "signed tomorrow",
        |_, _, r| r.signed_on = date(2026, 11, 24),
        Refuse,
        at,
        "gate-signed-in-future",
    );
    check(
        "received before signed",
        |_, _, r| r.received_on = date(2026, 11, 1),
        Refuse,
        at,
        "gate-received-before-signed",
    );
}

#[test]
fn step_4_who_signed() {
    let at = Step::Signer;
    check(
        "parent, no proof",
        |_, _, r| r.capacity = Capacity::Parent,
        Refuse,
        at,
        "gate-no-proof",
    );
    check(
        "guardian with proof",
        |_, _, r| {
            r.capacity = Capacity::Guardian;
            r.proof_document = Some(PROOF);
        },
        Allow,
        at,
        "gate-signed-by",
    );
    check(
        "attorney with proof, not taken",
        |_, _, r| {
            r.capacity = Capacity::Attorney;
            r.proof_document = Some(PROOF);
        },
        Refuse,
        at,
        "gate-capacity-not-accepted",
    );
    check(
        "attorney with proof, not known",
        |_, p, r| {
            r.capacity = Capacity::Attorney;
            r.proof_document = Some(PROOF);
            p.accepted_capacity = None;
        },
        Ask,
        at,
        "gate-capacity-not-known",
    );
}

#[test]
fn step_5_what_it_covers() {
    let at = Step::Scope;
    check(
        "tax",
        |q, _, _| q.data_classes = &[DataClass::Tax],
        Refuse,
        at,
        "gate-class-not-covered",
    );
    check(
        "nothing",
        |q, _, _| q.data_classes = &[],
        Refuse,
        at,
        "gate-no-data-class",
    );
    check(
        "another case",
        |q, _, _| q.case_id = CaseId(Uuid::from_u128(98)),
        Refuse,
        at,
        "gate-other-matter",
    );
    check(
        "another case, any matter",
        |q, _, r| {
            q.case_id = CaseId(Uuid::from_u128(98));
            r.scope.matter = Matter::Any;
        },
        Allow,
        at,
        "gate-covers",
    );
}

#[test]
fn step_5_which_span_of_records() {
    let at = Step::Scope;
    fn of_2025(r: &mut Release) {
        r.scope.period = Some(RecordsPeriod {
            from_on: Some(date(2025, 1, 1)),
            to_on: Some(date(2025, 12, 31)),
        });
    }
    check(
        "span not said",
        |_, _, r| of_2025(r),
        Ask,
        at,
        "gate-records-period-not-known",
    );
    check(
        "span too wide",
        |q, _, r| {
            of_2025(r);
            q.records = Some(RecordsPeriod {
                from_on: Some(date(2024, 12, 31)),
                to_on: Some(date(2025, 2, 1)),
            });
        },
        Refuse,
        at,
        "gate-records-outside-period",
    );
    check(
        "span open at the end",
        |q, _, r| {
            of_2025(r);
            q.records = Some(RecordsPeriod {
                from_on: Some(date(2025, 2, 1)),
                to_on: None,
            });
        },
        Refuse,
        at,
        "gate-records-outside-period",
    );
    check(
        "span inside",
        |q, _, r| {
            of_2025(r);
            q.records = Some(RecordsPeriod {
                from_on: Some(date(2025, 2, 1)),
                to_on: Some(date(2025, 2, 1)),
            });
        },
        Allow,
        at,
        "gate-covers",
    );
    check(
        "substance use",
        |q, _, r| {
            q.data_classes = &[DataClass::SubstanceUse];
            r.scope.data_classes = vec![DataClass::SubstanceUse];
        },
        Ask,
        at,
        "gate-part-two",
    );
}

#[test]
fn step_6_how_it_was_signed() {
    let at = Step::Form;
    check(
        "typed",
        |_, _, r| r.method = Method::ESignature,
        Refuse,
        at,
        "gate-method-not-accepted",
    );
    check(
        "in the portal",
        |_, _, r| r.method = Method::Portal,
        Refuse,
        at,
        "gate-method-not-accepted",
    );
    check(
        "typed, taken",
        |_, p, r| {
            r.method = Method::ESignature;
            p.accepts_digital_signature = Some(true);
        },
        Allow,
        at,
        "gate-method-accepted",
    );
    check(
        "typed, not known",
        |_, p, r| {
            r.method = Method::ESignature;
            p.accepts_digital_signature = None;
        },
        Ask,
        at,
        "gate-method-not-known",
    );
    check(
        "plain",
        |_, _, r| r.formality = Formality::None,
        Refuse,
        at,
        "gate-formality-not-accepted",
    );
    check(
        "plain, not known",
        |_, p, _| p.accepted_formality = None,
        Ask,
        at,
        "gate-formality-not-known",
    );
}

#[test]
fn step_7_how_old_the_signature_is() {
    let at = Step::Age;
    check(
        "day 90",
        |_, _, r| r.signed_on = date(2026, 8, 25),
        Allow,
        at,
        "gate-young-enough",
    );
    check(
        "day 91",
        |_, _, r| r.signed_on = date(2026, 8, 24),
        Refuse,
        at,
        "gate-too-old",
    );
    check(
        "old, but received in time",
        |_, p, r| {
            r.signed_on = date(2026, 1, 10);
            r.received_on = date(2026, 1, 12);
            p.age_counts_to = Some(AgeCountsTo::Received);
        },
        Allow,
        at,
        "gate-young-enough",
    );
    check(
        "limit not known",
        |_, p, _| p.max_signature_age_days = None,
        Ask,
        at,
        "gate-age-limit-not-known",
    );
    check(
        "count not known",
        |_, p, _| p.age_counts_to = None,
        Ask,
        at,
        "gate-age-count-not-known",
    );
    check(
        "too old by either count",
        |_, p, r| {
            p.age_counts_to = None;
            r.signed_on = date(2026, 1, 1);
        },
        Refuse,
        at,
        "gate-too-old",
    );
    check(
        "no limit",
        |_, p, r| {
            p.max_signature_age_days = Some(Limit::Word(NoLimit::NoLimit));
            r.signed_on = date(2016, 1, 1);
        },
        Allow,
        at,
        "gate-no-age-limit",
    );
}

/// The handbook's vectors: signed 2026-01-10, 120 days to receipt, last day 2026-05-10; closed 2026-01-31, day 30 is
/// 2026-03-02 and it is not confirmed on which side that day falls.
#[test]
fn the_handbooks_vectors() {
    use crate::consents::{DataClass::Tax, Packs, receive_by};
    assert_eq!(receive_by(date(2026, 1, 10), 120), Some(date(2026, 5, 10)));
    let packs = Packs::compiled_in();
    let ssa = packs.in_force("ssa", TODAY).expect("present");
    let age = |received_on| {
        let mut release = good_release();
        release.agencies = NamedAgencies::All;
        release.scope.data_classes = vec![Tax];
        release.signed_on = date(2026, 1, 10);
        release.received_on = received_on;
        let question = Question {
            agency: "ssa",
            data_classes: &[Tax],
            ..good_question()
        };
        let answer = judge(&question, ssa, &[release], CHECKS);
        answer
            .all_steps()
            .find(|line| line.step == Step::Age)
            .map(|line| line.fact.key())
    };
    assert_eq!(age(date(2026, 5, 10)), Some("gate-young-enough"));
    assert_eq!(age(date(2026, 5, 11)), Some("gate-too-old"));

    let fresh = |today| {
        let mut release = good_release();
        release.signed_on = date(2026, 1, 5);
        release.received_on = date(2026, 1, 5);
        let question = Question {
            last_closed_on: Some(date(2026, 1, 31)),
            today,
            ..good_question()
        };
        let answer = judge(&question, &known_pack(), &[release], CHECKS);
        answer
            .all_steps()
            .find(|line| line.step == Step::Fresh)
            .map(|line| line.fact.key())
    };
    assert_eq!(fresh(date(2026, 3, 1)), Some("gate-fresh-enough"));
    assert_eq!(fresh(date(2026, 3, 2)), Some("gate-fresh-on-the-day"));
    assert_eq!(fresh(date(2026, 3, 3)), Some("gate-fresh-needed"));
}

#[test]
fn step_8_signed_again_after_a_closed_inquiry() {
    let at = Step::Fresh;
    check(
        "signed since",
        |q, _, _| q.last_closed_on = Some(date(2026, 9, 1)),
        Allow,
        at,
        "gate-fresh-enough",
    );
    check(
        "closed long ago",
        |q, _, r| {
            q.last_closed_on = Some(date(2026, 10, 20));
            r.signed_on = date(2026, 10, 20);
        },
        Refuse,
        at,
        "gate-fresh-needed",
    );
    check(
        "not known",
        |q, p, _| {
            q.last_closed_on = Some(date(2026, 11, 10));
            p.fresh_release_after_closed_days = None;
        },
        Ask,
        at,
        "gate-fresh-not-known",
    );
    check(
        "not known, and nothing closed",
        |_, p, _| p.fresh_release_after_closed_days = None,
        Allow,
        at,
        "gate-nothing-closed",
    );
}

#[test]
fn step_9_what_it_names_and_in_which_language() {
    let at = Step::Named;
    check(
        "the Member",
        |_, _, r| r.recipient_named = Some(RecipientNamed::Member),
        Refuse,
        at,
        "gate-names-other",
    );
    check(
        "neither",
        |_, _, r| r.recipient_named = Some(RecipientNamed::Neither),
        Refuse,
        at,
        "gate-names-other",
    );
    check(
        "nobody looked",
        |_, _, r| r.recipient_named = None,
        Ask,
        at,
        "gate-names-not-looked-at",
    );
    check(
        "not known",
        |_, p, _| p.must_name_office = None,
        Ask,
        at,
        "gate-names-not-known",
    );
    check(
        "no translation",
        |_, _, r| r.translation = Translation::None,
        Refuse,
        at,
        "gate-translation-missing",
    );
    check(
        "certified",
        |_, _, r| r.translation = Translation::Certified,
        Allow,
        at,
        "gate-translation-enough",
    );
    check(
        "no translation, not known",
        |_, p, r| {
            r.translation = Translation::None;
            p.translation_required = None;
        },
        Ask,
        at,
        "gate-translation-not-known",
    );
}

#[test]
fn a_refusal_outranks_a_question_asked_before_it() {
    check(
        "protected and revoked",
        |q, _, r| {
            q.protection = Protection::Protected;
            r.revoked_on = Some(TODAY);
        },
        Refuse,
        Step::Release,
        "gate-revoked",
    );
}

#[test]
fn the_best_of_several_releases_answers_and_each_subject_needs_one() {
    let mut old = good_release();
    old.id = ReleaseId(Uuid::from_u128(50));
    old.signed_on = date(2026, 1, 1);
    let answer = judge(
        &good_question(),
        &known_pack(),
        &[good_release(), old.clone()],
        CHECKS,
    );
    assert_eq!(answer.verdict, Allow);
    assert_eq!(
        answer.by_subject.first().and_then(|judged| judged.release),
        Some(good_release().id)
    );

    const BENEFICIARY: PersonId = PersonId(Uuid::from_u128(20));
    let two = Question {
        subjects: &[SUBJECT, BENEFICIARY],
        ..good_question()
    };
    assert_eq!(
        judge(&two, &known_pack(), &[good_release()], CHECKS).verdict,
        Refuse
    );
    old.person_id = BENEFICIARY;
    old.signed_on = date(2026, 11, 1);
    assert_eq!(
        judge(&two, &known_pack(), &[good_release(), old], CHECKS).verdict,
        Allow
    );
    let nobody = Question {
        subjects: &[],
        ..good_question()
    };
    assert_eq!(
        judge(&nobody, &known_pack(), &[good_release()], CHECKS).verdict,
        Refuse
    );
}
