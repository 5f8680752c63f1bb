//! Lets somebody new in. Their first password is shown on the answer to this very post, once.

use actions::staff::{AddStaff, add as add_act};
use axum::response::Response;

use super::{
    list::{Shown, show},
    proved::proved,
};
use crate::app::{Network, PageError, Posted, Reading, Visit, perform};

pub async fn add(mut visit: Visit, Network(network): Network, posted: Posted) -> Result<Response, PageError> {
    let fields = posted.fields;
    let proved = proved(&mut visit, &fields, &network).await?;
    let mut form = Reading::of(&visit, &fields);
    let name = form.text("name").unwrap_or_default();
    let login = form.text("login").unwrap_or_default();
    let role = form.needed("role", "staff-field-role");
    let mut faults = form.faults;
    faults.extend(proved.faults());
    let (Some(role), true) = (role, faults.is_empty()) else {
        let shown = Shown {
            typed: fields,
            faults,
            hand_over: None,
        };
        return Ok(proved.dress(&visit, show(&visit, shown).await?));
    };
    let who = AddStaff {
        name: name.clone(),
        login,
        role,
        language: None,
    };
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let shown = match perform(async move { add_act(&house, &actor, who).await }).await {
        Ok(added) => Shown {
            hand_over: Some((
                visit.words.tr("staff-hand-over", &[("name", name.into())]),
                added.first_password,
            )),
            ..Shown::default()
        },
        Err(fault) => Shown {
            typed: fields,
            faults: visit.placed(fault, |_| "login")?,
            hand_over: None,
        },
    };
    Ok(proved.dress(&visit, show(&visit, shown).await?))
}
