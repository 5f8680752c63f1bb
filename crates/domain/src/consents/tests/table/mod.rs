//! Every branch of every step, as a table: what is spoiled, the verdict, and the one fact that decides it.

mod release;
mod rules;

use super::*;
use crate::consents::gate::judge;
use crate::consents::steps::CHECKS;
use crate::consents::{Answer, GateVerdict, NoLimit, RecordsPeriod, Step};

pub(super) type Spoil = fn(&mut Question<'static>, &mut Pack, &mut Release);

pub(super) fn answer(spoil: Spoil) -> Answer {
    let (mut question, mut pack, mut release) = (good_question(), known_pack(), good_release());
    spoil(&mut question, &mut pack, &mut release);
    judge(&question, &pack, &[release], CHECKS)
}

pub(super) fn check(what: &str, spoil: Spoil, verdict: GateVerdict, step: Step, key: &str) {
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
