//! Running the tests: both engines, the house rules, the browser.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{setup, shell};

/// What the test programs said of themselves, summed up.
#[derive(Default)]
struct Tally {
    passed: u64,
    failed: u64,
    all_ended_well: bool,
}

/// `cargo x test`, and `cargo x test --quick [room]`.
pub(crate) fn test(rest: &[String]) -> Result<()> {
    match rest.split_first() {
        Some((first, room)) if first == "--quick" => quick(room),
        _ => everything(rest),
    }
}

fn everything(rest: &[String]) -> Result<()> {
    setup::everything(&[])?;
    // First build all, then run: an error in the last crate is seen before the first test runs.
    shell::run("cargo test --workspace --no-run")?;
    shell::run("cargo build -p server -p testkit --bins")?;
    let mut tally = Tally::new();
    let mut rust = shell::command("cargo test --workspace --no-fail-fast");
    tally.add(rust.args(rest))?;
    let binaries = std::path::absolute(shell::target_folder())?.join("debug");
    let mut browser = shell::command("node tests/browser/run.mjs");
    tally.add(
        browser
            .env("CASEWORK_BIN", binaries.join("casework"))
            .env("CLUSTER_BIN", binaries.join("cluster")),
    )?;
    tally.close()
}

/// SQLite only, no browser: for the minutes between two edits.
fn quick(room: &[String]) -> Result<()> {
    setup::assets(&[])?;
    let mut tally = Tally::new();
    let mut rust = shell::command("cargo test --workspace --no-fail-fast");
    tally.add(rust.args(room).env("CASEWORK_SKIP_POSTGRES", "1"))?;
    tally.close()
}

/// `cargo x bless`: every test that holds a golden file has the word in its name, and rewrites it when told to.
pub(crate) fn bless(rest: &[String]) -> Result<()> {
    setup::everything(&[])?;
    let mut rust = shell::command("cargo test --workspace --no-fail-fast golden");
    shell::run_this(
        rest.iter()
            .fold(&mut rust, |rust, word| rust.arg(word))
            .env("BLESS", "1"),
    )?;
    shell::run("git status --short -- golden")
}

impl Tally {
    fn new() -> Self {
        Self {
            all_ended_well: true,
            ..Self::default()
        }
    }

    fn add(&mut self, command: &mut Command) -> Result<()> {
        let ended_well = shell::run_and_watch(command, |line| {
            if line.starts_with("test result:") {
                self.passed += count_before(line, "passed");
                self.failed += count_before(line, "failed");
            }
        })?;
        self.all_ended_well &= ended_well;
        Ok(())
    }

    fn close(self) -> Result<()> {
        let Self {
            passed,
            failed,
            all_ended_well,
        } = self;
        println!("{passed} passed, {failed} failed");
        // A program that dies without a word has no line to count, so its exit is looked at too.
        if failed > 0 || !all_ended_well {
            bail!("not everything holds");
        }
        Ok(())
    }
}

/// The number before a word: 12 for `passed` in `test result: ok. 12 passed; 0 failed;`.
fn count_before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> = line.split([' ', ';']).collect();
    let at = words.iter().position(|each| *each == word);
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::count_before;

    #[test]
    fn a_result_line_is_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; finished in 0.1s";
        assert_eq!(
            (count_before(line, "passed"), count_before(line, "failed")),
            (12, 3)
        );
        assert_eq!(count_before("test result: ok.", "passed"), 0);
    }
}
