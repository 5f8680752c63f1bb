//! One small fault at a time in a model without any, with the line and column it must be found at.

use super::super::models::builtin;
use super::*;

/// A model without faults; each test changes one line of it.
const RIGHT: &str = "\
id: small
version: 1
title: Small
person_word: person
calendar: weekdays
promises: { cadence_days: 14, follow_up_days: 28 }
phases:
  - { id: intake, title: Intake }
  - { id: work, title: Work, entry_from: [intake], needs: [person_known] }
  - { id: crisis, title: Crisis, entry_from: [] }
override: { phase: crisis, enters_when: risk_at_least(high) }
acts:
  send_inquiry: { needs: [release_allows], phases: [work] }
  close: { needs: [outcome, no_open_risk, approval(supervisor)] }
clocks:
  - kind: agency-reply
    turn: agency
    allowed: { working_days: 30 }
    starts_on: [inquiry_sent]
    stops_on: [reply_substantive, case_closed]
tasks:
  - { id: call, title: Call, phase: work, kind: offered, due: { days: 3 } }
outcomes: [information-given, withdrawn]
";

/// Puts a text in the place of a line (counted from 1) and says what is found.
fn faults_with(line: usize, text: &str) -> Vec<ModelFault> {
    let changed: Vec<&str> = RIGHT
        .lines()
        .enumerate()
        .map(|(n, old)| if n + 1 == line { text } else { old })
        .collect();
    Model::check(&changed.join("\n")).expect_err("the changed model has a fault")
}

/// The model with that line has exactly this fault, at the place marked with `^` by its column.
fn check(line: usize, text: &str, column: u64, kind: FaultKind) {
    let place = u64::try_from(line).unwrap();
    assert_eq!(
        faults_with(line, text),
        [ModelFault {
            line: place,
            column,
            kind
        }],
        "{text}"
    );
}

fn word(word: &str) -> String {
    word.to_owned()
}

#[test]
fn the_models_that_come_with_the_house_have_no_fault() {
    let ids: Vec<String> = builtin().into_iter().map(|model| model.id).collect();
    assert_eq!(ids, ["constituent-casework", "social-casework"]);
}

#[test]
fn the_model_the_faults_are_put_into_has_none() {
    let model = Model::check(RIGHT).unwrap();
    assert_eq!(model.first_phase(), "intake");
    assert_eq!(model.needs(ActName::SendInquiry), [Predicate::ReleaseAllows]);
    assert!(model.overrides("crisis") && !model.overrides("work"));
    assert_eq!(model.clocks[0].allowed, Period::WorkingDays(30));
}

#[test]
fn unknown_words_are_found() {
    let line = "  - { id: work, title: Work, entry_from: [intake], needs: [person_knwon] }";
    check(9, line, 60, FaultKind::UnknownPredicate(word("person_knwon")));
    let line = "  - { id: work, title: Work, entry_from: [inteke, intake] }";
    check(9, line, 43, FaultKind::UnknownPhase(word("inteke")));
    let line = "  sned_inquiry: { needs: [release_allows] }";
    check(13, line, 3, FaultKind::UnknownAct(word("sned_inquiry")));
    let line = "    starts_on: [inquiry_sent, inquiry_snet]";
    check(19, line, 31, FaultKind::UnknownEvent(word("inquiry_snet")));
    let line = "    starts_on: [inquiry_sent, entered(wrok)]";
    check(19, line, 31, FaultKind::UnknownPhase(word("wrok")));
    check(
        5,
        "calendar: weekdys",
        11,
        FaultKind::UnknownCalendar(word("weekdys")),
    );
    let line = "outcomes: [information-given, withdrwan]";
    check(23, line, 31, FaultKind::UnknownOutcome(word("withdrwan")));
    let kind = FaultKind::UnknownWord {
        set: word("Turn"),
        word: word("agensy"),
    };
    check(17, "    turn: agensy", 11, kind);
    let kind = FaultKind::UnknownWord {
        set: word("ClockKind"),
        word: word("agency-rely"),
    };
    check(16, "  - kind: agency-rely", 11, kind);
    let line = "  - { id: call, title: Call, phase: wrok, kind: offered, due: { days: 3 } }";
    check(22, line, 37, FaultKind::UnknownPhase(word("wrok")));
    let kind = FaultKind::UnknownWord {
        set: word("TaskKind"),
        word: word("free"),
    };
    let line = "  - { id: call, title: Call, phase: work, kind: free, due: { days: 3 } }";
    check(22, line, 49, kind);
}

