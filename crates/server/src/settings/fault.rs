//! What is wrong with a setting: where it stands, what it is, and what to do.

use std::fmt;

use super::read::Place;

/// One setting that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingFault {
    pub place: Place,
    pub problem: String,
    pub remedy: String,
}

impl SettingFault {
    pub fn new(place: &Place, problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            place: place.clone(),
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }
}

impl std::error::Error for SettingFault {}

impl fmt::Display for SettingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.place, self.problem, self.remedy)
    }
}

/// Every setting that cannot be used, so that one start is enough to see them all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingFaults(pub Vec<SettingFault>);

impl std::error::Error for SettingFaults {}

impl fmt::Display for SettingFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(SettingFault::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}
