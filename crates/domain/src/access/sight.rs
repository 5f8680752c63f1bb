//! Which cases somebody may see. Deny wins; a wall shows nothing; a restriction shows that there is something.

use super::{Actor, Deed, Who, may};
use crate::cases::Visibility;
use crate::ids::{AccessId, CaseId, StaffId};
use crate::staff::Role;
use crate::words;

words! {
    /// A named exception to the rule.
    pub enum ExceptionKind {
        Allow => "allow",
        /// A conflict of interest: the case does not exist for this worker.
        Deny => "deny",
    }
}

/// One worker's exception on one case, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub id: AccessId,
    pub case_id: CaseId,
    pub staff_id: StaffId,
    pub kind: ExceptionKind,
    pub reason: String,
}

/// How much somebody sees of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// It is not there.
    Nothing,
    /// It is there, who keeps it, and how to ask.
    Exists,
    Full,
}

/// What the decision needs to know of a case and one worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseFacts {
    pub visibility: Visibility,
    pub owner_id: Option<StaffId>,
    pub exception: Option<ExceptionKind>,
}

/// The decision. The store filters lists by a predicate that a test holds equal to this.
pub fn sight(actor: &Actor, case: &CaseFacts) -> Sight {
    let (id, role) = match actor.who {
        Who::House => return Sight::Full,
        Who::Staff { id, role } => (id, role),
    };
    if !may(role, Deed::SeeCases) || case.exception == Some(ExceptionKind::Deny) {
        return Sight::Nothing;
    }
    if case.owner_id == Some(id) || case.exception == Some(ExceptionKind::Allow) {
        return Sight::Full;
    }
    match case.visibility {
        Visibility::Open => Sight::Full,
        Visibility::Restricted if matches!(role, Role::Supervisor) => Sight::Full,
        Visibility::Restricted => Sight::Exists,
        Visibility::Walled => Sight::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OfficeId;

    fn see(role: Role, visibility: Visibility, owner: bool, exception: Option<ExceptionKind>) -> Sight {
        let me = StaffId(uuid::Uuid::from_u128(1));
        let actor = Actor::staff(OfficeId(uuid::Uuid::from_u128(9)), me, role);
        sight(
            &actor,
            &CaseFacts {
                visibility,
                owner_id: owner.then_some(me),
                exception,
            },
        )
    }

    #[test]
    fn a_wall_shows_nothing_even_to_the_director() {
        assert_eq!(
            see(Role::Director, Visibility::Walled, false, None),
            Sight::Nothing
        );
        assert_eq!(
            see(
                Role::Director,
                Visibility::Walled,
                false,
                Some(ExceptionKind::Allow)
            ),
            Sight::Full
        );
    }

    #[test]
    fn a_conflict_of_interest_outranks_ownership() {
        assert_eq!(
            see(
                Role::Supervisor,
                Visibility::Open,
                true,
                Some(ExceptionKind::Deny)
            ),
            Sight::Nothing
        );
    }

    #[test]
    fn a_restricted_case_is_known_to_colleagues_and_open_to_its_owner() {
        assert_eq!(
            see(Role::Caseworker, Visibility::Restricted, false, None),
            Sight::Exists
        );
        assert_eq!(
            see(Role::Caseworker, Visibility::Restricted, true, None),
            Sight::Full
        );
        assert_eq!(
            see(Role::Supervisor, Visibility::Restricted, false, None),
            Sight::Full
        );
    }
}
