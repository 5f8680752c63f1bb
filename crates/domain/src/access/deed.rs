//! What each role may do: a table a manager can read.

use crate::staff::Role;
use crate::words;

words! {
    /// The kinds of thing people do here.
    pub enum Deed {
        /// See the lists of cases and people, and open what one may see.
        SeeCases => "see-cases",
        /// Read arrivals and decide what becomes of them; take down calls and walk-ins.
        TakeIn => "take-in",
        /// Write notes, set tasks, move phases, write letters.
        WorkCases => "work-cases",
        /// Record a release or its revocation, draft and send inquiries, record replies.
        AskAgencies => "ask-agencies",
        CloseCases => "close-cases",
        ReopenCases => "reopen-cases",
        /// Give a case to somebody else, or take it from them.
        AssignCases => "assign-cases",
        /// Restrict or wall a case, and say who may see it.
        GuardCases => "guard-cases",
        /// Decide against the release gate's answer, for one inquiry.
        OverrideGate => "override-gate",
        /// Sign off a letter that goes out under the office's name.
        SignLetters => "sign-letters",
        /// See who did and who looked, over the whole office.
        SeeLedger => "see-ledger",
        /// Add, change, disable and reset those who work here.
        RunStaff => "run-staff",
        /// Change the office's settings.
        RunOffice => "run-office",
    }
}

/// Whether a role may do a deed. No role sees content only because it runs the installation.
pub const fn may(role: Role, deed: Deed) -> bool {
    use Deed as D;
    match role {
        Role::Intake => matches!(deed, D::SeeCases | D::TakeIn | D::WorkCases),
        Role::Caseworker => matches!(
            deed,
            D::SeeCases
                | D::TakeIn
                | D::WorkCases
                | D::AskAgencies
                | D::CloseCases
                | D::ReopenCases
                | D::SignLetters
        ),
        Role::Supervisor | Role::Director => matches!(
            deed,
            D::SeeCases
                | D::TakeIn
                | D::WorkCases
                | D::AskAgencies
                | D::CloseCases
                | D::ReopenCases
                | D::AssignCases
                | D::GuardCases
                | D::OverrideGate
                | D::SignLetters
        ),
        Role::Administrator => matches!(deed, D::RunStaff | D::RunOffice),
        Role::Auditor => matches!(deed, D::SeeLedger),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_run_the_installation_see_no_case() {
        for role in [Role::Administrator, Role::Auditor] {
            assert!(!may(role, Deed::SeeCases), "{role} sees cases");
        }
    }

    #[test]
    fn only_a_supervisor_or_director_goes_against_the_gate() {
        let who: Vec<Role> = Role::ALL
            .iter()
            .copied()
            .filter(|r| may(*r, Deed::OverrideGate))
            .collect();
        assert_eq!(who, [Role::Supervisor, Role::Director]);
    }
}
