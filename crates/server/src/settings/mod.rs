//! The settings of one installation: read once at start, checked whole, and refused with place and remedy.

mod check;
mod fault;
mod read;
mod reference;
mod table;

use std::{net::SocketAddr, path::PathBuf};

use jobs::outbox::SmtpSettings;
use store::engine::DatabaseUrl;

pub use fault::{SettingFault, SettingFaults};
pub use read::{Found, Place, Values};
pub use reference::reference;
pub use table::{Kind, SETTINGS, Setting};

/// Where letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutboxSettings {
    Folder(PathBuf),
    Smtp(Box<SmtpSettings>),
}

/// All of them, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub database: DatabaseUrl,
    /// For migrations.
    pub database_owner: DatabaseUrl,
    pub data: PathBuf,
    pub key_file: PathBuf,
    pub listen: SocketAddr,
    pub public_address: String,
    pub secure_cookies: bool,
    pub office: Option<String>,
    pub models: Option<PathBuf>,
    pub agencies: Option<PathBuf>,
    pub calendars: Option<PathBuf>,
    pub outbox: OutboxSettings,
    pub log_is_json: bool,
    pub log_level: tracing::Level,
    values: Values,
}

/// What the command line says about settings; it outranks everything.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    pub config: Option<PathBuf>,
    pub database: Option<String>,
    pub listen: Option<String>,
    pub office: Option<String>,
}

/// The file looked for where none is named.
const FILE: &str = "casework.toml";

impl Settings {
    /// Reads and checks all of them.
    pub fn load(flags: &Flags) -> Result<Self, SettingFaults> {
        let mut faults = Vec::new();
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one place where settings are read"
        )]
        let named = flags
            .config
            .clone()
            .or_else(|| std::env::var("CASEWORK_CONFIG").ok().map(PathBuf::from));
        let usual = PathBuf::from(FILE);
        let file = named.or_else(|| usual.exists().then_some(usual));
        let mut values = Values::read(file.as_deref(), &mut faults);
        for (name, flag, said) in [
            ("database", "--database", &flags.database),
            ("listen", "--listen", &flags.listen),
            ("office", "--office", &flags.office),
        ] {
            if let Some(text) = said {
                values.set(name, text, Place::Flag(flag));
            }
        }
        let checked = check::check(&values, &mut faults);
        match checked {
            Some(settings) if faults.is_empty() => Ok(settings),
            _ => Err(SettingFaults(faults)),
        }
    }

    /// Each setting with its value, where it was said, and nothing secret.
    pub fn effective(&self) -> impl Iterator<Item = (&'static Setting, String, &Place)> {
        SETTINGS.iter().map(|setting| {
            let found = self.values.get(setting.name);
            (setting, self.shown(setting, found), &found.place)
        })
    }

    fn shown(&self, setting: &Setting, found: &Found) -> String {
        match setting.name {
            // An address holds a password; its display does not.
            "database" => self.database.to_string(),
            "database_owner" if !found.text.is_empty() => self.database_owner.to_string(),
            "public_address" => self.public_address.clone(),
            "secure_cookies" => self.secure_cookies.to_string(),
            _ if found.text.is_empty() => format!("({})", setting.otherwise.replace('`', "")),
            _ => found.text.clone(),
        }
    }
}
