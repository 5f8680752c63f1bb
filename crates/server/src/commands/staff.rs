//! `casework staff`: those who work here, for whoever sits at the machine itself. Each act is a line in the ledger.

use std::process::ExitCode;

use actions::{
    House,
    staff::{self, AddStaff},
};
use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use domain::{access::Actor, ids::StaffId, office::Office, staff::Role};
use serde_json::json;

use crate::{
    house,
    said::{Said, in_words},
    settings::Settings,
};

/// Those who work here.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: casework staff add --name \"Noor Haddad\" --login noor@brandt.example --role caseworker"
)]
pub struct Staff {
    #[command(subcommand)]
    what: What,
    /// The office meant, by its short name, where there are several.
    #[arg(long, global = true, value_name = "SLUG")]
    pub office: Option<String>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Let somebody in: prints a first password, once.
    Add {
        #[arg(long)]
        name: String,
        /// What they type to log in, such as an e-mail address.
        #[arg(long)]
        login: String,
        /// intake, caseworker, supervisor, director, administrator or auditor.
        #[arg(long)]
        role: Role,
        /// en or es; the office's if not said.
        #[arg(long, value_parser = ["en", "es"])]
        language: Option<String>,
    },
    /// Print who works here.
    List,
    /// Close a login at once. What they wrote stays theirs.
    Disable { login: String },
    /// Open a closed login again.
    Enable { login: String },
    /// Give a new first password and forget the second factor.
    Reset { login: String },
    /// Give somebody other work.
    Role { login: String, role: Role },
}

impl Staff {
    pub async fn run(&self, settings: &Settings, said: Said) -> Result<ExitCode> {
        let house = house::open(settings).await?;
        let office = house::office(house.desk(), settings).await?;
        let actor = Actor::house(office.id);
        match &self.what {
            What::Add {
                name,
                login,
                role,
                language,
            } => {
                let who = AddStaff {
                    name: name.clone(),
                    login: login.clone(),
                    role: *role,
                    language: language.clone(),
                };
                let added = staff::add(&house, &actor, who).await.map_err(in_words)?;
                hand_over(said, &login.trim().to_lowercase(), &added.first_password);
            }
            What::List => list(&house, &office, said).await?,
            What::Disable { login } => {
                let id = find(&house, &office, login).await?;
                staff::disable(&house, &actor, id).await.map_err(in_words)?;
                done(said, login, "may no longer log in, and is logged out everywhere.");
            }
            What::Enable { login } => {
                let id = find(&house, &office, login).await?;
                staff::enable(&house, &actor, id).await.map_err(in_words)?;
                done(said, login, "may log in again.");
            }
            What::Reset { login } => {
                let id = find(&house, &office, login).await?;
                let first = staff::reset(&house, &actor, id).await.map_err(in_words)?;
                hand_over(said, login, &first);
            }
            What::Role { login, role } => {
                let id = find(&house, &office, login).await?;
                staff::change_role(&house, &actor, id, *role)
                    .await
                    .map_err(in_words)?;
                done(said, login, &format!("now works as {role}."));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn find(house: &House, office: &Office, login: &str) -> Result<StaffId> {
    let login = login.trim().to_lowercase();
    match store::staff::find_by_login(house.desk(), office.id, &login).await? {
        Some(staff) => Ok(staff.id),
        None => bail!("nobody here logs in as `{login}`: `casework staff list` shows who does"),
    }
}

async fn list(house: &House, office: &Office, said: Said) -> Result<()> {
    let actor = Actor::house(office.id);
    let mut look = house.desk().look(&actor).await?;
    let everybody = store::staff::everybody(&mut look).await?;
    let lines: Vec<String> = everybody
        .iter()
        .map(|s| {
            let closed = if s.is_active() { "" } else { "  closed" };
            format!("{}  {}  {}{closed}", s.login, s.role, s.name)
        })
        .collect();
    let rows: Vec<_> = everybody
        .iter()
        .map(|s| {
            json!({
                "login": s.login, "name": s.name, "role": s.role.as_str(), "open": s.is_active(),
                "second_factor": s.totp_sealed.is_some(),
            })
        })
        .collect();
    said.answer(&lines.join("\n"), &json!({ "ok": true, "staff": rows }));
    Ok(())
}

fn hand_over(said: Said, login: &str, first: &str) {
    let lines = format!(
        "{login}\nFirst password: {first}\nIt is shown once, opens for a day, and is replaced at the first login."
    );
    said.answer(
        &lines,
        &json!({ "ok": true, "login": login, "first_password": first }),
    );
}

fn done(said: Said, login: &str, what: &str) {
    said.answer(&format!("{login} {what}"), &json!({ "ok": true, "login": login }));
}
