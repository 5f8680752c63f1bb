//! What becomes of an arrival: joined to a case, answered, handed on, set aside. Each with a way back.

use actions::{
    ActionError,
    arrivals::{self, AnswerInformation, JoinCase, JoinedFrom},
};
use axum::{extract::Path, response::Response};
use domain::{cases::Reference, ids::ArrivalId};

use super::{
    list::{Asked, show},
    panels::{Refused, Shown},
    view::ArrivalDeed,
};
use crate::app::{Fields, PageError, Posted, Said, Visit, go_saying, in_words, perform};

pub async fn join(visit: Visit, Path(id): Path<ArrivalId>, posted: Posted) -> Result<Response, PageError> {
    let fields = posted.fields;
    // A reference is read as people say it; what cannot be one finds nothing, like one that is not there.
    let reference = fields.text("reference");
    let reference = reference
        .parse::<Reference>()
        .map_or_else(|_| reference.to_owned(), |r| r.to_string());
    let from = if fields.text("from") == "other" {
        JoinedFrom::SomebodyElse
    } else {
        JoinedFrom::ThePerson
    };
    let what = JoinCase {
        reference,
        from,
        files: Vec::new(),
    };
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let done = perform(async move { arrivals::join_case(&house, &actor, id, &what).await }).await;
    let done = match done {
        // The arrival is there, or its page would not be: what is not there is the case.
        Err(ActionError::NotFound) => Err(actions::Refused::new("arrivals-no-such-case").into()),
        other => other,
    };
    finish(
        &visit,
        id,
        done,
        ArrivalDeed::JoinCase,
        fields,
        "arrivals-joined-said",
    )
    .await
}

pub async fn inform(visit: Visit, Path(id): Path<ArrivalId>, posted: Posted) -> Result<Response, PageError> {
    let fields = posted.fields;
    let note = fields.filled("note").map(str::to_owned);
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let done = if fields.text("as") == "opinion" {
        perform(async move { arrivals::answer_opinion(&house, &actor, id, note).await }).await
    } else {
        let what = AnswerInformation { note, letter: None };
        perform(async move {
            arrivals::answer_information(&house, &actor, id, what)
                .await
                .map(|_| ())
        })
        .await
    };
    finish(
        &visit,
        id,
        done,
        ArrivalDeed::Inform,
        fields,
        "arrivals-informed-toast",
    )
    .await
}

pub async fn transfer(
    visit: Visit,
    Path(id): Path<ArrivalId>,
    posted: Posted,
) -> Result<Response, PageError> {
    let fields = posted.fields;
    let to = fields.text("to").trim().to_owned();
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let done = perform(async move { arrivals::transfer_out(&house, &actor, id, to).await }).await;
    finish(
        &visit,
        id,
        done,
        ArrivalDeed::Transfer,
        fields,
        "arrivals-transferred-said",
    )
    .await
}

pub async fn set_aside(
    visit: Visit,
    Path(id): Path<ArrivalId>,
    posted: Posted,
) -> Result<Response, PageError> {
    let fields = posted.fields;
    let reason = fields.text("why").trim().to_owned();
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let done = perform(async move { arrivals::set_aside(&house, &actor, id, reason).await }).await;
    finish(
        &visit,
        id,
        done,
        ArrivalDeed::SetAside,
        fields,
        "arrivals-set-aside-toast",
    )
    .await
}

/// Several at once, with one reason. Each can be taken back by itself.
pub async fn set_aside_all(visit: Visit, posted: Posted) -> Result<Response, PageError> {
    let ids: Vec<ArrivalId> = posted
        .fields
        .all("item")
        .iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    let reason = posted.fields.text("why").trim().to_owned();
    let (house, actor) = (visit.house().clone(), *visit.actor());
    perform(async move { arrivals::set_aside_all(&house, &actor, &ids, &reason).await }).await?;
    Ok(go_saying("/arrivals", &Said::new("arrivals-set-aside-toast")))
}

/// Goes on with a way back, or shows the arrival again with what to fix and what was typed.
pub async fn finish(
    visit: &Visit,
    id: ArrivalId,
    done: Result<(), ActionError>,
    deed: ArrivalDeed,
    fields: Fields,
    said: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(go_saying(
            "/arrivals",
            &Said::new(said).undo(format!("/arrivals/{id}/undo")),
        )),
        Err(fault) => again(visit, id, fault, deed, fields).await,
    }
}

pub async fn again(
    visit: &Visit,
    id: ArrivalId,
    fault: ActionError,
    deed: ArrivalDeed,
    fields: Fields,
) -> Result<Response, PageError> {
    let errors = match fault {
        ActionError::Refused(refused) => refused
            .iter()
            .map(|r| {
                (
                    field_of(&r.key, deed).to_owned(),
                    in_words(visit.words, &visit.here(), r),
                )
            })
            .collect(),
        ActionError::Invalid(faults) => faults
            .into_iter()
            .map(|f| {
                (
                    f.field.to_owned(),
                    in_words(
                        visit.words,
                        &visit.here(),
                        &actions::Refused {
                            key: f.key,
                            args: f.args,
                        },
                    ),
                )
            })
            .collect(),
        other => return Err(other.into()),
    };
    show(
        visit,
        &Asked::default(),
        Some(Shown {
            id,
            act: Some(Refused { deed, fields, errors }),
        }),
    )
    .await
}

/// The field a refusal speaks of, so that its words lead there.
fn field_of(key: &str, deed: ArrivalDeed) -> &'static str {
    match deed {
        ArrivalDeed::OpenCase if key.contains("title") => "ask",
        ArrivalDeed::OpenCase => "about",
        ArrivalDeed::JoinCase => "reference",
        ArrivalDeed::Inform => "inform-note",
        ArrivalDeed::Transfer => "to",
        ArrivalDeed::SetAside => "why",
    }
}
