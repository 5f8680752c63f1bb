//! Who may change whose login. An office always keeps somebody who can let people in, and nobody reaches up.

use jiff::{Timestamp, civil::Date};

use super::{FIRST_PASSWORD_OPENS, Role, Staff};
use crate::access::Actor;

/// The rules of staff saying no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffRefusal {
    /// A lower role does not reach a higher one.
    HigherRole,
    /// One's own login is closed, reset or changed by a colleague.
    Yourself,
    /// Nobody would be left to let people in.
    LastAdministrator,
    AlreadyDisabled,
    NotDisabled,
}

impl StaffRefusal {
    /// The message key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::HigherRole => "staff-higher-role",
            Self::Yourself => "staff-not-yourself",
            Self::LastAdministrator => "staff-last-administrator",
            Self::AlreadyDisabled => "staff-already-disabled",
            Self::NotDisabled => "staff-not-disabled",
        }
    }

    /// The values that stand in the message.
    #[must_use]
    pub const fn args(self) -> Vec<(&'static str, String)> {
        match self {
            Self::HigherRole
            | Self::Yourself
            | Self::LastAdministrator
            | Self::AlreadyDisabled
            | Self::NotDisabled => vec![],
        }
    }
}

/// How far a role reaches over logins. The one who runs them stands highest: whoever could reset that login could
/// reset them all.
const fn rank(role: Role) -> u8 {
    match role {
        Role::Intake => 0,
        Role::Caseworker | Role::Auditor => 1,
        Role::Supervisor => 2,
        Role::Director => 3,
        Role::Administrator => 4,
    }
}

/// Whether the actor reaches this login at all. The command line on the office's own machine reaches every one.
fn reach(by: &Actor, whose: &Staff) -> Result<(), StaffRefusal> {
    match by.role() {
        None => Ok(()),
        Some(_) if by.staff_id() == whose.id => Err(StaffRefusal::Yourself),
        Some(role) if rank(role) < rank(whose.role) => Err(StaffRefusal::HigherRole),
        Some(_) => Ok(()),
    }
}

fn keep_an_administrator(everybody: &[Staff], without: &Staff) -> Result<(), StaffRefusal> {
    let is_one = |s: &Staff| s.role == Role::Administrator && s.is_active();
    if is_one(without) && !everybody.iter().any(|s| s.id != without.id && is_one(s)) {
        return Err(StaffRefusal::LastAdministrator);
    }
    Ok(())
}

/// Closes a login from today on. What they wrote stays theirs.
pub fn disable(staff: &Staff, by: &Actor, everybody: &[Staff], today: Date) -> Result<Staff, StaffRefusal> {
    reach(by, staff)?;
    if !staff.is_active() {
        return Err(StaffRefusal::AlreadyDisabled);
    }
    keep_an_administrator(everybody, staff)?;
    Ok(Staff {
        disabled_on: Some(today),
        ..staff.clone()
    })
}

/// Opens a closed login again.
pub fn enable(staff: &Staff, by: &Actor) -> Result<Staff, StaffRefusal> {
    reach(by, staff)?;
    if staff.is_active() {
        return Err(StaffRefusal::NotDisabled);
    }
    Ok(Staff {
        disabled_on: None,
        ..staff.clone()
    })
}

/// Gives a login a first password again, and forgets the second factor: the phone is lost, or somebody else has it.
pub fn reset(staff: &Staff, by: &Actor, hash: String, now: Timestamp) -> Result<Staff, StaffRefusal> {
    reach(by, staff)?;
    if !staff.is_active() {
        return Err(StaffRefusal::AlreadyDisabled);
    }
    Ok(Staff {
        password_hash: Some(hash),
        must_change: true,
        first_until: Some(now + FIRST_PASSWORD_OPENS),
        totp_sealed: None,
        totp_step: 0,
        recovery: vec![],
        ..staff.clone()
    })
}

