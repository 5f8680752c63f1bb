//! The templates, and what stands in their blanks.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{
    cases::{Case, promises::hears_by},
    ids::StaffId,
    letters::{Field, Template, TemplateError, compiled_in_templates},
    office::Office,
    people::Person,
    staff::Staff,
};
use jiff::civil::Date;
use store::cases::SeenCase;

use crate::{ActionError, Doing, Refused};

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(compiled_in_templates);

/// The templates of every office.
pub fn templates() -> &'static [Template] {
    &TEMPLATES
}

/// Fills what the house knows; what a worker gave goes before it.
pub(super) async fn known_fields(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    person: &Person,
    language: &str,
    given: BTreeMap<Field, String>,
) -> Result<BTreeMap<Field, String>, ActionError> {
    let next_word = hears_by(case, doing.calendar()).max(doing.stamp.today);
    let mut fields = office_fields(doing, case).await?;
    fields.insert(Field::Called, called(person).to_owned());
    fields.insert(Field::SubjectName, person.full_name.clone());
    fields.insert(Field::Reference, case.reference.clone());
    fields.insert(Field::NextWordOn, day_in_words(next_word, language));
    fields.insert(Field::Matter, case.title.clone());
    fields.extend(given);
    Ok(fields)
}

/// Who writes, and how they are reached.
pub(crate) async fn office_fields(
    doing: &mut Doing<'_>,
    case: &SeenCase,
) -> Result<BTreeMap<Field, String>, ActionError> {
    let office = doing.office.clone();
    let everybody = doing.act.everybody().await?;
    Ok(fields_of_office(&office, &everybody, case, doing.stamp.by))
}

/// As [`office_fields`], of what was read before: the case's owner writes, or whoever acts.
pub(crate) fn fields_of_office(
    office: &Office,
    everybody: &[Staff],
    case: &Case,
    by: StaffId,
) -> BTreeMap<Field, String> {
    let writer = [case.owner_id, Some(by)];
    let writer = writer
        .into_iter()
        .flatten()
        .find_map(|id| everybody.iter().find(|worker| worker.id == id))
        .map_or_else(|| office.name.clone(), |worker| worker.name.clone());
    let phone = if office.phone.trim().is_empty() {
        office.mail_from.clone()
    } else {
        office.phone.clone()
    };
    BTreeMap::from([
        (Field::StaffName, writer),
        (Field::OfficeName, office.name.clone()),
        (Field::OfficePhone, phone),
    ])
}

fn called(person: &Person) -> &str {
    if person.called.trim().is_empty() {
        &person.full_name
    } else {
        &person.called
    }
}

const MONTHS_ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// A day as a letter says it. Letters have languages of their own, apart from the screen's.
fn day_in_words(day: Date, language: &str) -> String {
    if language.starts_with("es") {
        let month = usize::try_from(day.month())
            .ok()
            .and_then(|month| MONTHS_ES.get(month - 1));
        let month = month.copied().unwrap_or_default();
        return format!("{} de {month} de {}", day.day(), day.year());
    }
    day.strftime("%B %-d, %Y").to_string()
}

impl From<TemplateError> for Refused {
    fn from(error: TemplateError) -> Self {
        let mut refused = Refused::new(error.fault.key()).with("line", &error.line);
        for (name, value) in error.fault.args() {
            refused = refused.with(name, &value);
        }
        refused
    }
}

impl From<TemplateError> for ActionError {
    fn from(error: TemplateError) -> Self {
        Refused::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_said_in_the_letters_language() {
        assert_eq!(day_in_words(date(2026, 3, 9), "en"), "March 9, 2026");
        assert_eq!(day_in_words(date(2026, 12, 1), "es"), "1 de diciembre de 2026");
        assert_eq!(day_in_words(date(2026, 1, 31), "es-MX"), "31 de enero de 2026");
    }
}
