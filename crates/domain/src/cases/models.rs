//! The case models that come with the house.

use super::model::Model;

const BUILTIN: &[&str] = &[
    include_str!("../../../../models/constituent-casework.yaml"),
    include_str!("../../../../models/social-casework.yaml"),
];

/// Every model compiled in.
#[must_use]
pub fn builtin() -> Vec<Model> {
    let read = |text: &&str| Model::check(text).expect("the tests check each model that is compiled in");
    BUILTIN.iter().map(read).collect()
}

/// The newest version of a model among those given.
#[must_use]
pub fn newest<'a>(models: &'a [Model], id: &str) -> Option<&'a Model> {
    models
        .iter()
        .filter(|model| model.id == id)
        .max_by_key(|model| model.version)
}

/// Exactly the version a case was opened with.
#[must_use]
pub fn version<'a>(models: &'a [Model], id: &str, version: i64) -> Option<&'a Model> {
    models
        .iter()
        .find(|model| model.id == id && model.version == version)
}
