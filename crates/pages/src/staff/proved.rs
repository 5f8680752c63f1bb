//! Whether the one who acts proved who they are within the last ten minutes, or does so with this very form.

use std::sync::Arc;

use actions::{
    ActionError,
    login::{is_fresh, prove_again, who},
};
use axum::response::Response;

use crate::{
    app::{Faults, Fields, PageError, Visit},
    login::set_session,
};

/// How it stands.
pub enum Proved {
    Already,
    /// By the password typed into the form: the stay began anew under this secret.
    Now(String),
    Not(Faults),
}

/// Asks once more who it is, where that is due. A stay that began anew is the visit's from here on, so that the page
/// it ends on carries the new stay's token.
pub async fn proved(visit: &mut Visit, fields: &Fields, network: &str) -> Result<Proved, PageError> {
    if is_fresh(visit.house(), &visit.visitor) {
        return Ok(Proved::Already);
    }
    let password = fields.text("own_password");
    if password.is_empty() {
        let text = visit.words.t("login-prove-again");
        return Ok(Proved::Not(vec![("own_password".to_owned(), text)]));
    }
    match prove_again(visit.house(), &visit.visitor, password, network).await {
        Ok(token) => {
            go_on_as(visit, &token).await?;
            Ok(Proved::Now(token))
        }
        Err(ActionError::Refused(_)) => {
            let text = visit.words.t("staff-own-password-wrong");
            Ok(Proved::Not(vec![("own_password".to_owned(), text)]))
        }
        Err(other) => Err(other.into()),
    }
}

/// The visit goes on under the stay of this secret.
pub async fn go_on_as(visit: &mut Visit, token: &str) -> Result<(), PageError> {
    let fresh = who(visit.house(), token).await?.ok_or(PageError::NotFound)?;
    visit.visitor = Arc::new(fresh);
    Ok(())
}

impl Proved {
    pub fn faults(&self) -> Faults {
        match self {
            Proved::Not(faults) => faults.clone(),
            Proved::Already | Proved::Now(_) => Faults::new(),
        }
    }

    /// Gives the browser the new stay's secret, where there is one.
    pub fn dress(&self, visit: &Visit, mut response: Response) -> Response {
        if let Proved::Now(token) = self {
            set_session(&visit.app, &mut response, token);
        }
        response
    }
}
