//! What the small pages of a person have in common: the person, their opening recorded, and a form below their head.

use axum::response::{IntoResponse, Response};
use store::people::SeenPerson;

use super::page::{head_below, read_id, seen};
use crate::{
    app::{PageError, Visit, again},
    cases::Typed,
    ui::{
        form_page::{FormPage, form_page},
        shell::Place,
    },
};

/// The person for one of their small pages; that they were opened is recorded.
pub async fn person_of(visit: &Visit, id: &str) -> Result<SeenPerson, PageError> {
    let id = read_id(id)?;
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let person = seen(&mut look, id).await?;
    drop(look);
    desk.record_read(visit.actor(), None, "people", id.0).await?;
    Ok(person)
}

/// A form below the head of a person; `below` is the end of its address.
pub fn form_of(
    visit: &Visit,
    person: &SeenPerson,
    below: &'static str,
    title: &str,
    typed: &Typed,
) -> FormPage {
    let base = format!("/people/{}", person.id);
    FormPage {
        title: title.to_owned(),
        head: head_below(visit, person, title, ""),
        url: format!("{base}/{below}"),
        form: below,
        errors: typed.faults.clone(),
        button: visit.words.t("common-save"),
        cancel_href: base,
        ..FormPage::default()
    }
}

pub async fn answer(visit: &Visit, form: &FormPage) -> Result<Response, PageError> {
    let page = form_page(&visit.shell(Place::People).await?, form);
    Ok(if form.errors.is_empty() {
        page.into_response()
    } else {
        again(page)
    })
}
