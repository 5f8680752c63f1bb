//! What can be done with one letter: each a post that ends on its page again, with what was wrong in words.

use actions::{
    ActionError,
    letters::{self, ChangeLetter, QueueLetter},
};
use axum::{extract::Path, response::Response};
use domain::{ids::LetterId, people::Way};

use super::read::{open, shown_again};
use crate::app::{Fields, PageError, Posted, Reading, Said, Visit, go_saying, perform_once};

/// What every step needs: the letter's case, and the form.
struct Step {
    id: LetterId,
    reference: String,
    fields: Fields,
    version: i64,
}

impl Step {
    async fn of(visit: &Visit, id: LetterId, posted: Posted) -> Result<Self, PageError> {
        let opened = open(visit, id).await?;
        let version = posted.fields.read("version").and_then(Result::ok);
        Ok(Self {
            id,
            reference: opened.case.reference.clone(),
            fields: posted.fields,
            version: version.unwrap_or(opened.letter.version),
        })
    }

    async fn end(
        self,
        visit: &Visit,
        done: Result<(), ActionError>,
        said: &str,
    ) -> Result<Response, PageError> {
        match done {
            Ok(()) => Ok(go_saying(&format!("/letters/{}", self.id), &Said::new(said))),
            Err(fault) => {
                let faults = visit.placed(fault, field_of)?;
                shown_again(visit, self.id, &self.fields, faults).await
            }
        }
    }
}

fn field_of(key: &str) -> &'static str {
    match key {
        "letter-ask-first" => "confirm",
        "letter-subject-not-neutral" => "subject",
        "letter-no-body" | "letter-number-in-body" => "text",
        "case-refused-reason-missing" => "reason",
        _ => "to_address",
    }
}

pub async fn change(visit: Visit, Path(id): Path<LetterId>, posted: Posted) -> Result<Response, PageError> {
    let step = Step::of(&visit, id, posted).await?;
    let mut form = Reading::of(&visit, &step.fields);
    let way = form.needed::<Way>("way", "letters-field-way");
    let Some(way) = way else {
        let faults = form.faults;
        return shown_again(&visit, id, &step.fields, faults).await;
    };
    let what = ChangeLetter {
        letter_id: id,
        version: step.version,
        way,
        to_address: step.fields.text("to_address").to_owned(),
        subject: step.fields.text("subject").to_owned(),
        body: step.fields.text("text").to_owned(),
    };
    let case = step.reference.clone();
    let done = perform_once(&visit, &step.fields, move |house, actor| async move {
        letters::change(&house, &actor, &case, what).await
    })
    .await;
    step.end(&visit, done, "letters-changed-toast").await
}

pub async fn sign_off(visit: Visit, Path(id): Path<LetterId>, posted: Posted) -> Result<Response, PageError> {
    let step = Step::of(&visit, id, posted).await?;
    let case = step.reference.clone();
    let version = step.version;
    let done = perform_once(&visit, &step.fields, move |house, actor| async move {
        letters::sign_off(&house, &actor, &case, id, version).await
    })
    .await;
    step.end(&visit, done, "letters-signed-toast").await
}

pub async fn queue(visit: Visit, Path(id): Path<LetterId>, posted: Posted) -> Result<Response, PageError> {
    let step = Step::of(&visit, id, posted).await?;
    let what = QueueLetter {
        letter_id: id,
        version: step.version,
        confirm: step.fields.filled("confirm").map(str::to_owned),
    };
    let case = step.reference.clone();
    let done = perform_once(&visit, &step.fields, move |house, actor| async move {
        letters::queue(&house, &actor, &case, what).await
    })
    .await;
    step.end(&visit, done, "letters-sent-toast").await
}

pub async fn posted(visit: Visit, Path(id): Path<LetterId>, posted: Posted) -> Result<Response, PageError> {
    let step = Step::of(&visit, id, posted).await?;
    let mut form = Reading::of(&visit, &step.fields);
    let on = form.needed_day("on", "letters-field-posted-on");
    let Some(on) = on else {
        let faults = form.faults;
        return shown_again(&visit, id, &step.fields, faults).await;
    };
    let what = letters::Posted {
        letter_id: id,
        version: step.version,
        on,
        confirm: step.fields.filled("confirm").map(str::to_owned),
    };
    let case = step.reference.clone();
    let done = perform_once(&visit, &step.fields, move |house, actor| async move {
        letters::record_posted(&house, &actor, &case, what).await
    })
    .await;
    step.end(&visit, done, "letters-posted-toast").await
}

pub async fn hold(visit: Visit, Path(id): Path<LetterId>, posted: Posted) -> Result<Response, PageError> {
    let step = Step::of(&visit, id, posted).await?;
    let reason = step.fields.text("reason").to_owned();
    let case = step.reference.clone();
    let done = perform_once(&visit, &step.fields, move |house, actor| async move {
        letters::hold(&house, &actor, &case, id, &reason).await
    })
    .await;
    step.end(&visit, done, "letters-held-toast").await
}

/// Takes it out of the post. An inquiry's letter is gone then, and the inquiry is a draft again.
pub async fn take_back(
    visit: Visit,
    Path(id): Path<LetterId>,
    posted: Posted,
) -> Result<Response, PageError> {
    let opened = open(&visit, id).await?;
    let to_agency = opened.letter.to_kind == domain::letters::ToKind::Agency;
    let step = Step::of(&visit, id, posted).await?;
    let case = step.reference.clone();
    let done = perform_once(&visit, &step.fields, move |house, actor| async move {
        letters::take_back(&house, &actor, &case, id).await
    })
    .await;
    if done.is_ok() && to_agency {
        let to = format!("/cases/{}", step.reference);
        return Ok(go_saying(&to, &Said::new("letters-taken-back-toast")));
    }
    step.end(&visit, done, "letters-taken-back-toast").await
}

pub async fn again(visit: Visit, Path(id): Path<LetterId>, posted: Posted) -> Result<Response, PageError> {
    let step = Step::of(&visit, id, posted).await?;
    let confirm = step.fields.filled("confirm").map(str::to_owned);
    let case = step.reference.clone();
    let done = perform_once(&visit, &step.fields, move |house, actor| async move {
        letters::send_again(&house, &actor, &case, id, confirm).await
    })
    .await;
    step.end(&visit, done, "letters-sent-toast").await
}

pub async fn discard(visit: Visit, Path(id): Path<LetterId>, posted: Posted) -> Result<Response, PageError> {
    let step = Step::of(&visit, id, posted).await?;
    let case = step.reference.clone();
    let version = step.version;
    let done = perform_once(&visit, &step.fields, move |house, actor| async move {
        letters::discard(&house, &actor, &case, id, version).await
    })
    .await;
    if done.is_ok() {
        let to = format!("/cases/{}", step.reference);
        return Ok(go_saying(&to, &Said::new("letters-discarded-toast")));
    }
    step.end(&visit, done, "letters-discarded-toast").await
}