#[test]
fn wrong_arguments_are_found() {
    let kind = FaultKind::WrongArgument {
        predicate: word("consent"),
        argument: word("collaterol"),
    };
    check(13, "  refer: { needs: [consent(collaterol)] }", 20, kind);
    let kind = FaultKind::WrongArgument {
        predicate: word("outcome"),
        argument: word("x"),
    };
    check(14, "  close: { needs: [outcome(x)] }", 20, kind);
}

#[test]
fn a_phase_nobody_comes_to_is_found() {
    let line = "  - { id: work, title: Work, entry_from: [work] }";
    let kind = FaultKind::UnreachablePhase(word("work"));
    let out_of_reach = FaultKind::ActOutOfReach(word("send_inquiry"));
    let faults = [
        ModelFault {
            line: 9,
            column: 11,
            kind,
        },
        ModelFault {
            line: 13,
            column: 3,
            kind: out_of_reach,
        },
    ];
    assert_eq!(faults_with(9, line), faults);
    // Without its override, nothing leads to the crisis.
    let kind = FaultKind::UnreachablePhase(word("crisis"));
    assert_eq!(
        faults_with(11, "# no override"),
        [ModelFault {
            line: 10,
            column: 11,
            kind
        }]
    );
}

#[test]
fn a_phase_whose_conditions_exclude_each_other_is_out_of_reach() {
    let line = "  - { id: work, title: Work, needs: [risk_at_least(low), no_open_risk] }";
    let found: Vec<FaultKind> = faults_with(9, line).into_iter().map(|fault| fault.kind).collect();
    let impossible = FaultKind::Impossible {
        act: word("enter_phase"),
        predicate: word("no_open_risk"),
    };
    let unreachable = FaultKind::UnreachablePhase(word("work"));
    assert_eq!(
        found,
        [
            unreachable,
            impossible,
            FaultKind::ActOutOfReach(word("send_inquiry"))
        ]
    );
}

#[test]
fn a_closing_that_nobody_can_satisfy_is_found() {
    // It needs an outcome, and there is none to choose.
    let kind = FaultKind::Impossible {
        act: word("close"),
        predicate: word("outcome"),
    };
    let faults = faults_with(23, "outcomes: []");
    assert_eq!(
        faults,
        [ModelFault {
            line: 14,
            column: 20,
            kind
        }]
    );
    // Two conditions that exclude each other: the later one is named.
    let kind = FaultKind::Impossible {
        act: word("close"),
        predicate: word("no_open_risk"),
    };
    check(
        14,
        "  close: { needs: [outcome, risk_at_least(high), no_open_risk] }",
        50,
        kind,
    );
    let kind = FaultKind::Impossible {
        act: word("close"),
        predicate: word("risk_below(low)"),
    };
    check(
        14,
        "  close: { needs: [risk_at_least(moderate), risk_below(low)] }",
        45,
        kind,
    );
    // Below none there is nothing.
    let kind = FaultKind::Impossible {
        act: word("close"),
        predicate: word("risk_below(none)"),
    };
    check(14, "  close: { needs: [risk_below(none)] }", 20, kind);
    check(
        14,
        "  close: { needs: [approval(manager)] }",
        20,
        FaultKind::UnknownRole(word("manager")),
    );
}

#[test]
fn a_closing_without_outcomes_or_no_closing_at_all_is_found() {
    let without = RIGHT.replace("[outcome, no_open_risk, approval(supervisor)]", "[]");
    let without = without.replace("[information-given, withdrawn]", "[]");
    let kind = FaultKind::ClosingWithoutOutcome;
    assert_eq!(
        Model::check(&without),
        Err(vec![ModelFault {
            line: 14,
            column: 3,
            kind
        }])
    );
    let kind = FaultKind::NoClosing;
    assert_eq!(faults_with(14, "").first().map(|fault| &fault.kind), Some(&kind));
}

