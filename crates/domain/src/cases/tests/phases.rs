//! Phases, visits, crisis, and the buttons that say why not.

use super::*;

#[test]
fn a_phase_left_before_is_entered_again_only_with_a_reason_and_as_another_visit() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let facts = Facts::of(&opened.case);
    let visits = [opened.visit];
    let at = At {
        case: &opened.case,
        visits: &visits,
        clocks: &opened.clocks,
        facts: &facts,
    };
    let first = ground.enter(&at, "assessment", "").unwrap();
    assert_eq!(
        first
            .left
            .as_ref()
            .map(|visit| (visit.n, visit.left_at.is_some())),
        Some((1, true))
    );
    assert_eq!((first.visit.n, first.visit.reason.as_deref()), (2, None));
    assert_eq!(
        first
            .tasks
            .iter()
            .map(|task| task.what.as_str())
            .collect::<Vec<_>>(),
        ["choose-agency"]
    );

    let visits = [first.left.unwrap(), first.visit];
    let at = At {
        case: &first.case,
        visits: &visits,
        clocks: &opened.clocks,
        facts: &facts,
    };
    assert_eq!(
        ground.enter(&at, "assessment", "").unwrap_err(),
        Refusal::AlreadyThere
    );
    assert_eq!(
        ground.enter(&at, "intake", "  ").unwrap_err(),
        Refusal::ReasonMissing
    );
    assert_eq!(
        ground.enter(&at, "nowhere", "x").unwrap_err(),
        Refusal::UnknownPhase("nowhere".into())
    );
    let missing = ground.enter(&at, "intervention", "").unwrap_err();
    assert_eq!(keys(&missing), ["guard-agency-chosen", "guard-level-known"]);
    let back = ground.enter(&at, "intake", "a new matter came up").unwrap();
    assert_eq!(
        (back.visit.n, back.visit.reason.as_deref()),
        (3, Some("a new matter came up"))
    );
    assert_eq!(back.left.map(|visit| visit.n), Some(2));
    assert_eq!(
        back.entry.detail.get("from").map(String::as_str),
        Some("assessment")
    );
}

#[test]
fn a_crisis_suspends_the_rest_until_it_is_over() {
    let mut ground = Ground::social();
    let opened = ground.open();
    let calm = Facts {
        consents: BTreeSet::from([ConsentKind::Services]),
        ..Facts::of(&opened.case)
    };
    let danger = Facts {
        risk: RiskLevel::High,
        open_risks: 1,
        ..calm.clone()
    };
    let visits = [opened.visit];
    let at = At {
        case: &opened.case,
        visits: &visits,
        clocks: &opened.clocks,
        facts: &calm,
    };
    let assessing = ground.enter(&at, "assessment", "").unwrap();
    let clocks: Vec<Clock> = opened
        .clocks
        .iter()
        .cloned()
        .chain(assessing.clocks.started)
        .collect();
    assert!(!clock(&clocks, ClockKind::Assessment).is_paused());

    let visits = [assessing.left.unwrap(), assessing.visit];
    let at = At {
        case: &assessing.case,
        visits: &visits,
        clocks: &clocks,
        facts: &calm,
    };
    assert_eq!(
        ground.enter(&at, "crisis", "").unwrap_err(),
        Refusal::OverrideNotCalled
    );
    let at = At { facts: &danger, ..at };
    let crisis = ground.enter(&at, "crisis", "").unwrap();
    assert!(
        crisis
            .clocks
            .changed
            .iter()
            .any(|clock| clock.kind == ClockKind::Assessment && clock.is_paused())
    );
    // What must be told today does not wait for a working day.
    assert!(
        crisis
            .tasks
            .iter()
            .any(|task| task.what == "tell-supervisor" && task.due_on == TODAY)
    );

    let visits = [visits[0].clone(), crisis.left.unwrap(), crisis.visit];
    let paused = crisis.clocks.changed;
    let at = At {
        case: &crisis.case,
        visits: &visits,
        clocks: &paused,
        facts: &danger,
    };
    assert_eq!(
        ground.enter(&at, "assessment", "better").unwrap_err(),
        Refusal::OverrideHolds
    );
    let at = At { facts: &calm, ..at };
    let calmer = ground.enter(&at, "assessment", "the danger is over").unwrap();
    assert!(calmer.clocks.changed.iter().all(|clock| !clock.is_paused()));
    assert_eq!(calmer.visit.n, 4);
}

