//! The empty form, or the one this worker had begun.

use axum::response::{IntoResponse, Response};

use super::{form::view_of, view::intake_page};
use crate::{
    app::{Fields, PageError, Visit},
    ui::shell::Place,
    words::dates,
};

/// What drafts of this form are about: nothing that is there yet.
pub const ABOUT: uuid::Uuid = uuid::Uuid::nil();

pub async fn ask(visit: Visit) -> Result<Response, PageError> {
    let shell = visit.shell(Place::Intake).await?;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let draft = store::drafts::find(&mut look, ABOUT, "intake").await?;
    drop(look);
    let mut fields = Fields::default();
    let mut note = String::new();
    if let Some(draft) = draft {
        for (name, value) in &draft.fields.0 {
            fields.push(name, value);
        }
        let when = dates::day_and_time(visit.words, &visit.here(), draft.saved_at).text;
        note = visit.words.tr("intake-draft-from", &[("when", (&when).into())]);
    }
    let view = view_of(&visit, &fields, Vec::new(), &[], note);
    Ok(intake_page(&shell, &view).into_response())
}
