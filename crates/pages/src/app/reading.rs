//! A form read field by field: what is there as values, and what needs another look, in words beside its field.

use std::str::FromStr;

use actions::ActionError;
use jiff::civil::Date;

use super::{Faults, Fields, PageError, Visit};

/// A form being read.
pub struct Reading<'f> {
    visit: &'f Visit,
    pub fields: &'f Fields,
    pub faults: Faults,
}

impl<'f> Reading<'f> {
    pub fn of(visit: &'f Visit, fields: &'f Fields) -> Self {
        Self {
            visit,
            fields,
            faults: Faults::new(),
        }
    }

    /// Something to fix, by the key of its words.
    pub fn fault(&mut self, name: &str, key: &str) {
        self.faults.push((name.to_owned(), self.visit.words.t(key)));
    }

    /// A value that has to be given. `label` is the key of the field's label.
    pub fn needed<T: FromStr>(&mut self, name: &str, label: &str) -> Option<T> {
        if let Some(Ok(value)) = self.fields.read(name) {
            return Some(value);
        }
        let label = self.visit.words.t(label);
        let text = self.visit.words.tr("errors-missing", &[("field", label.into())]);
        self.faults.push((name.to_owned(), text));
        None
    }

    /// A day that may be left out, but not be unreadable.
    pub fn day(&mut self, name: &str) -> Option<Date> {
        match self.fields.read(name) {
            Some(Ok(day)) => Some(day),
            Some(Err(_)) => {
                self.fault(name, "field-date-unreadable");
                None
            }
            None => None,
        }
    }

    /// A day that has to be given.
    pub fn needed_day(&mut self, name: &str, label: &str) -> Option<Date> {
        if self.fields.filled(name).is_some() {
            self.day(name)
        } else {
            self.needed(name, label)
        }
    }

    /// Every value of a field that was ticked several times; what cannot be read is left out.
    pub fn ticked<T: FromStr>(&self, name: &str) -> Vec<T> {
        self.fields
            .all(name)
            .iter()
            .filter_map(|v| v.parse().ok())
            .collect()
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.fields.filled(name).map(str::to_owned)
    }
}

impl Visit {
    /// The faults of a form, each refusal beside the field it speaks of.
    pub fn placed(
        &self,
        fault: ActionError,
        field_of: fn(&str) -> &'static str,
    ) -> Result<Faults, PageError> {
        match fault {
            ActionError::Refused(all) => Ok(all
                .iter()
                .map(|refused| (field_of(&refused.key).to_owned(), self.say(refused)))
                .collect()),
            other => self.faults(other),
        }
    }
}

/// What is wrong with one field.
pub fn fault_of<'e>(faults: &'e Faults, name: &str) -> Option<&'e str> {
    faults
        .iter()
        .find(|(field, _)| field == name)
        .map(|(_, text)| text.as_str())
}
