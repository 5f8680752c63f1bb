//! Every chore of the house, as `cargo x …`: needs nothing but Rust to start.
#![expect(
    clippy::print_stdout,
    reason = "a chore tells the person at the terminal what it does"
)]

mod check;
mod run;
mod setup;
mod shell;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail};

/// A chore: its name, what a person gets from it, and the function that does it.
type Chore = (&'static str, &'static str, fn(&[String]) -> Result<()>);

const CHORES: &[Chore] = &[
    (
        "setup",
        "install what is missing (Debian and npm packages) and build the assets",
        setup::everything,
    ),
    (
        "run",
        "serve the office in ./casework.db; what follows goes to `casework serve`",
        run::serve,
    ),
    (
        "demo",
        "build what is needed and open a demo office: prints the address and the logins",
        run::demo,
    ),
    ("check", "formatting, lints and the house rules", check::check),
    (
        "test",
        "every test on both engines and in the browser; `--quick [room]`: SQLite only",
        test::test,
    ),
    (
        "bench",
        "the daily operations as ratios to the raw-SQL floor",
        run::bench,
    ),
    (
        "bless",
        "rewrite every golden file; the diff is the review",
        test::bless,
    ),
    (
        "routes",
        "every route, its act and who may use it, from the running router",
        run::routes,
    ),
    (
        "assets",
        "fetch and build the styles, scripts, fonts and icons",
        setup::assets,
    ),
    (
        "ci",
        "check, then test: what has to hold before a change lands",
        ci,
    ),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match work(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("cargo x: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn work(words: &[String]) -> Result<()> {
    let Some((name, rest)) = words.split_first() else {
        list();
        return Ok(());
    };
    match CHORES.iter().find(|(chore, ..)| chore == name) {
        Some((_, _, work)) => {
            shell::go_home()?;
            work(rest)
        }
        None if matches!(name.as_str(), "help" | "--help" | "-h") => {
            list();
            Ok(())
        }
        None => {
            list();
            bail!("there is no chore named `{name}`");
        }
    }
}

fn list() {
    for (name, gives, _) in CHORES {
        println!("cargo x {name:<8} {gives}");
    }
}

fn ci(rest: &[String]) -> Result<()> {
    check::check(&[])?;
    test::test(rest)
}
