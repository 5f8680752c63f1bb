//! Which acts a case can have now, and why not the others: one table for buttons, manual and tests.

use super::case::Case;
use super::enter_phase::{may_enter, was_visited};
use super::guards::{Facts, Predicate, unmet};
use super::model::{ActName, Model};
use super::records::PhaseVisit;
use super::refusal::Refusal;

/// One line of a model's table: in a phase, an act, the phase it leads to, and what it needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Transition {
    pub from: String,
    pub act: ActName,
    pub to: Option<String>,
    pub needs: Vec<Predicate>,
}

/// An act as a button: whether it can be done, and if not, why.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub act: ActName,
    /// The phase it leads to.
    pub to: Option<String>,
    /// A return to a phase asks for a reason.
    pub asks_reason: bool,
    pub refusal: Option<Refusal>,
}

/// Every line of the model's table, in the order of phases and acts.
#[must_use]
pub fn transitions(model: &Model) -> Vec<Transition> {
    let mut table = vec![];
    for from in &model.phases {
        for act in ActName::ALL
            .iter()
            .copied()
            .filter(|act| is_done(model, *act, &from.id))
        {
            let line = |to: Option<String>, needs: &[Predicate]| Transition {
                from: from.id.clone(),
                act,
                to,
                needs: needs.to_vec(),
            };
            if act != ActName::EnterPhase {
                table.push(line(None, model.needs(act)));
                continue;
            }
            for to in model.phases.iter().filter(|to| leads(model, &from.id, &to.id)) {
                let called = model.override_phase.as_ref().filter(|over| over.phase == to.id);
                let needs = called.map_or(to.needs.as_slice(), |over| {
                    std::slice::from_ref(&over.enters_when)
                });
                table.push(line(Some(to.id.clone()), needs));
            }
        }
    }
    table
}

/// The acts to show on a case: those that can be done, and those that cannot with the reason.
#[must_use]
pub fn offers(model: &Model, case: &Case, visits: &[PhaseVisit], facts: &Facts) -> Vec<Offer> {
    let mut offers = vec![];
    for act in ActName::ALL.iter().copied() {
        let open = case.is_open();
        let timely = if open {
            done_on_open(act)
        } else {
            done_on_closed(act)
        };
        if !timely || !(is_core(act) || model.acts.contains_key(&act)) {
            continue;
        }
        if act == ActName::EnterPhase {
            for phase in model.phases.iter().filter(|phase| phase.id != case.phase) {
                offers.push(Offer {
                    act,
                    to: Some(phase.id.clone()),
                    asks_reason: was_visited(visits, &phase.id),
                    refusal: may_enter(case, &phase.id, visits, model, facts).err(),
                });
            }
            continue;
        }
        let taken = act == ActName::Take && case.owner_id.is_some();
        if !taken {
            let refusal = may(model, act, case, facts).err();
            offers.push(Offer {
                act,
                to: None,
                asks_reason: act == ActName::Reopen,
                refusal,
            });
        }
    }
    offers
}

/// Whether the model lets an act happen on a case now.
pub fn may(model: &Model, act: ActName, case: &Case, facts: &Facts) -> Result<(), Refusal> {
    if case.is_open() && !done_on_open(act) {
        return Err(Refusal::NotClosed);
    }
    if !case.is_open() && !done_on_closed(act) {
        return Err(Refusal::Closed);
    }
    in_phase(model, act, case)?;
    let missing = unmet(model.needs(act), facts);
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Unmet(missing))
    }
}

/// Refuses an act the model keeps for other phases.
pub(super) fn in_phase(model: &Model, act: ActName, case: &Case) -> Result<(), Refusal> {
    let phases = model.acts.get(&act).and_then(|rule| rule.phases.as_ref());
    if phases.is_none_or(|phases| phases.contains(&case.phase)) {
        Ok(())
    } else {
        Err(Refusal::NotInThisPhase {
            phase: case.phase.clone(),
        })
    }
}

fn is_done(model: &Model, act: ActName, phase: &str) -> bool {
    let here = model.acts.get(&act).and_then(|rule| rule.phases.as_ref());
    let here = here.is_none_or(|phases| phases.iter().any(|id| id == phase));
    here && (is_core(act) || model.acts.contains_key(&act))
}

/// Whether a phase can follow another: listed, called by the override, or left when it ends.
fn leads(model: &Model, from: &str, to: &str) -> bool {
    let listed = |phase: &super::model::Phase| {
        phase
            .entry_from
            .as_ref()
            .is_none_or(|list| list.iter().any(|id| id == from))
    };
    from != to && (model.overrides(to) || model.overrides(from) || model.phase(to).is_some_and(listed))
}

/// Acts every model has, named or not.
const fn is_core(act: ActName) -> bool {
    match act {
        ActName::Assign
        | ActName::Take
        | ActName::EnterPhase
        | ActName::SendLetter
        | ActName::Close
        | ActName::Reopen
        | ActName::FollowUp => true,
        ActName::RequestRelease
        | ActName::SendInquiry
        | ActName::Chase
        | ActName::RecordReply
        | ActName::ContactCollateral
        | ActName::Refer
        | ActName::RaiseRisk
        | ActName::Stabilise
        | ActName::AgreePlan
        | ActName::ReviewGoal => false,
    }
}

const fn done_on_open(act: ActName) -> bool {
    !matches!(act, ActName::Reopen | ActName::FollowUp)
}

/// A late letter or reply on a closed case is still answered and recorded.
const fn done_on_closed(act: ActName) -> bool {
    matches!(
        act,
        ActName::Reopen | ActName::FollowUp | ActName::SendLetter | ActName::RecordReply
    )
}
