//! The SQL predicate and the pure decision are the same rule, on random worlds.

use domain::{
    access::{CaseFacts, Exception, ExceptionKind, Sight, sight},
    cases::Visibility,
    ids::{AccessId, CaseId, PersonId},
    staff::Role,
};
use store::cases::CaseSight;

use crate::{
    both_engines,
    harness::{a_case, a_person, did, found_town},
};

both_engines! {
    async fn the_filter_and_the_decision_agree(room) {
        let town = found_town(&room.desk, "sight").await;
        let mut world = Vec::new();
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        let mut n = 0;
        for visibility in Visibility::ALL {
            for owner in [None, Some(town.id(Role::Caseworker)), Some(town.id(Role::Supervisor))] {
                for exception in [None, Some(ExceptionKind::Allow), Some(ExceptionKind::Deny)] {
                    n += 1;
                    let person = PersonId(act.new_id());
                    act.insert(&a_person(person, &format!("Person {n}"), act.now())).await.expect("a person");
                    let id = CaseId(act.new_id());
                    let mut case = a_case(&town, id, &format!("AAA-{n:03}"), Some(person), act.now());
                    case.visibility = *visibility;
                    case.owner_id = owner;
                    act.insert_case(case).await.expect("a case");
                    // The exception is the caseworker's and the director's.
                    for role in [Role::Caseworker, Role::Director] {
                        if let Some(kind) = exception {
                            let row = Exception { id: AccessId(act.new_id()), case_id: id, staff_id: town.id(role), kind, reason: "because".into() };
                            act.insert(&row).await.expect("an exception");
                        }
                    }
                    world.push((id, person, format!("AAA-{n:03}"), *visibility, owner, exception));
                }
            }
        }
        act.commit(did("test.world", "cases", town.office.0)).await.expect("a commit");
        for role in Role::ALL {
            let actor = town.actor(*role);
            let mut listed = Vec::new();
            let mut look = room.desk.look(&actor).await.expect("a look");
            let page = store::cases::page(&mut look, &store::cases::CaseFilter::OpenAll, None, 1000).await.expect("a page");
            listed.extend(page.into_iter().map(|line| line.id));
            for (id, person, reference, visibility, owner_id, exception) in &world {
                let exception = exception.filter(|_| matches!(role, Role::Caseworker | Role::Director));
                let decided = sight(&actor, &CaseFacts { visibility: *visibility, owner_id: *owner_id, exception });
                let found = match look.case(reference).await.expect("an answer") {
                    CaseSight::Nothing => Sight::Nothing,
                    CaseSight::Exists(_) => Sight::Exists,
                    CaseSight::Full(_) => Sight::Full,
                };
                assert_eq!(found, decided, "{role} {visibility} {owner_id:?} {exception:?}");
                assert_eq!(listed.contains(id), decided == Sight::Full, "the list, {role} {visibility} {exception:?}");
                let seen = look.person(*person).await.expect("an answer").is_some();
                let hidden = *visibility == Visibility::Walled || exception == Some(ExceptionKind::Deny);
                let may = domain::access::may(*role, domain::access::Deed::SeeCases);
                assert_eq!(seen, may && (!hidden || decided == Sight::Full), "the person, {role} {visibility} {exception:?}");
            }
        }
    }
}
