//! `casework init`: a key, tables, an office with its first programme, and somebody who lets the others in.

use std::{
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use actions::{ActionError, House, office::FoundOffice, staff};
use anyhow::{Context as _, Result, bail};
use auth::{
    Typed,
    passwords::{Circumstances, first_password, judge},
};
use clap::Args;
use domain::access::Actor;
use files::RootKey;
use serde_json::json;
use store::{TimeSource, engine::Database};

use crate::{
    house,
    said::Said,
    settings::{OutboxSettings, Settings},
};

/// Make the key, the tables, an office and its first administrator.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: casework init --office \"Office of Rep. Odalys Brandt\" --admin odalys@brandt.example\n\
                  The administrator's first password is printed once, opens for a day, and must then be replaced."
)]
pub struct Init {
    /// The office's name, as it stands on letters.
    #[arg(long, value_name = "NAME")]
    office: String,
    /// What the first administrator types to log in, such as an e-mail address.
    #[arg(long, value_name = "LOGIN")]
    admin: String,
    /// The first administrator's name.
    #[arg(long, value_name = "NAME", default_value = "Administrator")]
    admin_name: String,
    /// A file whose first line is the administrator's password; without it one is made and printed once.
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// The office's short name, if not made from its name.
    #[arg(long, value_name = "SLUG")]
    slug: Option<String>,
    /// The time zone of the office's days.
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// The calendar whose working days count.
    #[arg(long, value_name = "ID", default_value = "us-federal")]
    calendar: String,
    /// A programme and its case model; may be said several times.
    #[arg(
        long,
        value_name = "TITLE=MODEL",
        default_value = "Constituent services=constituent-casework"
    )]
    programme: Vec<String>,
    /// How often a person hears from the office, in days.
    #[arg(long, value_name = "DAYS", default_value_t = 14, value_parser = clap::value_parser!(i64).range(1..=365))]
    cadence: i64,
    /// The language of the office: en or es.
    #[arg(long, default_value = "en", value_parser = ["en", "es"])]
    language: String,
    /// The address letters come from, if not the administrator's.
    #[arg(long, value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// The number people call the office on, as it stands in letters.
    #[arg(long, value_name = "NUMBER", default_value = "")]
    phone: String,
    /// Let staff in by password alone. Not advised: a password that was read over a shoulder then opens everything.
    #[arg(long)]
    without_codes: bool,
}