#[test]
fn conditions_that_can_be_met_together_are_let_through() {
    let line = "  close: { needs: [outcome, risk_at_least(low), risk_below(high), no_open(safety_plan)] }";
    let changed = RIGHT.replace(
        "  close: { needs: [outcome, no_open_risk, approval(supervisor)] }",
        line,
    );
    assert!(Model::check(&changed).is_ok());
}

#[test]
fn a_clock_that_never_stops_starts_or_resumes_is_found() {
    let never_stops = FaultKind::ClockNeverStops(word("agency-reply"));
    let at = |kind| {
        [ModelFault {
            line: 16,
            column: 11,
            kind,
        }]
    };
    assert_eq!(faults_with(20, ""), at(never_stops.clone()));
    // What starts it again does not end it.
    assert_eq!(faults_with(20, "    stops_on: [inquiry_sent]"), at(never_stops));
    assert_eq!(
        faults_with(19, "    starts_on: []"),
        at(FaultKind::ClockNeverStarts(word("agency-reply")))
    );
    let line = "    stops_on: [case_closed]\n    pauses_on: [entered(crisis)]";
    let never_resumes = FaultKind::ClockNeverResumes(word("agency-reply"));
    assert_eq!(faults_with(20, line), at(never_resumes));
}

#[test]
fn what_stands_there_twice_is_found() {
    let line = "  - { id: intake, title: Work, needs: [person_known] }\n  - { id: work, title: Work }";
    assert_eq!(
        faults_with(9, line)
            .first()
            .map(|fault| (fault.line, fault.column)),
        Some((9, 11))
    );
    let line = "outcomes: [withdrawn, withdrawn]";
    check(23, line, 23, FaultKind::Twice(word("withdrawn")));
    let line = "  close: { needs: [outcome, outcome] }";
    check(14, line, 29, FaultKind::Twice(word("outcome")));
}

#[test]
fn what_cannot_be_read_names_its_place() {
    for (line, text, column) in [
        (3, "titel: Small", 1),
        (13, "  close: { needs: [outcome] }\n  close: { needs: [] }", 3),
        (18, "    allowed: { fortnights: 2 }", 16),
        (9, "  - { id: work, title: [ }", 24),
    ] {
        let faults = faults_with(line, text);
        let [
            ModelFault {
                kind: FaultKind::Unreadable(why),
                line: found,
                column: at,
            },
        ] = faults.as_slice()
        else {
            panic!("{faults:?}");
        };
        let lines = text.lines().count() - 1;
        assert_eq!(
            (*found, *at),
            (u64::try_from(line + lines).unwrap(), column),
            "{why}"
        );
    }
}

#[test]
fn numbers_below_one_are_found() {
    check(2, "version: 0", 10, FaultKind::TooSmall(word("version")));
    let line = "promises: { cadence_days: 0, follow_up_days: 28 }";
    check(6, line, 27, FaultKind::TooSmall(word("cadence_days")));
}

#[test]
fn every_fault_has_a_key_and_prints_its_place() {
    let fault = &faults_with(14, "  close: { needs: [approval(manager)] }")[0];
    assert_eq!(fault.to_string(), "14:20: unknown-role word=manager");
}

#[test]
fn conditions_read_back_as_they_were_written() {
    for text in [
        "person_known",
        "agency_chosen",
        "level_known",
        "release_allows",
        "consent(collateral)",
        "outcome",
        "summary",
        "person_told",
        "no_open_inquiry",
        "no_undelivered_reply",
        "no_open(safety_plan)",
        "no_open_risk",
        "risk_at_least(high)",
        "risk_below(high)",
        "follow_up_date",
        "assessment_complete",
        "every_need_has_a_goal",
        "approval(supervisor)",
    ] {
        assert_eq!(Predicate::read(text).unwrap().to_string(), text);
    }
    for event in EventWord::ALL {
        assert_eq!(Event::read(event.as_str()), Some(Event::Word(*event)));
    }
    assert_eq!(Event::read("left(crisis)").unwrap().to_string(), "left(crisis)");
}
