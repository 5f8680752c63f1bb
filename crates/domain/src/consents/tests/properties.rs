//! What holds for every release, pack and question, and the same with one check left out, where it breaks.

use super::*;
use crate::consents::gate::judge;
use crate::consents::steps::{CHECKS, Check};
use crate::consents::{GateVerdict, Step};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestError, TestRunner};

const CLASSES: [DataClass; 4] = [
    DataClass::Status,
    DataClass::Records,
    DataClass::Benefits,
    DataClass::Tax,
];

#[derive(Debug, Clone)]
struct World {
    pack: Pack,
    release: Release,
    classes: Vec<DataClass>,
    closed_on: Option<Date>,
    protected: bool,
}

/// Mostly good, each thing spoiled now and then, so that both verdicts are common.
fn worlds() -> impl Strategy<Value = World> {
    let asked = subsequence(CLASSES.to_vec(), 1..=2);
    let closed = prop::option::weighted(0.2, 0i64..200);
    (packs(), releases(), asked, closed, prop::bool::weighted(0.1)).prop_map(
        |(pack, release, classes, closed, protected)| World {
            pack,
            release,
            classes,
            closed_on: closed.map(|days| TODAY.saturating_sub(jiff::Span::new().days(days))),
            protected,
        },
    )
}

fn packs() -> impl Strategy<Value = Pack> {
    let known = |yes: bool| prop::option::weighted(0.93, prop::bool::weighted(if yes { 0.9 } else { 0.1 }));
    (
        prop::option::weighted(
            0.95,
            select(vec![Body::Agency, Body::Agency, Body::Agency, Body::Court]),
        ),
        known(true),
        prop::option::weighted(0.93, Just(vec![Formality::Perjury, Formality::None])),
        prop::option::weighted(0.93, (60u16..200).prop_map(Limit::Days)),
        prop::option::weighted(0.93, select(AgeCountsTo::ALL)),
        known(false),
        known(true),
        prop::option::weighted(0.93, select(OralWord::ALL)),
        prop::option::weighted(0.93, (10u16..60).prop_map(Limit::Days)),
        known(false),
    )
        .prop_map(
            |(body, digital, formality, age, to, names, oral, word, fresh, translation)| Pack {
                body,
                accepts_digital_signature: digital,
                accepted_formality: formality,
                max_signature_age_days: age,
                age_counts_to: to,
                must_name_office: names,
                oral_allowed: oral,
                oral_data_classes: Some(CLASSES.to_vec()),
                oral_word_of: word,
                fresh_release_after_closed_days: fresh,
                translation_required: translation,
                ..known_pack()
            },
        )
}

fn releases() -> impl Strategy<Value = Release> {
    let often = || prop::bool::weighted(0.9);
    (
        (often(), often(), often(), often(), often(), often()),
        subsequence(CLASSES.to_vec(), 2..=4),
        select(Method::ALL),
        0i64..150,
        select(Translation::ALL),
    )
        .prop_map(
            |((mine, named, stands, in_time, entitled, recorded), classes, method, days, translation)| {
                let mut release = good_release();
                if method == Method::Oral {
                    spoken(&mut release);
                }
                release.method = method;
                if !mine {
                    release.person_id = PersonId(Uuid::from_u128(77));
                }
                if !named {
                    release.agencies = NamedAgencies::These(vec!["other.agency".to_owned()]);
                }
                release.revoked_on = (!stands).then_some(date(2026, 11, 20));
                release.expires_on = (!in_time).then_some(date(2026, 11, 22));
                if !entitled {
                    release.capacity = Capacity::Guardian;
                }
                if !recorded {
                    release.oral = None;
                }
                release.scope.data_classes = classes;
                release.formality = Formality::Perjury;
                release.signed_on = TODAY.saturating_sub(jiff::Span::new().days(days));
                release.received_on = TODAY;
                release.translation = translation;
                release
            },
        )
}

