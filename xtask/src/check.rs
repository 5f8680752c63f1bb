//! What a machine can say about a change before any test of the product runs.

use anyhow::Result;

use crate::{setup, shell};

/// `cargo x check`: formatting, lints, the house rules.
pub(crate) fn check(_: &[String]) -> Result<()> {
    shell::run("cargo fmt --all --check")?;
    shell::run("cargo test --quiet -p xtask")?;
    // The pages embed the built assets, so that even the lints need them.
    setup::assets(&[])?;
    shell::run("cargo clippy --workspace --all-targets -- -D warnings")
}