/// Gives somebody other work.
pub fn change_role(staff: &Staff, by: &Actor, everybody: &[Staff], to: Role) -> Result<Staff, StaffRefusal> {
    reach(by, staff)?;
    if to != Role::Administrator {
        keep_an_administrator(everybody, staff)?;
    }
    if by.role().is_some_and(|role| rank(role) < rank(to)) {
        return Err(StaffRefusal::HigherRole);
    }
    Ok(Staff {
        role: to,
        ..staff.clone()
    })
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use uuid::Uuid;

    use super::*;
    use crate::ids::{OfficeId, StaffId};

    fn someone(n: u128, role: Role) -> Staff {
        Staff {
            id: StaffId(Uuid::from_u128(n)),
            name: "Somebody".into(),
            login: format!("somebody{n}"),
            role,
            password_hash: Some("hash".into()),
            must_change: false,
            first_until: None,
            totp_sealed: Some(vec![1]),
            totp_step: 9,
            recovery: vec!["code".into()],
            language: "en".into(),
            disabled_on: None,
            created_at: Timestamp::UNIX_EPOCH,
            version: 1,
        }
    }

    fn acting(n: u128, role: Role) -> Actor {
        Actor::staff(OfficeId(Uuid::from_u128(1)), StaffId(Uuid::from_u128(n)), role)
    }

    fn today() -> Date {
        jiff::civil::date(2026, 3, 2)
    }

    #[test]
    fn nobody_reaches_up_or_themselves() {
        for by in Role::ALL {
            for of in Role::ALL {
                let done = reset(
                    &someone(1, *of),
                    &acting(2, *by),
                    "new".into(),
                    Timestamp::UNIX_EPOCH,
                );
                assert_eq!(done.is_ok(), rank(*by) >= rank(*of), "{by} resets {of}");
            }
            let own = reset(
                &someone(1, *by),
                &acting(1, *by),
                "new".into(),
                Timestamp::UNIX_EPOCH,
            );
            assert_eq!(own, Err(StaffRefusal::Yourself));
        }
    }

    #[test]
    fn a_reset_leaves_nothing_of_the_old_login_and_ends_by_itself() {
        let house = Actor::house(OfficeId(Uuid::from_u128(1)));
        let now = Timestamp::UNIX_EPOCH;
        let staff = reset(&someone(1, Role::Director), &house, "new".into(), now).unwrap();
        assert_eq!(staff.password_hash.as_deref(), Some("new"));
        assert!(staff.must_change && staff.totp_sealed.is_none() && staff.recovery.is_empty());
        assert!(staff.may_enter(now + SignedDuration::from_hours(23)));
        assert!(!staff.may_enter(now + SignedDuration::from_hours(24)));
    }

    #[test]
    fn an_office_keeps_an_administrator() {
        let (one, two) = (someone(1, Role::Administrator), someone(2, Role::Administrator));
        let mut closed = two.clone();
        closed.disabled_on = Some(today());
        let house = Actor::house(OfficeId(Uuid::from_u128(1)));
        let last = Err(StaffRefusal::LastAdministrator);
        assert_eq!(
            disable(&one, &house, &[one.clone(), closed.clone()], today()),
            last
        );
        assert_eq!(
            change_role(&one, &house, &[one.clone(), closed], Role::Intake),
            last
        );
        assert!(disable(&one, &house, &[one.clone(), two], today()).is_ok());
    }

    #[test]
    fn a_login_is_closed_once_and_opened_once() {
        let by = acting(9, Role::Administrator);
        let open = someone(1, Role::Intake);
        assert_eq!(enable(&open, &by), Err(StaffRefusal::NotDisabled));
        let closed = disable(&open, &by, std::slice::from_ref(&open), today()).unwrap();
        assert!(!closed.is_active());
        assert_eq!(
            disable(&closed, &by, std::slice::from_ref(&open), today()),
            Err(StaffRefusal::AlreadyDisabled)
        );
        assert_eq!(enable(&closed, &by).unwrap(), open);
    }
}