fn verdict(world: &World, checks: &[Check]) -> GateVerdict {
    let question = Question {
        data_classes: &world.classes,
        last_closed_on: world.closed_on,
        protection: if world.protected {
            Protection::Protected
        } else {
            Protection::Ordinary
        },
        ..good_question()
    };
    judge(
        &question,
        &world.pack,
        std::slice::from_ref(&world.release),
        checks,
    )
    .verdict
}

/// The promise in words of its own, not the gate's: an unrevoked release of this subject, for this agency, covering
/// every kind of data; written as the agency demands, or spoken where the agency takes it; and nothing unknown.
fn promise_holds(world: &World, verdict: GateVerdict) -> Result<(), String> {
    if verdict != GateVerdict::Allow {
        return Ok(());
    }
    let (release, pack) = (&world.release, &world.pack);
    let say = |holds: bool, what: &str| if holds { Ok(()) } else { Err(what.to_owned()) };
    say(
        pack.body == Some(Body::Agency) && !world.protected,
        "the receiver may be asked",
    )?;
    say(
        release.person_id == SUBJECT && release.revoked_on.is_none(),
        "the subject's own, not taken back",
    )?;
    say(release.expires_on.is_none(), "not ended")?;
    say(release.agencies == good_release().agencies, "this agency")?;
    say(
        release.capacity == Capacity::Subject,
        "signed by someone entitled",
    )?;
    let held = &release.scope.data_classes;
    let inside = |class: &DataClass| {
        held.contains(class) || (*class == DataClass::Status && held.contains(&DataClass::Records))
    };
    say(world.classes.iter().all(inside), "in scope")?;
    let fresh_known = world
        .closed_on
        .is_none_or(|closed| release.signed_on > closed || pack.fresh_release_after_closed_days.is_some());
    say(fresh_known, "freshness known")?;
    if release.method == Method::Oral {
        say(
            pack.oral_allowed == Some(true) && pack.oral_word_of == Some(OralWord::Office),
            "spoken word taken",
        )?;
        return say(release.oral.is_some(), "spoken word recorded");
    }
    let digital = release.method != Method::Ink;
    say(
        !digital || pack.accepts_digital_signature == Some(true),
        "method accepted",
    )?;
    say(pack.accepted_formality.is_some(), "formality known")?;
    let Some(Limit::Days(limit)) = pack.max_signature_age_days else {
        return Err("age known".to_owned());
    };
    let age = release
        .signed_on
        .until(TODAY)
        .map_err(|error| error.to_string())?
        .get_days();
    say(
        pack.age_counts_to.is_some() && age <= i32::from(limit),
        "young enough",
    )?;
    say(pack.must_name_office.is_some(), "naming known")?;
    say(
        release.translation != Translation::None || pack.translation_required == Some(false),
        "readable",
    )
}

fn run(checks: &[Check]) -> Result<(), Box<TestError<World>>> {
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases: 4_000,
            failure_persistence: None,
            max_shrink_iters: 50,
            ..Config::default()
        },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let held = runner.run(&worlds(), |world| {
        promise_holds(&world, verdict(&world, checks)).map_err(TestCaseError::fail)
    });
    held.map_err(Box::new)
}

#[test]
fn nothing_is_allowed_without_a_standing_release_in_scope_and_every_rule_known() {
    run(CHECKS).expect("the promise holds");
}

#[test]
fn the_worlds_hold_many_that_are_allowed() {
    let mut runner = TestRunner::deterministic();
    let allowed = (0..2_000).filter(|_| {
        let world = worlds().new_tree(&mut runner).expect("a world").current();
        verdict(&world, CHECKS) == GateVerdict::Allow
    });
    let n_allowed = allowed.count();
    assert!(
        (100..1_500).contains(&n_allowed),
        "{n_allowed} of 2000 allowed: the property would prove little"
    );
}

/// The twin: with any one step left out the promise breaks.
#[test]
fn with_a_step_left_out_the_promise_breaks() {
    for left_out in Step::ALL {
        let checks: Vec<Check> = CHECKS
            .iter()
            .filter(|check| check.step != *left_out)
            .map(|check| Check {
                step: check.step,
                look: check.look,
            })
            .collect();
        assert!(
            run(&checks).is_err(),
            "nothing noticed that {left_out} was left out"
        );
    }
}
