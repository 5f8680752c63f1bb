//! Log a call. Only a talk with the person keeps the promise to be in touch; a try or a message left does not.

use actions::cases::LogCall;
use axum::{extract::Path, response::Response};
use domain::cases::{CalledWith, Calling, Direction, Reached};

use super::{compose::Typed, page, reference, shown::Asked};
use crate::{
    app::{Fields, PageError, Posted, Said, Visit, again, go_saying},
    ui::composer::ComposerKind,
};

pub async fn log(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let mut call = read(&visit, &posted.fields);
    if posted.fields.text("told_answer") == "yes" {
        let mut look = visit.house().desk().look(visit.actor()).await?;
        let case = reference::seen(&mut look, &reference).await?;
        let untold = actions::cases::untold_replies(&mut look, &case).await?;
        call.tells_of = untold.into_iter().map(|reply| reply.id).collect();
    }
    let of = reference.clone();
    let done = visit
        .once(posted.fields.once(), move |house, actor| async move {
            actions::cases::log_call(&house, &actor, &of, call).await
        })
        .await;
    match done {
        Ok(entry) => Ok(go_saying(
            &format!("/cases/{reference}#e-{entry}"),
            &Said::new("cases-call-saved"),
        )),
        Err(fault) => {
            let faults = visit.faults(fault)?;
            let back = Typed {
                kind: ComposerKind::Call,
                fields: posted.fields.typed(),
                faults,
            };
            Ok(again(
                page::show(&visit, &reference, &Asked::default(), Some(&back)).await?,
            ))
        }
    }
}

fn read(visit: &Visit, fields: &Fields) -> LogCall {
    let with = match fields.text("with") {
        "person" => CalledWith::Person,
        "agency" => CalledWith::Other(visit.words.t("cases-call-agency")),
        _ => CalledWith::Other(fields.text("who").to_owned()),
    };
    let direction = if fields.text("direction") == "in" {
        Direction::In
    } else {
        Direction::Out
    };
    LogCall {
        calling: Calling {
            with,
            direction,
            reached: fields
                .read("reached")
                .and_then(Result::ok)
                .unwrap_or(Reached::NoAnswer),
            minutes: fields.read("minutes").and_then(Result::ok),
            at: None,
            body: fields.text("text").to_owned(),
            no_news: false,
        },
        tells_of: Vec::new(),
        keeps: fields.read("keeps").and_then(Result::ok).into_iter().collect(),
        follow_up: fields.read("follow_up").and_then(Result::ok),
    }
}