impl Init {
    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let password = self.chosen_password()?;
        let wanted = self.wanted(settings, password.clone().unwrap_or_else(first_password))?;
        let owner = &settings.database_owner;
        let as_owner = Database::open(owner).await.with_context(|| owner.to_string())?;
        store::migrate(&as_owner).await?;
        drop(as_owner);
        let database = house::database(settings).await?;
        let is_of_one_office = database.is_of_one_office();
        let root_key = key(&settings.key_file, said)?;
        let house = house::build(settings, database, root_key, TimeSource::Machine)?;
        refuse_a_second(&house, is_of_one_office, &wanted.slug).await?;
        make_folders(settings)?;
        let (slug, login) = (wanted.slug.clone(), wanted.admin_login.clone());
        let (office, admin) = actions::office::found(&house, wanted).await.map_err(in_words)?;
        let first = match password {
            Some(_) => None,
            // A password somebody read on a screen is good for the first login only.
            None => Some(staff::reset(&house, &Actor::house(office), admin).await?),
        };
        self.tell(settings, said, &slug, &login, first.as_deref());
        Ok(ExitCode::SUCCESS)
    }

    fn chosen_password(&self) -> Result<Option<String>> {
        let Some(file) = &self.password_file else {
            return Ok(None);
        };
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let password = text.lines().next().unwrap_or_default().to_owned();
        let around = Circumstances {
            with_code: !self.without_codes,
            names: &[&self.office, &self.admin, &self.admin_name],
        };
        if let Err(refusal) = judge(&Typed::new(&password), &around) {
            let args: Vec<_> = refusal.number().map(|n| ("n", n.into())).into_iter().collect();
            let why = crate::said::english().tr(refusal.key(), &args);
            bail!("{}: {why}", file.display());
        }
        Ok(Some(password))
    }

    fn wanted(&self, settings: &Settings, admin_password: String) -> Result<FoundOffice> {
        let programmes: Option<Vec<(String, String)>> = self
            .programme
            .iter()
            .map(|text| {
                text.rsplit_once('=')
                    .map(|(title, model)| (title.trim().into(), model.trim().into()))
            })
            .collect();
        let Some(programmes) = programmes else {
            bail!("--programme is written TITLE=MODEL, as \"Constituent services=constituent-casework\"");
        };
        let calendars = house::calendars(settings.calendars.as_deref())?;
        if calendars.newest(&self.calendar).is_none() {
            let known: Vec<&str> = calendars.iter().map(|calendar| calendar.id.as_str()).collect();
            bail!(
                "--calendar {}: there is no such calendar; there is {}",
                self.calendar,
                known.join(", ")
            );
        }
        let slug = self.slug.clone().unwrap_or_else(|| slug_of(&self.office));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if slug.is_empty() || !slug.chars().all(plain) {
            bail!("--slug {slug}: a short name is made of small letters, digits and hyphens");
        }
        Ok(FoundOffice {
            name: self.office.trim().to_owned(),
            slug,
            zone: self.zone.clone().unwrap_or_else(zone_of_this_machine),
            calendar: self.calendar.clone(),
            cadence_days: self.cadence,
            totp_required: !self.without_codes,
            language: self.language.clone(),
            phone: self.phone.trim().to_owned(),
            mail_from: self.mail_from.clone().unwrap_or_else(|| self.admin.clone()),
            programmes,
            admin_name: self.admin_name.clone(),
            admin_login: self.admin.clone(),
            admin_password,
        })
    }

    fn tell(&self, settings: &Settings, said: Said, slug: &str, login: &str, first: Option<&str>) {
        let password = match first {
            Some(first) => format!(
                "First password: {first}\nIt is shown once, opens for a day, and is replaced at the first login."
            ),
            None => "The password is the one in the file.".to_owned(),
        };
        let lines = format!(
            "{} is founded.\nDatabase: {}\nKey file: {} (keep a copy apart from the backups)\nFiles: {}\n\
             Administrator: {login}\n{password}\n\nNext: casework serve",
            self.office,
            settings.database,
            settings.key_file.display(),
            settings.data.display(),
        );
        let object = json!({
            "ok": true, "office": slug, "admin": login, "first_password": first,
            "key_file": settings.key_file, "data": settings.data,
        });
        said.answer(&lines, &object);
    }
}

/// One file is one office; on a database of many no two have one name.
async fn refuse_a_second(house: &House, is_of_one_office: bool, slug: &str) -> Result<()> {
    let offices = house.desk().offices().await?;
    if is_of_one_office && let Some(office) = offices.first() {
        bail!(
            "this file is the office `{}` already, and one file is one office: name another file with --database, \
             or use a database of many offices",
            office.slug
        );
    }
    if offices.iter().any(|office| office.slug == slug) {
        bail!("there is an office `{slug}` already: give this one another short name with --slug");
    }
    Ok(())
}

/// The key in the file, or a new one. A key that is there is never replaced: what it sealed would be lost.
fn key(path: &Path, said: Said) -> Result<RootKey> {
    if path.exists() {
        said.progress(&format!("using the key that is there: {}", path.display()));
        return Ok(RootKey::load(path)?);
    }
    let key = RootKey::generate();
    key.write_new(path)?;
    Ok(key)
}

/// The folders of files and letters, closed to others.
pub fn make_folders(settings: &Settings) -> Result<()> {
    let mut folders = vec![&settings.data];
    if let OutboxSettings::Folder(outbox) = &settings.outbox {
        folders.push(outbox);
    }
    for folder in folders {
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .with_context(|| folder.display().to_string())?;
    }
    Ok(())
}

fn in_words(fault: ActionError) -> anyhow::Error {
    match fault {
        ActionError::Invalid(faults) if faults.iter().any(|f| f.field == "zone") => {
            anyhow::anyhow!("--zone: there is no such time zone; write it like America/Chicago")
        }
        ActionError::Invalid(faults) if faults.iter().any(|f| f.field == "programme") => {
            anyhow::anyhow!(
                "--programme: there is no such case model; there are constituent-casework and social-casework"
            )
        }
        other => other.into(),
    }
}

/// "Office of Rep. Odalys Brandt" becomes `office-of-rep-odalys-brandt`.
fn slug_of(name: &str) -> String {
    let letters: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    words.join("-").chars().take(60).collect()
}

fn zone_of_this_machine() -> String {
    jiff::tz::TimeZone::system()
        .iana_name()
        .unwrap_or("UTC")
        .to_owned()
}
