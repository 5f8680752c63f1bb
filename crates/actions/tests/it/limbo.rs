//! No limbo: whatever workers do, in any order, an open case has a next act and a day, and the ledger fits.

use actions::{
    ActionError,
    cases::{self, ChangeCase},
    tasks,
};
use domain::cases::{Case, CaseFields, NextAct, NextWord, Reached, Visibility, change, is_in_limbo};
use jiff::{ToSpan, civil::date};
use testkit::{
    both_engines,
    builders::{a_case, a_person, the_case},
    house::TestHouse,
};

/// Rolls from the test's own seed, apart from the house's dice.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // A plain linear congruence: only the order of acts hangs on it.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// One act of a random worker; a refusal is as good as any other answer, a fault is not.
async fn something(test: &TestHouse, reference: &str, dice: &mut Dice) {
    let (house, today) = (&test.house, test.today());
    let worker = match dice.roll(3) {
        0 => test.caseworker(),
        1 => test.colleague(),
        _ => test.supervisor(),
    };
    let days = i64::try_from(dice.roll(9)).expect("few days") - 3;
    let day = today.checked_add(days.days()).expect("a day near by");
    let done = match dice.roll(14) {
        0 => cases::write_note(
            house,
            &worker,
            reference,
            &crate::working::a_note("A note"),
            Some(day),
        )
        .await
        .map(drop),
        1 => cases::log_call(house, &worker, reference, crate::working::a_call(Reached::Spoke))
            .await
            .map(drop),
        2 => cases::log_call(
            house,
            &worker,
            reference,
            crate::working::a_call(Reached::NoAnswer),
        )
        .await
        .map(drop),
        3 => {
            cases::set_next(
                house,
                &worker,
                reference,
                NextAct::Words(" ".repeat(dice.roll(2) as usize)),
                day,
            )
            .await
        }
        4 => cases::set_next(house, &worker, reference, NextAct::Named(NextWord::Chase), day).await,
        5 => cases::done_next(house, &worker, reference).await,
        6 => cases::snooze(house, &worker, reference, day).await,
        7 => changed(test, reference, days).await,
        8 => {
            let phases = ["intake", "assessment", "intervention", "resolution"];
            let phase = phases[dice.roll(4) as usize];
            cases::enter_phase(house, &worker, reference, phase, "because").await
        }
        9 => cases::to_queue(house, &worker, reference).await,
        10 => cases::take(house, &worker, reference).await,
        11 => cases::assign(house, &test.supervisor(), reference, worker.staff_id()).await,
        12 => finished(test, reference).await,
        _ if the_case(test, reference).await.is_open() => {
            let answers = crate::closing::answers(test, reference).await;
            cases::close(house, &worker, reference, answers).await
        }
        _ => cases::reopen(house, &worker, reference, "again", None).await,
    };
    match done {
        Ok(()) | Err(ActionError::Refused(_) | ActionError::NotAllowed(_)) => {}
        Err(fault) => panic!("{fault:?}"),
    }
}

/// A form whose cadence nobody should be able to send: nought, or less.
async fn changed(test: &TestHouse, reference: &str, days: i64) -> Result<(), ActionError> {
    let case = the_case(test, reference).await;
    let fields = CaseFields {
        cadence_days: days,
        ..CaseFields::of(&case)
    };
    let form = ChangeCase {
        version: case.version,
        was: None,
        fields,
    };
    cases::change(&test.house, &test.caseworker(), reference, &form).await
}

async fn finished(test: &TestHouse, reference: &str) -> Result<(), ActionError> {
    let case = the_case(test, reference).await;
    let actor = test.caseworker();
    let mut look = test.desk().look(&actor).await?;
    let open = store::cases::tasks(&mut look, &case).await?;
    drop(look);
    match open.iter().find(|task| task.is_open()) {
        Some(task) => tasks::finish_task(&test.house, &actor, reference, task.id).await,
        None => Ok(()),
    }
}

both_engines! {
    async fn whatever_is_done_no_open_case_falls_into_limbo_and_the_ledger_fits(test) {
        let rosa = a_person("Rosa Delgado").open(&test).await;
        for seed in 0..6 {
            let mut dice = Dice(seed);
            let reference = a_case().of(rosa).to_agency("ssa", domain::cases::Level::Federal).open(&test).await;
            for _ in 0..25 {
                if dice.roll(4) == 0 {
                    test.days_pass(i64::try_from(dice.roll(6)).expect("few days"));
                }
                something(&test, &reference, &mut dice).await;
                let case = the_case(&test, &reference).await;
                assert!(!is_in_limbo(&case), "seed {seed}: {:?} on {} every {}", case.next_act, case.next_on, case.cadence_days);
            }
        }
        test.verify().await;
    }
}

/// The twin: the domain's own change, saved without what every act does before it saves, leaves a case in limbo.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_defaults_a_case_falls_into_limbo() {
    let test = TestHouse::on_sqlite().await;
    let reference = a_case().open(&test).await;
    let case: Case = (*the_case(&test, &reference).await).clone();
    let fields = CaseFields {
        cadence_days: 0,
        ..CaseFields::of(&case)
    };
    let bare = change(&case, &fields).expect("the fields are in order");
    assert!(is_in_limbo(&bare), "nobody would ever hear from us");
    changed(&test, &reference, 0)
        .await
        .expect("the act changes it too");
    assert!(
        !is_in_limbo(&*the_case(&test, &reference).await),
        "and keeps it out of limbo"
    );
    assert_eq!(case.opened_on, date(2026, 3, 2));
    assert_eq!(case.visibility, Visibility::Open);
}
