//! Opening the house the settings describe: the database in the shape this program knows, the key, the office's rules.

use std::{path::Path, sync::Arc};

use actions::{House, HouseParts};
use anyhow::{Context as _, Result, bail};
use auth::passwords::{Cost, Passwords, Pepper};
use domain::{
    cases::{model::Model, models},
    clocks::Calendars,
    consents::Packs,
    ids::OfficeId,
    office::Office,
};
use files::{Purpose, RootKey};
use store::{Chance, Desk, TimeSource, engine::Database};

use crate::settings::Settings;

/// The database, if it has the shape this program knows.
pub async fn database(settings: &Settings) -> Result<Database> {
    if let Some(path) = settings.database.missing_file() {
        bail!(
            "{} is not there: run `casework init`, or name the database with --database",
            path.display()
        );
    }
    let database = Database::open(&settings.database)
        .await
        .with_context(|| settings.database.to_string())?;
    if let Some(what_to_do) = store::shape_fault(&database).await? {
        bail!("{}: {what_to_do}", settings.database);
    }
    Ok(database)
}

/// The house on its own clock.
pub async fn open(settings: &Settings) -> Result<House> {
    let database = database(settings).await?;
    let root_key = RootKey::load(&settings.key_file)?;
    build(settings, database, root_key, TimeSource::Machine)
}

/// A house from its parts; needs a running runtime.
pub fn build(settings: &Settings, database: Database, root_key: RootKey, time: TimeSource) -> Result<House> {
    let calendars = calendars(settings.calendars.as_deref())?;
    let models = models(settings.models.as_deref(), &calendars)?;
    let passwords = Passwords::new(Cost::standard(), Some(pepper(&root_key)))?;
    Ok(House::new(HouseParts {
        desk: Desk::new(database, time, Chance::System),
        objects: settings.data.clone(),
        models,
        packs: packs(settings.agencies.as_deref())?,
        calendars,
        passwords,
        root_key,
    }))
}

/// Mixed into every password's hash, so that a stolen table cannot be guessed against. It belongs to the installation
/// and to no office, whose id is never nil.
fn pepper(root: &RootKey) -> Pepper {
    let key = root
        .office(OfficeId(uuid::Uuid::nil()))
        .key(Purpose::PasswordPepper);
    Pepper {
        id: root.id(),
        key: *key.as_bytes(),
    }
}

/// The office meant: the one named, or the only one.
pub async fn office(desk: &Desk, settings: &Settings) -> Result<Arc<Office>> {
    let offices = desk.offices().await?;
    let slugs = || {
        offices
            .iter()
            .map(|o| o.slug.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    match &settings.office {
        Some(slug) => match offices.iter().find(|office| office.slug == *slug) {
            Some(office) => Ok(Arc::clone(office)),
            None => bail!("there is no office `{slug}` here; there is {}", slugs()),
        },
        None => match offices.as_slice() {
            [] => bail!("there is no office here yet: run `casework init`"),
            [office] => Ok(Arc::clone(office)),
            _ => bail!(
                "there are several offices here: name one of {} with --office or the setting `office`",
                slugs()
            ),
        },
    }
}

/// The case models compiled in and those of the folder.
fn models(folder: Option<&Path>, calendars: &Calendars) -> Result<Vec<Model>> {
    let mut all = models::builtin();
    for (name, text) in yaml_files(folder)? {
        match Model::check_with(&text, calendars) {
            Ok(model) => all.push(model),
            Err(faults) => {
                let lines: Vec<String> = faults.iter().map(|fault| format!("{name}:{fault}")).collect();
                bail!("{}", lines.join("\n"));
            }
        }
    }
    Ok(all)
}

fn packs(folder: Option<&Path>) -> Result<Packs> {
    let mut packs = Packs::compiled_in();
    for (name, text) in yaml_files(folder)? {
        packs.add(&name, &text)?;
    }
    Ok(packs)
}

/// The calendars compiled in and those of the folder.
pub fn calendars(folder: Option<&Path>) -> Result<Calendars> {
    let mut calendars = Calendars::builtin();
    for (name, text) in yaml_files(folder)? {
        calendars.add(&text).with_context(|| name)?;
    }
    Ok(calendars)
}

/// The YAML files of a folder, by name.
fn yaml_files(folder: Option<&Path>) -> Result<Vec<(String, String)>> {
    let Some(folder) = folder else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in folder.read_dir().with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml")
        {
            let name = path.display().to_string();
            let text = std::fs::read_to_string(&path).with_context(|| name.clone())?;
            found.push((name, text));
        }
    }
    found.sort();
    Ok(found)
}