#[test]
fn buttons_say_why_not() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let visits = [opened.visit];
    let facts = Facts {
        release: GateAnswer::Refuse,
        ..Facts::of(&opened.case)
    };
    let shown = offers(&ground.model, &opened.case, &visits, &facts);
    let why = |act: ActName, to: Option<&str>| {
        let offer = shown
            .iter()
            .find(|offer| offer.act == act && offer.to.as_deref() == to)
            .unwrap();
        offer.refusal.as_ref().map(keys).unwrap_or_default()
    };
    assert_eq!(
        why(ActName::SendInquiry, None),
        ["guard-agency-chosen", "guard-release-refuse"]
    );
    assert_eq!(why(ActName::EnterPhase, Some("assessment")), Vec::<&str>::new());
    assert_eq!(
        why(ActName::EnterPhase, Some("intervention")),
        ["guard-agency-chosen", "guard-level-known"]
    );
    assert!(
        !shown
            .iter()
            .any(|offer| offer.act == ActName::Reopen || offer.act == ActName::AgreePlan)
    );
    assert_eq!(
        may(&ground.model, ActName::Reopen, &opened.case, &facts),
        Err(Refusal::NotClosed)
    );
    let closed = Case {
        closed_on: Some(TODAY),
        ..opened.case
    };
    let acts: Vec<ActName> = offers(&ground.model, &closed, &visits, &facts)
        .iter()
        .map(|offer| offer.act)
        .collect();
    assert_eq!(
        acts,
        [
            ActName::RecordReply,
            ActName::SendLetter,
            ActName::Reopen,
            ActName::FollowUp
        ]
    );
}

#[test]
fn the_table_and_the_act_agree_for_every_pair_of_phases() {
    for id in ["constituent-casework", "social-casework"] {
        let mut ground = Ground::new(id);
        let opened = ground.open();
        let table = transitions(&ground.model);
        let phases: Vec<String> = ground.model.phases.iter().map(|phase| phase.id.clone()).collect();
        for (from, to) in phases
            .iter()
            .flat_map(|from| phases.iter().map(move |to| (from, to)))
        {
            for risk in RiskLevel::ALL.iter().copied() {
                let case = Case {
                    phase: from.clone(),
                    ..opened.case.clone()
                };
                let facts = Facts {
                    person_known: true,
                    agency_chosen: true,
                    level_known: true,
                    consents: ConsentKind::ALL.iter().copied().collect(),
                    risk,
                    ..Facts::default()
                };
                let line = table
                    .iter()
                    .find(|line| line.from == *from && line.to.as_ref() == Some(to));
                let by_table = line.is_some_and(|line| unmet(&line.needs, &facts).is_empty());
                let held = ground.model.overrides(from) && ground.model.override_is_called(&facts);
                let by_act = may_enter(&case, to, &[], &ground.model, &facts).is_ok();
                assert_eq!(by_act, by_table && !held, "{id}: {from} to {to} at {risk}");
            }
        }
    }
}

#[test]
fn every_condition_says_what_is_missing() {
    let facts = Facts {
        needs_without_goal: 2,
        ..Facts::default()
    };
    let refused = |predicate: Predicate| predicate.ask(&facts).unwrap_err();
    let goals = refused(Predicate::EveryNeedHasAGoal);
    assert_eq!(
        (goals.key, goals.args),
        ("guard-needs-without-goal", vec![("count", "2".to_owned())])
    );
    let consent = refused(Predicate::Consent(ConsentKind::Collateral));
    assert_eq!(consent.args, [("kind", "collateral".to_owned())]);
    let risk = refused(Predicate::RiskAtLeast(RiskLevel::High));
    assert_eq!(
        risk.args,
        [("level", "high".to_owned()), ("risk", "none".to_owned())]
    );
}
