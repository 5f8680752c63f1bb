//! What is written of a person and may be changed by whoever works with them. How to reach them safely is asked, and
//! kept, apart.

use jiff::civil::Date;

use super::{BornPrecision, Interpreter, Person, sort_key};
use crate::both::Fields;
use crate::words;

words! {
    /// A field that two people may want different.
    pub enum PersonField {
        FullName => "full-name",
        Called => "called",
        OtherNames => "other-names",
        Born => "born",
        Languages => "languages",
        Interpreter => "interpreter",
        Pronouns => "pronouns",
        Needs => "needs",
        Deceased => "deceased",
        DoNotContact => "do-not-contact",
    }
}

/// The fields of a person's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFields {
    pub full_name: String,
    /// Blank: the full name.
    pub called: String,
    pub other_names: Vec<String>,
    pub born_on: Option<Date>,
    pub born_precision: BornPrecision,
    /// BCP 47 tags; the first is the language of letters.
    pub languages: Vec<String>,
    pub interpreter: Interpreter,
    pub pronouns: Option<String>,
    pub needs: Option<String>,
    pub deceased_on: Option<Date>,
    pub do_not_contact: Option<String>,
}

/// A person cannot be kept without any name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameMissing;

impl PersonFields {
    /// A person of whom only the name is known.
    #[must_use]
    pub fn named(full_name: &str) -> Self {
        Self {
            full_name: full_name.to_owned(),
            called: String::new(),
            other_names: vec![],
            born_on: None,
            born_precision: BornPrecision::Unknown,
            languages: vec![],
            interpreter: Interpreter::Unknown,
            pronouns: None,
            needs: None,
            deceased_on: None,
            do_not_contact: None,
        }
    }

    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            full_name: person.full_name.clone(),
            called: person.called.clone(),
            other_names: person.other_names.clone(),
            born_on: person.born_on,
            born_precision: person.born_precision,
            languages: person.languages.clone(),
            interpreter: person.interpreter,
            pronouns: person.pronouns.clone(),
            needs: person.needs.clone(),
            deceased_on: person.deceased_on,
            do_not_contact: person.do_not_contact.clone(),
        }
    }
}

impl Fields for PersonFields {
    type Field = PersonField;
    const ALL: &'static [PersonField] = PersonField::ALL;

    fn text(&self, field: PersonField) -> String {
        let or_blank = |text: &Option<String>| text.clone().unwrap_or_default();
        match field {
            PersonField::FullName => self.full_name.clone(),
            PersonField::Called => self.called.clone(),
            PersonField::OtherNames => self.other_names.join("\n"),
            PersonField::Born => match self.born_on {
                Some(on) => format!("{on} {}", self.born_precision),
                None => String::new(),
            },
            PersonField::Languages => self.languages.join(" "),
            PersonField::Interpreter => self.interpreter.to_string(),
            PersonField::Pronouns => or_blank(&self.pronouns),
            PersonField::Needs => or_blank(&self.needs),
            PersonField::Deceased => self.deceased_on.map(|on| on.to_string()).unwrap_or_default(),
            PersonField::DoNotContact => or_blank(&self.do_not_contact),
        }
    }

    fn take(&mut self, field: PersonField, from: &Self) {
        match field {
            PersonField::FullName => self.full_name.clone_from(&from.full_name),
            PersonField::Called => self.called.clone_from(&from.called),
            PersonField::OtherNames => self.other_names.clone_from(&from.other_names),
            PersonField::Born => {
                self.born_on = from.born_on;
                self.born_precision = from.born_precision;
            }
            PersonField::Languages => self.languages.clone_from(&from.languages),
            PersonField::Interpreter => self.interpreter = from.interpreter,
            PersonField::Pronouns => self.pronouns.clone_from(&from.pronouns),
            PersonField::Needs => self.needs.clone_from(&from.needs),
            PersonField::Deceased => self.deceased_on = from.deceased_on,
            PersonField::DoNotContact => self.do_not_contact.clone_from(&from.do_not_contact),
        }
    }
}

/// The person with these fields.
pub fn change(person: &Person, fields: &PersonFields) -> Result<Person, NameMissing> {
    let full_name = fields.full_name.split_whitespace().collect::<Vec<_>>().join(" ");
    if full_name.is_empty() {
        return Err(NameMissing);
    }
    let called = fields.called.trim();
    let kept = |texts: &[String]| -> Vec<String> {
        let said = texts
            .iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty());
        said.map(str::to_owned).collect()
    };
    let given = |text: &Option<String>| {
        let said = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        said.map(str::to_owned)
    };
    Ok(Person {
        called: if called.is_empty() {
            full_name.clone()
        } else {
            called.to_owned()
        },
        sort_key: sort_key(&full_name),
        full_name,
        other_names: kept(&fields.other_names),
        born_on: fields.born_on,
        born_precision: match fields.born_on {
            Some(_) => fields.born_precision,
            None => BornPrecision::Unknown,
        },
        languages: kept(&fields.languages),
        interpreter: fields.interpreter,
        pronouns: given(&fields.pronouns),
        needs: given(&fields.needs),
        deceased_on: fields.deceased_on,
        do_not_contact: given(&fields.do_not_contact),
        ..person.clone()
    })
}
