//! The program: settings, wiring and the command line. The only room that knows every other, and decides nothing.

mod backup;
mod commands;
mod door;
pub mod house;
mod said;
pub mod settings;

use std::process::ExitCode;

use clap::Parser as _;

use commands::Casework;
use said::Said;

/// Runs what the command line asks for.
pub fn run() -> ExitCode {
    let asked = Casework::parse();
    let said = Said { json: asked.json };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(commands::run(asked, said)),
        Err(fault) => Err(fault.into()),
    };
    door::log::end();
    match done {
        Ok(code) => code,
        Err(why) => {
            said.refusal(&why);
            ExitCode::FAILURE
        }
    }
}
