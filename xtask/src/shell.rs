//! Running other programs: says what it runs, and stops when one of them fails.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The folder of the workspace; every chore runs there, wherever it was called from.
pub(crate) fn go_home() -> Result<()> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("xtask lies in the workspace")?;
    std::env::set_current_dir(home).context("the workspace folder cannot be entered")
}

/// A program and its words, split at spaces: chores have no words with spaces in them.
pub(crate) fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let program = words.next().unwrap_or_default();
    // `cargo` means the one that runs us, so that a chosen toolchain stays chosen.
    let mut command = match (program, std::env::var_os("CARGO")) {
        ("cargo", Some(cargo)) => Command::new(cargo),
        _ => Command::new(program),
    };
    command.args(words);
    command
}

/// Runs a command in the terminal; what it prints is seen as it comes.
pub(crate) fn run(line: &str) -> Result<()> {
    run_this(&mut command(line))
}

pub(crate) fn run_this(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    eprintln!("> {shown}");
    let status = command
        .status()
        .with_context(|| format!("`{shown}` cannot be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Becomes a command: it takes our place and our process id, so that what stops us stops it.
pub(crate) fn become_this(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    eprintln!("> {shown}");
    let why = std::os::unix::process::CommandExt::exec(command);
    Err(why).with_context(|| format!("`{shown}` cannot be started"))
}

/// Runs a command, passing its lines on and showing each to `see`. Says whether it ended well.
pub(crate) fn run_and_watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool> {
    let shown = shown(command);
    eprintln!("> {shown}");
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{shown}` cannot be started"))?;
    let out = child.stdout.take().context("standard output was asked for")?;
    for line in BufReader::new(out).split(b'\n') {
        let line = line.context("the output of a command cannot be read")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        see(&line);
    }
    Ok(child.wait()?.success())
}

/// Whether a command ends well; what it prints is dropped.
pub(crate) fn succeeds(line: &str) -> bool {
    command(line)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The first program of that name on the search path.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Where cargo puts what it builds.
pub(crate) fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from)
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
