//! What a model's cases can come to: which phases, and whether a list of conditions can ever be met at once.

use std::collections::BTreeSet;

use jiff::civil::Date;
use uuid::Uuid;

use super::super::case::Outcome;
use super::super::guards::{Approval, ConsentKind, Facts, GateAnswer, Predicate, RiskLevel};
use super::{Override, Phase};
use crate::ids::StaffId;
use crate::staff::Role;

/// The ids of the phases that a case starting in the first one can come to.
pub(super) fn reachable<'a>(phases: &'a [Phase], over: Option<&Override>) -> BTreeSet<&'a str> {
    let mut reached: BTreeSet<&str> = phases.iter().take(1).map(|phase| phase.id.as_str()).collect();
    loop {
        let before = reached.len();
        for phase in phases {
            let door = match &phase.entry_from {
                None => true,
                Some(from) => from
                    .iter()
                    .any(|id| *id != phase.id && reached.contains(id.as_str())),
            };
            let called = over.is_some_and(|over| over.phase == phase.id);
            if (door || called) && impossible(&phase.needs, &[Outcome::InformationGiven]).is_none() {
                reached.insert(&phase.id);
            }
        }
        if reached.len() == before {
            return reached;
        }
    }
}

/// The place in the list of a condition that can never be met together with the others.
///
/// The guards themselves are asked, over the best that can be known of a case; only the danger a person is in is not
/// in anybody's hand, so every level of it is tried.
pub(super) fn impossible(needs: &[Predicate], outcomes: &[Outcome]) -> Option<usize> {
    let failing = |risk: &RiskLevel| -> Vec<usize> {
        let facts = at_best(*risk, outcomes);
        let unmet = needs
            .iter()
            .enumerate()
            .filter(|(_, need)| need.ask(&facts).is_err());
        unmet.map(|(place, _)| place).collect()
    };
    let tries: Vec<Vec<usize>> = RiskLevel::ALL.iter().map(failing).collect();
    let fewest = tries.iter().map(Vec::len).min()?;
    // Of two that exclude each other the later one is named: the earlier was there first.
    tries
        .into_iter()
        .filter(|failed| failed.len() == fewest)
        .filter_map(|failed| failed.last().copied())
        .max()
}

fn at_best(risk: RiskLevel, outcomes: &[Outcome]) -> Facts {
    let somebody = StaffId(Uuid::from_u128(1));
    Facts {
        person_known: true,
        agency_chosen: true,
        level_known: true,
        release: GateAnswer::Allow,
        consents: ConsentKind::ALL.iter().copied().collect(),
        outcome: outcomes.first().copied(),
        summary: true,
        person_told: true,
        open_inquiries: 0,
        undelivered_replies: 0,
        risk,
        open_risks: usize::from(risk > RiskLevel::None),
        open_safety_plans: 0,
        open_referrals: 0,
        follow_up_on: Some(Date::MAX),
        assessment_complete: true,
        needs_without_goal: 0,
        approvals: Role::ALL
            .iter()
            .map(|role| Approval {
                role: *role,
                by: somebody,
            })
            .collect(),
        author: None,
    }
}
