//! What a row of the day stands for: a case whose next act is due, or a task of a case.

use domain::{cases::Reference, ids::TaskId};

use crate::app::Fields;

/// One selected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    Case(String),
    Task(String, TaskId),
}

impl Item {
    /// `case:7K4-M2Q` or `task:7K4-M2Q:id`, as the box of a row sends it.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let (sort, reference) = (
            parts.next()?,
            parts.next()?.parse::<Reference>().ok()?.to_string(),
        );
        match (sort, parts.next()) {
            ("case", None) => Some(Self::Case(reference)),
            ("task", Some(id)) => Some(Self::Task(reference, id.parse().ok()?)),
            _ => None,
        }
    }

    pub fn reference(&self) -> &str {
        match self {
            Self::Case(reference) | Self::Task(reference, _) => reference,
        }
    }
}

/// The selected rows of a form.
pub fn selected(fields: &Fields) -> Vec<Item> {
    fields
        .all("item")
        .iter()
        .filter_map(|text| Item::read(text))
        .collect()
}

/// One row after another is an act of its own; the form's key tells each from the others.
pub fn key_of(once: Option<&String>, n: usize) -> Option<String> {
    once.map(|key| format!("{key}-{n}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let reference = Reference::from_random([1, 2, 3, 4, 5]).to_string();
        let id = uuid::Uuid::from_u128(9);
        assert_eq!(
            Item::read(&format!("case:{reference}")),
            Some(Item::Case(reference.clone()))
        );
        let task = Item::Task(reference.clone(), TaskId(id));
        assert_eq!(Item::read(&format!("task:{reference}:{id}")), Some(task));
        for wrong in ["", "case:", "case:AAA-AAA:x", "task:nothing", "goat:7K4-M2Q"] {
            assert_eq!(Item::read(wrong), None, "{wrong}");
        }
    }
}
