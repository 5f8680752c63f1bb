//! Installing what is missing, or saying exactly what to install.

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Result, bail};

use crate::shell::{on_path, run, succeeds};

/// Something the house needs from Debian, and how to tell that it is there.
struct Need {
    what: &'static str,
    packages: &'static [&'static str],
    is_there: fn() -> bool,
}

const NODE: Need = Need {
    what: "Node.js with npm, for the styles, scripts, fonts and icons",
    packages: &["nodejs", "npm"],
    is_there: || on_path("node").is_some() && on_path("npm").is_some(),
};

const POSTGRESQL: Need = Need {
    what: "a PostgreSQL server, for the tests on the second engine",
    packages: &["postgresql"],
    is_there: postgresql_is_there,
};

const CHROMIUM: Need = Need {
    what: "Chromium, for the tests in the browser",
    packages: &["chromium"],
    is_there: || on_path("chromium").is_some(),
};

/// `cargo x setup`: all that building and testing needs.
pub(crate) fn everything(_: &[String]) -> Result<()> {
    install(&[NODE, POSTGRESQL, CHROMIUM])?;
    build_assets()
}

/// `cargo x assets`: all that building needs.
pub(crate) fn assets(_: &[String]) -> Result<()> {
    install(&[NODE])?;
    build_assets()
}

fn install(needs: &[Need]) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    let packages = packages.join(" ");
    let Some(root) = as_root() else {
        for need in &missing {
            println!("missing: {}", need.what);
        }
        println!("install with: sudo apt-get update && sudo apt-get install {packages}");
        bail!("something is missing and may not be installed from here");
    };
    run(&format!("{root}apt-get update"))?;
    run(&format!(
        "{root}env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends {packages}"
    ))?;
    match missing.iter().find(|need| !(need.is_there)()) {
        Some(need) => bail!("installed {packages}, and still cannot find {}", need.what),
        None => Ok(()),
    }
}

/// What to write before a command that only root may run, or nothing if we may not at all.
fn as_root() -> Option<&'static str> {
    on_path("apt-get")?;
    if succeeds("test -w /var/lib/dpkg/status") {
        Some("")
    } else if succeeds("sudo -n true") {
        Some("sudo -n ")
    } else {
        None
    }
}

fn build_assets() -> Result<()> {
    if npm_packages_are_stale() {
        run("npm ci --ignore-scripts --no-audit --no-fund")?;
    }
    run("node crates/pages/assets/build.mjs")
}

/// npm writes `node_modules/.package-lock.json` last: older than the lock file means out of date.
fn npm_packages_are_stale() -> bool {
    let changed = |file: &str| -> Option<SystemTime> { Path::new(file).metadata().ok()?.modified().ok() };
    match (
        changed("node_modules/.package-lock.json"),
        changed("package-lock.json"),
    ) {
        (Some(installed), Some(locked)) => installed < locked,
        (None, _) | (_, None) => true,
    }
}

/// Debian keeps the server's programs off the search path, one folder a version.
fn postgresql_is_there() -> bool {
    let versions = Path::new("/usr/lib/postgresql").read_dir();
    let in_debians_place = versions
        .into_iter()
        .flatten()
        .flatten()
        .any(|version| version.path().join("bin/initdb").is_file());
    in_debians_place || (on_path("initdb").is_some() && on_path("postgres").is_some())
}
