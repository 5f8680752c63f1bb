//! Choose the language the pages speak to oneself.

use super::Staff;
use crate::{
    ActionError, FieldFault, House,
    login::{Visitor, deed},
};

/// The languages the pages speak.
const SPOKEN: [&str; 2] = ["en", "es"];

/// Changes the visitor's own language.
pub async fn change_own_language(
    house: &House,
    visitor: &Visitor,
    language: &str,
) -> Result<(), ActionError> {
    if !visitor.is_in() {
        return Err(ActionError::NotFound);
    }
    if !SPOKEN.contains(&language) {
        return Err(ActionError::Invalid(vec![FieldFault::new(
            "language",
            "staff-language-unknown",
        )]));
    }
    let mut act = house.desk().act(&visitor.actor).await?;
    let locked = act.staff(visitor.staff.id).await?;
    let mut staff = locked.filter(Staff::is_active).ok_or(ActionError::NotFound)?;
    if staff.language == language {
        return Ok(());
    }
    language.clone_into(&mut staff.language);
    act.update(&mut staff).await?;
    act.commit(deed("staff.change_language", staff.id, "done"))
        .await?;
    Ok(())
}
