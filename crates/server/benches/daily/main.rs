//! The daily work of an office with very many cases, measured: `cargo x bench`.
#![expect(
    clippy::print_stdout,
    reason = "it tells the person at the terminal where the report lies"
)]

mod cost;
mod counted;
mod floor;
mod report;
mod rounds;
mod stand;
mod work;

use std::{path::PathBuf, time::Duration};

use anyhow::{Context as _, Result, bail};

use crate::{
    floor::Floor,
    report::{Of, Report},
    rounds::Plan,
    stand::{Engine, Stand},
    work::{Bench, Work},
};

const USAGE: &str = "cargo x bench [--quick | --full | --cases N] [--engine sqlite|postgres] [--rounds N] \
                     [--only OPERATION] [--name NAME]\n\
                     Without a word: 10,000 and 100,000 cases on both engines. --quick: 10,000. --full: 1,000,000 too.\n\
                     OPERATION is a word such as CasePage; the report goes to docs/bench/.";

struct Asked {
    sizes: Vec<usize>,
    engines: Vec<Engine>,
    plan: Plan,
    name: String,
}

fn asked() -> Result<Asked> {
    let mut asked = Asked {
        sizes: vec![10_000, 100_000],
        engines: vec![Engine::Sqlite, Engine::Postgres],
        plan: Plan {
            rounds: 5,
            turn: Duration::from_millis(400),
            only: None,
        },
        name: "daily".into(),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut next = || {
            words
                .next()
                .with_context(|| format!("{word} wants a word after it"))
        };
        match word.as_str() {
            // Cargo says so to every program of this kind.
            "--bench" => {}
            "--quick" => asked.sizes = vec![10_000],
            "--full" => asked.sizes = vec![10_000, 100_000, 1_000_000],
            "--cases" => asked.sizes = vec![next()?.parse().context("a number of cases")?],
            "--engine" => {
                asked.engines = match next()?.as_str() {
                    "sqlite" => vec![Engine::Sqlite],
                    "postgres" => vec![Engine::Postgres],
                    other => bail!("no engine `{other}`\n{USAGE}"),
                }
            }
            "--rounds" => asked.plan.rounds = next()?.parse().context("a number of rounds")?,
            "--name" => asked.name = next()?,
            "--only" => {
                let wanted = next()?;
                let found = Work::ALL.into_iter().find(|work| format!("{work:?}") == wanted);
                asked.plan.only = Some(found.with_context(|| format!("no operation `{wanted}`"))?);
            }
            other => bail!("`{other}` is not understood\n{USAGE}"),
        }
    }
    Ok(asked)
}

fn main() -> Result<()> {
    let asked = asked()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut report = Report::default();
    for engine in &asked.engines {
        for cases in &asked.sizes {
            eprintln!("{} with {cases} cases", engine.name());
            report.of.push(one(&runtime, *engine, *cases, &asked.plan)?);
        }
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/bench");
    std::fs::create_dir_all(&folder)?;
    let file = report.write(&folder, &asked.name)?;
    println!("{}", file.display());
    Ok(())
}

/// One office of one size on one engine.
fn one(runtime: &tokio::runtime::Runtime, engine: Engine, cases: usize, plan: &Plan) -> Result<Of> {
    let mut stand = runtime.block_on(Stand::make(engine, cases))?;
    let _inside = runtime.enter();
    let bench = Bench::new(
        stand.made.clone(),
        stand.house.clone(),
        stand.office,
        &mut stand.caller,
    )?;
    let floor = runtime.block_on(Floor::new(
        stand.floor.clone(),
        stand.office,
        stand.made.workers[0],
    ))?;
    let database = stand.house.desk().database();
    let before = runtime.block_on(counted::rows(database, stand.office))?;
    let machine = cost::Machine::now();
    let mut measured = rounds::run(&stand, &bench, &floor, plan)?;
    let load = machine.since();
    for (work, into) in &mut measured {
        runtime.block_on(counted::statements(&stand, &bench, *work, into))?;
    }
    let after = runtime.block_on(counted::rows(database, stand.office))?;
    let written = *bench
        .written
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    counted::compare(before, after, written)?;
    let memory = stand.memory();
    let walked = runtime.block_on(counted::walk(&stand))?;
    Ok(Of {
        engine,
        cases,
        made: stand.made.clone(),
        measured,
        written,
        walked,
        memory,
        database_bytes: stand.database_bytes,
        making: stand.making,
        first_page: stand.first_page,
        load,
    })
}
