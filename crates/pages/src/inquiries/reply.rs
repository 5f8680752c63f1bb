//! Records what an agency said: in one of seven ways, with how we learned of it, and everything that follows.

use actions::{
    documents::Upload,
    inquiries::{NoReply, RecordReply, declare_no_reply, record_reply},
};
use axum::{extract::Path, response::Response};
use domain::{
    ids::InquiryId,
    inquiries::{Learned, ReplyKind},
};

use super::open::{Opened, open, sent_again};
use crate::app::{
    Faults, Fields, PageError, Posted, Reading, Said, Uploaded, Visit, go_saying, perform_once,
};

pub async fn record(
    visit: Visit,
    Path((reference, id)): Path<(String, InquiryId)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let opened = open(&visit, &reference, id).await?;
    let Posted { fields, files } = posted;
    let had_files = !files.is_empty();
    if fields.text("kind") == ReplyKind::NoReply.as_str() {
        return give_up(&visit, &opened, &fields, "known_on").await;
    }
    let what = match read(&visit, &fields, id, files) {
        Ok(what) => what,
        Err(faults) => return shown_again(&visit, &opened, &fields, faults, had_files).await,
    };
    let case = opened.below.case.reference.clone();
    match perform_once(&visit, &fields, move |house, actor| async move {
        record_reply(&house, &actor, &case, what).await
    })
    .await
    {
        Ok(_) => Ok(go_saying(
            &opened.below.url(&format!("/inquiries/{id}")),
            &Said::new("inquiries-reply-toast"),
        )),
        Err(fault) => {
            let faults = visit.placed(fault, field_of)?;
            shown_again(&visit, &opened, &fields, faults, had_files).await
        }
    }
}

/// That nothing came, after asking again.
pub async fn no_reply(
    visit: Visit,
    Path((reference, id)): Path<(String, InquiryId)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let opened = open(&visit, &reference, id).await?;
    give_up(&visit, &opened, &posted.fields, "given_up_on").await
}

async fn give_up(visit: &Visit, o: &Opened, fields: &Fields, day: &str) -> Result<Response, PageError> {
    let mut form = Reading::of(visit, fields);
    let Some(on) = form.needed_day(day, "inquiries-field-given-up-on") else {
        return sent_again(visit, o, fields, form.faults).await;
    };
    let id = o.inquiry.id;
    let what = NoReply {
        inquiry_id: id,
        on,
        comment: fields.filled("comment").map(str::to_owned),
    };
    let case = o.below.case.reference.clone();
    match perform_once(visit, fields, move |house, actor| async move {
        declare_no_reply(&house, &actor, &case, what).await
    })
    .await
    {
        Ok(_) => Ok(go_saying(
            &o.below.url(&format!("/inquiries/{id}")),
            &Said::new("inquiries-no-reply-toast"),
        )),
        Err(fault) => {
            let faults = visit.placed(fault, |_| "")?;
            let faults = faults.into_iter().map(|(_, text)| (day.to_owned(), text));
            sent_again(visit, o, fields, faults.collect()).await
        }
    }
}

async fn shown_again(
    visit: &Visit,
    opened: &Opened,
    fields: &Fields,
    mut faults: Faults,
    had_files: bool,
) -> Result<Response, PageError> {
    if had_files {
        faults.push(("document".to_owned(), visit.words.t("errors-file-again")));
    }
    sent_again(visit, opened, fields, faults).await
}

fn read(
    visit: &Visit,
    fields: &Fields,
    inquiry_id: InquiryId,
    files: Vec<Uploaded>,
) -> Result<RecordReply, Faults> {
    let mut form = Reading::of(visit, fields);
    let kind: Option<ReplyKind> = form.needed("kind", "inquiries-field-reply-kind");
    let learned: Option<Learned> = form.needed("learned", "inquiries-field-learned");
    let known_on = form.needed_day("known_on", "inquiries-field-known-on");
    let acted_on = form.day("acted_on");
    let expected_on = form.day("expected_on");
    let document = files.into_iter().next().map(|file| Upload {
        name: file.name,
        media_type: file.media_type,
        bytes: file.bytes,
    });
    let questions = form.fields.text("open_questions").lines().map(str::trim);
    let open_questions: Vec<String> = questions
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    let what = (|| {
        Some(RecordReply {
            inquiry_id,
            kind: kind?,
            learned: learned?,
            acted_on,
            known_on: known_on?,
            text: form.text("text").unwrap_or_default(),
            comment: form.text("comment"),
            expected_on,
            reason: form.text("reason"),
            open_questions,
            referred_to: form.text("referred_to"),
            document,
            agency_ref: form.text("agency_ref"),
        })
    })();
    match what {
        Some(what) if form.faults.is_empty() => Ok(what),
        Some(_) | None => Err(form.faults),
    }
}

fn field_of(key: &str) -> &'static str {
    match key {
        "inquiry-no-text" => "text",
        "inquiry-no-open-question" => "open_questions",
        "inquiry-expected-in-past" => "expected_on",
        "inquiry-known-before-acted" => "acted_on",
        "inquiry-in-future" => "known_on",
        _ => "kind",
    }
}
