//! Starting the product: the demo office, an office of one's own, the route table, the benchmark.

use anyhow::Result;

use crate::{setup, shell};

/// A development build is ready in a third of the time a release build takes, and is quick enough to look around in;
/// `cargo run --release -p server -- demo` gives the other.
const CASEWORK: &str = "cargo run --quiet -p server --bin casework --";

/// `cargo x demo`: a demo office on SQLite.
pub(crate) fn demo(rest: &[String]) -> Result<()> {
    setup::assets(&[])?;
    eprintln!("building casework: some minutes the first time");
    casework("demo", rest)
}

/// `cargo x run`: an office of one's own.
pub(crate) fn serve(rest: &[String]) -> Result<()> {
    setup::assets(&[])?;
    casework("serve", rest)
}

/// `cargo x routes`: the route table.
pub(crate) fn routes(rest: &[String]) -> Result<()> {
    setup::assets(&[])?;
    casework("routes", rest)
}

/// `cargo x bench`: always a release build, or the figures mean nothing.
pub(crate) fn bench(rest: &[String]) -> Result<()> {
    setup::everything(&[])?;
    let mut command = shell::command("cargo bench --quiet -p server --bench daily --");
    shell::run_this(command.args(rest))
}

fn casework(word: &str, rest: &[String]) -> Result<()> {
    let mut command = shell::command(CASEWORK);
    shell::become_this(command.arg(word).args(rest))
}
