//! Steps 5 to 9: what a release covers and what the agency demands of it.

use super::*;

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
