//! Where this machine keeps the PostgreSQL server's programs, and as whom they may run.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::PostgresError;

/// The folder with `initdb` and `postgres`: the newest version in Debian's place, else the search path.
pub(super) fn programs() -> Result<PathBuf, PostgresError> {
    let mut versions: Vec<(u32, PathBuf)> = Path::new("/usr/lib/postgresql")
        .read_dir()
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, bin)| holds_a_server(bin))
        .collect();
    versions.sort();
    let on_path = || {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|bin| holds_a_server(bin))
    };
    versions
        .pop()
        .map(|(_, bin)| bin)
        .or_else(on_path)
        .ok_or_else(|| {
            PostgresError::new(
                "no PostgreSQL server is installed: run `cargo x setup`, or `apt-get install postgresql`; \
             CASEWORK_SKIP_POSTGRES=1 leaves the second engine out of this run",
            )
        })
}

fn holds_a_server(bin: &Path) -> bool {
    bin.join("initdb").is_file() && bin.join("postgres").is_file()
}

/// A command run as somebody PostgreSQL agrees to run as: it refuses root, so root becomes `postgres`.
pub(super) fn command_as_server(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid=postgres", "--regid=postgres", "--init-groups", "--"])
        .arg(program);
    command
}

pub(super) fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|said| said.stdout == b"0\n")
}

/// Memory if there is enough of it, so that `fsync` stays on and costs little; else the disk.
pub(crate) fn room_in_memory() -> PathBuf {
    const ENOUGH_KIB: u64 = 1024 * 1024;
    let said = Command::new("df")
        .args(["--output=avail", "-k", "/dev/shm"])
        .output();
    let free = said.ok().and_then(|said| {
        let text = String::from_utf8(said.stdout).ok()?;
        text.lines().nth(1)?.trim().parse::<u64>().ok()
    });
    if free.is_some_and(|free| free >= ENOUGH_KIB) {
        PathBuf::from("/dev/shm")
    } else {
        std::env::temp_dir()
    }
}
