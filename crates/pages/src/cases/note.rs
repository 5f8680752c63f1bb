//! Write a note. It is never refused for what the case lacks.

use axum::{extract::Path, response::Response};
use domain::cases::Noting;

use super::{compose::Typed, page, reference, shown::Asked};
use crate::{
    app::{PageError, Posted, Said, Visit, again, go_saying},
    ui::composer::ComposerKind,
};

pub async fn write(visit: Visit, Path(typed): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let reference = reference::read(&typed)?;
    let fields = &posted.fields;
    let noting = Noting {
        body: fields.text("text").to_owned(),
        private: fields.text("private") == "yes",
        at: None,
    };
    let follow_up = fields.read("follow_up").and_then(Result::ok);
    let of = reference.clone();
    let done = visit
        .once(fields.once(), move |house, actor| async move {
            actions::cases::write_note(&house, &actor, &of, &noting, follow_up).await
        })
        .await;
    match done {
        Ok(entry) => Ok(go_saying(
            &format!("/cases/{reference}#e-{entry}"),
            &Said::new("cases-note-saved"),
        )),
        Err(fault) => {
            let faults = visit.faults(fault)?;
            let back = Typed {
                kind: ComposerKind::Note,
                fields: fields.typed(),
                faults,
            };
            Ok(again(
                page::show(&visit, &reference, &Asked::default(), Some(&back)).await?,
            ))
        }
    }
}
