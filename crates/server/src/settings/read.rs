//! Where each value comes from: the command line, the environment, `casework.toml`, or the table of defaults.

use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{SETTINGS, SettingFault, table::setting_named};

/// Where a value was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Default,
    Flag(&'static str),
    Environment(&'static str),
    File { path: PathBuf, line: usize },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Environment(variable) => write!(f, "environment variable {variable}"),
            Self::File { path, line } => write!(f, "{}:{line}", path.display()),
        }
    }
}

/// A value and where it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub text: String,
    pub place: Place,
}

/// Every setting's value, as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<&'static str, Found>);

impl Values {
    /// The defaults, with what is said elsewhere laid over them.
    pub fn read(file: Option<&Path>, faults: &mut Vec<SettingFault>) -> Self {
        let mut values = Self::default();
        for setting in SETTINGS {
            values.set(setting.name, setting.default, Place::Default);
        }
        if let Some(path) = file {
            values.read_file(path, faults);
        }
        values.read_environment();
        values
    }

    pub fn set(&mut self, name: &'static str, text: &str, place: Place) {
        let text = text.to_owned();
        self.0.insert(name, Found { text, place });
    }

    /// The value of that name; empty where nothing is said.
    pub fn get(&self, name: &str) -> &Found {
        self.0
            .get(name)
            .expect("every setting in the table has a value, and only those are asked for")
    }

    fn read_environment(&mut self) {
        for setting in SETTINGS {
            #[expect(
                clippy::disallowed_methods,
                reason = "this is the one place where settings are read"
            )]
            let said = std::env::var(setting.variable);
            if let Ok(text) = said
                && !text.is_empty()
            {
                self.set(setting.name, &text, Place::Environment(setting.variable));
            }
        }
    }

    fn read_file(&mut self, path: &Path, faults: &mut Vec<SettingFault>) {
        let at = |line| Place::File {
            path: path.to_owned(),
            line,
        };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(fault) => {
                faults.push(SettingFault::new(&at(0), "it cannot be read", fault.to_string()));
                return;
            }
        };
        let line_of = |offset: usize| text.get(..offset).unwrap_or(&text).matches('\n').count() + 1;
        match DeTable::parse(&text) {
            Ok(table) => self.take(table.get_ref(), "", &|offset| at(line_of(offset)), faults),
            Err(fault) => {
                let line = fault.span().map_or(1, |span| line_of(span.start));
                faults.push(SettingFault::new(&at(line), "this is not TOML", fault.message()));
            }
        }
    }

    /// Takes the values of one table; `smtp` and `log` are tables of their own.
    fn take(
        &mut self,
        table: &DeTable<'_>,
        within: &str,
        at: &dyn Fn(usize) -> Place,
        faults: &mut Vec<SettingFault>,
    ) {
        for (key, value) in table {
            let place = at(key.span().start);
            let name = format!("{within}{}", key.get_ref());
            let is_group = SETTINGS.iter().any(|s| s.name.starts_with(&format!("{name}.")));
            match (value.get_ref(), setting_named(&name)) {
                (DeValue::Table(inner), None) if is_group => {
                    self.take(inner, &format!("{name}."), at, faults);
                }
                (_, Some(setting)) => match plain(value) {
                    Some(text) => self.set(setting.name, &text, place),
                    None => {
                        let problem = format!("`{name}` is not a text, a number, `true` or `false`");
                        faults.push(SettingFault::new(
                            &place,
                            problem,
                            format!("write `{name} = \"…\"`"),
                        ));
                    }
                },
                (_, None) => faults.push(unknown(&place, &name)),
            }
        }
    }
}

fn plain(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Boolean(flag) => Some(flag.to_string()),
        DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn unknown(place: &Place, name: &str) -> SettingFault {
    let nearest = SETTINGS.iter().min_by_key(|setting| distance(setting.name, name));
    let remedy = match nearest {
        Some(setting) if distance(setting.name, name) <= 3 => format!("did you mean `{}`?", setting.name),
        Some(_) | None => "`casework settings` lists those there are".to_owned(),
    };
    SettingFault::new(place, format!("there is no setting `{name}`"), remedy)
}

/// How many letters have to be changed, put in or taken out.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut before = i;
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = before + usize::from(a != *b);
            before = row[j + 1];
            row[j + 1] = changed.min(before + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}
