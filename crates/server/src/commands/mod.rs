//! The command line: what can be asked for, and who answers.

mod arrivals;
mod backup;
mod demo;
mod init;
mod intake;
mod migrate;
mod model;
mod restore;
mod routes;
mod serve;
mod settings;
mod staff;
mod verify;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::{
    door::log,
    said::Said,
    settings::{Flags, Settings},
};

/// Case management for people who help people with their government.
#[derive(Debug, Parser)]
#[command(
    name = "casework",
    version,
    propagate_version = true,
    after_help = "Example: casework demo, then open the address it prints and log in.\n\
                  Answers: 0 done, 1 refused or failed, 2 not a command."
)]
pub struct Casework {
    #[command(subcommand)]
    command: Command,
    /// Answer with one JSON object on standard output.
    #[arg(long, global = true)]
    pub json: bool,
    /// The database; outranks DATABASE_URL and the settings file.
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// The settings file, if not casework.toml here.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the key, the tables, an office and its first administrator.
    Init(init::Init),
    /// Bring the tables to the shape this version knows.
    Migrate(migrate::Migrate),
    /// Serve the staff pages.
    Serve(serve::Serve),
    /// Open a demo office in a temporary folder and print its logins.
    Demo(demo::Demo),
    /// Take e-mail in: files, mailboxes, folders, or standard input.
    Intake(intake::Intake),
    /// What came in: give out its raw bytes.
    Arrivals(arrivals::Arrivals),
    /// Those who work here: add, list, disable, enable, reset, role.
    Staff(staff::Staff),
    /// Check that nothing of the ledger or of what it covers was changed.
    Verify(verify::Verify),
    /// Copy the office into one file, while it works on.
    Backup(backup::Backup),
    /// Put a backup back, where nothing is.
    Restore(restore::Restore),
    /// Case models: check one before it is used.
    Model(model::ModelCommand),
    /// Print what is set, where it was said, and nothing secret.
    Settings(settings::Show),
    /// Print every address of the staff pages, and who may enter.
    Routes(routes::Routes),
}

/// Does what was asked for.
pub async fn run(asked: Casework, said: Said) -> Result<ExitCode> {
    let flags = Flags {
        config: asked.config,
        database: asked.database,
        listen: None,
        office: None,
    };
    match asked.command {
        Command::Demo(demo) => demo.run(flags.database, said).await,
        Command::Model(model) => model.run(said),
        Command::Routes(routes) => Ok(routes.run(said)),
        Command::Init(init) => init.run(&start(&flags)?, said).await,
        Command::Migrate(migrate) => migrate.run(&start(&flags)?, said).await,
        Command::Serve(serve) => {
            let flags = Flags {
                listen: serve.listen.clone(),
                ..flags
            };
            serve.run(&start(&flags)?, said).await
        }
        Command::Intake(intake) => {
            let office = intake.office.clone();
            intake.run(&start(&Flags { office, ..flags })?, said).await
        }
        Command::Arrivals(arrivals) => {
            let office = arrivals.office.clone();
            arrivals.run(&start(&Flags { office, ..flags })?, said).await
        }
        Command::Staff(staff) => {
            let flags = Flags {
                office: staff.office.clone(),
                ..flags
            };
            staff.run(&start(&flags)?, said).await
        }
        Command::Verify(verify) => match verify.of_a_file() {
            Some(file) => verify::check_file(file, said),
            None => {
                let flags = Flags {
                    office: verify.office.clone(),
                    ..flags
                };
                verify.run(&start(&flags)?, said).await
            }
        },
        Command::Backup(backup) => backup.run(&start(&flags)?, said).await,
        Command::Restore(restore) => restore.run(&start(&flags)?, said).await,
        Command::Settings(show) => show.run(&Settings::load(&flags)?, said),
    }
}

/// Reads the settings, and begins to log as they say.
fn start(flags: &Flags) -> Result<Settings> {
    let settings = Settings::load(flags)?;
    log::begin(settings.log_level, settings.log_is_json);
    Ok(settings)
}
