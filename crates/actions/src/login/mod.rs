//! The way in: who a browser stands for, and each step from a name and a password to being in.

mod again;
mod code;
mod enrol;
pub(crate) mod hashing;
mod out;
mod password;
mod stage;
mod tries;
mod who;

pub use again::prove_again;
pub use code::code_step;
pub use enrol::{Enrolment, enrol_confirm, enrol_start};
pub(crate) use hashing::Hashing;
pub use out::logout;
pub use password::password_step;
pub use stage::LoginStep;
pub use who::{Visitor, is_fresh, who};

/// A line about somebody's login.
pub(crate) fn deed(
    action: &'static str,
    staff: domain::ids::StaffId,
    outcome: &'static str,
) -> store::ledger::Deed {
    store::ledger::Deed {
        action,
        object: "staff",
        object_id: staff.0,
        case_id: None,
        outcome,
        reason: None,
    }
}
