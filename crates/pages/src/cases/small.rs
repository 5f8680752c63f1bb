//! What the small pages of a case have in common: the case, its opening recorded, and a form below its head.

use std::collections::BTreeMap;

use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use store::cases::SeenCase;

use super::{head_below, reference};
use crate::{
    app::{Faults, Fields, PageError, Visit},
    ui::{
        form::{Field, Input},
        form_page::{FormPage, form_page},
        shell::Place,
    },
};

/// What was typed into a form, and what to fix in it. Empty for a form that is asked for first.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub fields: BTreeMap<String, String>,
    pub faults: Faults,
}

impl Typed {
    pub fn back(fields: &Fields, faults: Faults) -> Self {
        Self {
            fields: fields.typed(),
            faults,
        }
    }

    /// What was typed, or what stands there before anybody typed.
    pub fn or(&self, name: &str, first: impl Into<String>) -> String {
        match self.fields.get(name) {
            Some(typed) => typed.clone(),
            None => first.into(),
        }
    }

    pub fn fault(&self, name: &str) -> Option<&str> {
        self.faults
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.as_str())
    }

    /// A field of this form, with what was typed and what is wrong with it.
    pub fn field(&self, name: &str, label: String, input: Input, first: impl Into<String>) -> Field {
        let field = Field::new(name, label, input).width(6);
        field.value(self.or(name, first)).error(self.fault(name))
    }
}

/// Faults of the whole form stand at its first field.
pub fn at(name: &str, faults: Faults) -> Faults {
    let place = |(field, text): (String, String)| {
        let field = if field.is_empty() { name.to_owned() } else { field };
        (field, text)
    };
    faults.into_iter().map(place).collect()
}

/// The case for one of its small pages. They show something of it, so its opening is recorded.
pub async fn case_of(visit: &Visit, typed: &str) -> Result<SeenCase, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let case = reference::seen(&mut look, typed).await?;
    drop(look);
    desk.record_read(visit.actor(), Some(case.id), "cases", case.id.0)
        .await?;
    Ok(case)
}

/// A form below the head of a case; `below` is the end of its address.
pub fn form_of(visit: &Visit, case: &SeenCase, below: &'static str, title: &str, typed: &Typed) -> FormPage {
    let base = format!("/cases/{}", case.reference);
    FormPage {
        title: format!("{title} – {}", case.reference),
        head: head_below(visit, case, title, &case.title),
        url: format!("{base}/{below}"),
        form: below,
        errors: typed.faults.clone(),
        button: visit.words.t("common-save"),
        cancel_href: base,
        ..FormPage::default()
    }
}

/// The page; with something to fix it is no success.
pub async fn answer(visit: &Visit, form: &FormPage) -> Result<Response, PageError> {
    let page = form_page(&visit.shell(Place::Cases).await?, form);
    Ok(if form.errors.is_empty() {
        page.into_response()
    } else {
        crate::app::again(page)
    })
}

/// A day of a form: none where it is empty, a fault where it cannot be read.
pub fn day(
    visit: &Visit,
    fields: &Fields,
    name: &str,
    label: &str,
) -> Result<Option<Date>, (String, String)> {
    match fields.read::<Date>(name) {
        None => Ok(None),
        Some(Ok(on)) => Ok(Some(on)),
        Some(Err(_)) => {
            let w = visit.words;
            let args = [
                ("field", label.into()),
                ("example", w.t("errors-day-example").into()),
            ];
            Err((name.to_owned(), w.tr("errors-not-understood", &args)))
        }
    }
}

/// As [`day`], for a day that must be there.
pub fn day_needed(visit: &Visit, fields: &Fields, name: &str, label: &str) -> Result<Date, (String, String)> {
    day(visit, fields, name, label)?.ok_or_else(|| {
        (
            name.to_owned(),
            visit.words.tr("errors-missing", &[("field", label.into())]),
        )
    })
}
