//! Closes a login, opens it, resets it, or gives it another role. Each needs the password within the last ten minutes.

use actions::{ActionError, login::is_fresh, staff};
use axum::{extract::Path, response::Response};
use domain::{ids::StaffId, staff::Role};

use super::list::{Shown, show};
use crate::app::{PageError, Posted, Said, Visit, go_saying, perform, perform_once};

pub async fn disable(visit: Visit, Path(id): Path<StaffId>, posted: Posted) -> Result<Response, PageError> {
    if !is_fresh(visit.house(), &visit.visitor) {
        return stale(&visit).await;
    }
    let done = perform_once(&visit, &posted.fields, move |house, actor| async move {
        staff::disable(&house, &actor, id).await
    })
    .await;
    end(&visit, done, "staff-disabled-said").await
}

pub async fn enable(visit: Visit, Path(id): Path<StaffId>, posted: Posted) -> Result<Response, PageError> {
    if !is_fresh(visit.house(), &visit.visitor) {
        return stale(&visit).await;
    }
    let done = perform_once(&visit, &posted.fields, move |house, actor| async move {
        staff::enable(&house, &actor, id).await
    })
    .await;
    end(&visit, done, "staff-enabled-said").await
}

pub async fn role(visit: Visit, Path(id): Path<StaffId>, posted: Posted) -> Result<Response, PageError> {
    if !is_fresh(visit.house(), &visit.visitor) {
        return stale(&visit).await;
    }
    let Some(Ok(to)) = posted.fields.read::<Role>("role") else {
        return again(
            &visit,
            vec![("role".to_owned(), visit.words.t("staff-role-missing"))],
        )
        .await;
    };
    let done = perform_once(&visit, &posted.fields, move |house, actor| async move {
        staff::change_role(&house, &actor, id, to).await
    })
    .await;
    end(&visit, done, "staff-role-said").await
}

/// The new first password stands on the answer to this post, once.
pub async fn reset(visit: Visit, Path(id): Path<StaffId>, _: Posted) -> Result<Response, PageError> {
    if !is_fresh(visit.house(), &visit.visitor) {
        return stale(&visit).await;
    }
    let (house, actor) = (visit.house().clone(), *visit.actor());
    match perform(async move { staff::reset(&house, &actor, id).await }).await {
        Ok(password) => {
            let names = visit.house().desk().names(visit.actor()).await?;
            let name = names.get(&id).cloned().unwrap_or_default();
            let hand_over = visit.words.tr("staff-hand-over", &[("name", name.into())]);
            let shown = Shown {
                hand_over: Some((hand_over, password)),
                ..Shown::default()
            };
            show(&visit, shown).await
        }
        Err(fault) => {
            let faults = visit.placed(fault, |_| "")?;
            again(&visit, faults).await
        }
    }
}

async fn end(visit: &Visit, done: Result<(), ActionError>, said: &str) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(go_saying("/admin/staff", &Said::new(said))),
        Err(fault) => {
            let faults = visit.placed(fault, |_| "")?;
            again(visit, faults).await
        }
    }
}

async fn stale(visit: &Visit) -> Result<Response, PageError> {
    let text = visit.words.t("login-prove-again");
    again(visit, vec![(String::new(), text)]).await
}

async fn again(visit: &Visit, faults: crate::app::Faults) -> Result<Response, PageError> {
    let shown = Shown {
        faults,
        ..Shown::default()
    };
    show(visit, shown).await
}
