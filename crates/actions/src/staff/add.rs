//! Let somebody new in: a first password to hand over, which opens for a day and must then be replaced by their own.

use domain::{
    access::{Actor, Deed},
    ids::StaffId,
    staff::{FIRST_PASSWORD_OPENS, Role, Staff},
};

use super::first_password;
use crate::{ActionError, Doing, FieldFault, House, login::deed};

/// Who comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddStaff {
    pub name: String,
    /// What they type to log in.
    pub login: String,
    pub role: Role,
    /// None: the office's.
    pub language: Option<String>,
}

/// Who came, and the password to hand over: it is shown once and kept nowhere.
#[derive(Clone)]
pub struct Added {
    pub id: StaffId,
    pub first_password: String,
}

const LONGEST: usize = 320;

/// Adds somebody.
pub async fn add(house: &House, actor: &Actor, who: AddStaff) -> Result<Added, ActionError> {
    if !actor.may(Deed::RunStaff) {
        return Err(ActionError::NotAllowed(Deed::RunStaff));
    }
    let (name, login) = (who.name.trim().to_owned(), who.login.trim().to_lowercase());
    let mut faults = Vec::new();
    if name.is_empty() || name.chars().count() > LONGEST {
        faults.push(FieldFault::new("name", "staff-name-missing"));
    }
    if login.is_empty() || login.chars().count() > LONGEST || login.contains(char::is_whitespace) {
        faults.push(FieldFault::new("login", "staff-login-missing"));
    }
    if !faults.is_empty() {
        return Err(ActionError::Invalid(faults));
    }
    let (first_password, hash) = first_password(house).await?;
    let mut doing = Doing::begin(house, actor, Deed::RunStaff).await?;
    if doing.act.staff_by_login(&login).await?.is_some() {
        return Err(ActionError::Invalid(vec![FieldFault::new(
            "login",
            "staff-email-taken",
        )]));
    }
    let staff = Staff {
        id: StaffId(doing.act.new_id()),
        name,
        login,
        role: who.role,
        password_hash: Some(hash),
        must_change: true,
        first_until: Some(doing.stamp.now + FIRST_PASSWORD_OPENS),
        totp_sealed: None,
        totp_step: 0,
        recovery: vec![],
        language: who.language.unwrap_or_else(|| doing.office.language.clone()),
        disabled_on: None,
        created_at: doing.stamp.now,
        version: 0,
    };
    doing.act.insert(&staff).await?;
    doing.commit(deed("staff.add", staff.id, "done")).await?;
    Ok(Added {
        id: staff.id,
        first_password,
    })
}
